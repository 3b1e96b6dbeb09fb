import { isPinnedByDigest } from '../../lib/kube/image';
import { tagStabilityOf } from '../knowledge/image-tag';
import type { ContainerRule, Fault } from '../rule';

/** When an image is pulled has to fit how its name moves. */
export const validImagePullPolicy: ContainerRule = {
  id: 'valid-image-pull-policy',
  about: 'container',
  severity: 'warning',
  title: 'The pull policy fits the tag',
  consequence: 'Nodes run different builds under one name, and a Pod that moves may come up as another program.',
  fix: 'Name a fixed version, and write `imagePullPolicy: IfNotPresent`.',
  see: 'https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy',
  *check({ container: { image = '', imagePullPolicy }, path, written }): Iterable<Fault> {
    const at = path.child('imagePullPolicy');
    const stability = tagStabilityOf(image);
    if (written.imagePullPolicy === undefined) return;
    if (imagePullPolicy === 'Never') {
      yield {
        path: at,
        found: `\`imagePullPolicy: Never\` leaves it to somebody else to bring \`${image}\` to every node.`,
        consequence: 'A Pod cannot start on a node to which nobody has brought the image (`ErrImageNeverPull`).',
        fix: 'Write `imagePullPolicy: IfNotPresent`, and name a registry from which the image can be pulled.',
      };
    } else if (imagePullPolicy === 'IfNotPresent' && (stability === 'floating' || stability === 'branch')) {
      yield {
        path: at,
        found: `\`IfNotPresent\` keeps on each node whatever \`${image}\` was when it came there first.`,
        fix: 'Name a version that stays what it is.',
      };
    } else if (imagePullPolicy === 'Always' && isPinnedByDigest(image)) {
      yield {
        path: at,
        severity: 'info',
        found: `\`Always\` asks the registry at every start for \`${image}\`, which its digest fixes.`,
        consequence: 'While the registry is down the container cannot start again, though the node holds its image.',
        fix: 'Write `imagePullPolicy: IfNotPresent`.',
      };
    }
  },
};
