import { tryImage } from '../../lib/kube/image';
import { tagStabilityOf } from '../knowledge/image-tag';
import type { ContainerRule } from '../rule';

/** A tag that moves by convention needs something that does not. */
export const requireImageDigest: ContainerRule = {
  id: 'require-image-digest',
  about: 'container',
  severity: 'info',
  title: 'Tags of a whole series come with a digest',
  consequence: 'Each patch of a series moves its tag, so that two Pods of one manifest can run different builds.',
  fix: 'Name the full version, or add the digest: `image:tag@sha256:…`.',
  see: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  *check({ container: { image = '' }, path }) {
    if (tagStabilityOf(image) !== 'series') return;
    const found = `The tag \`${tryImage(image)?.tag ?? ''}\` of \`${image}\` has the form of a whole series of versions.`;
    yield { path: path.child('image'), found };
  },
};
