import { effectiveTag, isFloatingTag, tryImage } from '../../lib/kube/image';
import { isFilledInLater } from '../knowledge/image-tag';
import type { ContainerRule } from '../rule';

/** Two Pods of one workload should run the same program. */
export const noFloatingTag: ContainerRule = {
  id: 'no-floating-tag',
  about: 'container',
  severity: 'error',
  title: 'Images have a tag that stays where it is',
  consequence: 'Two Pods of one manifest can run different programs, and a rollback brings nothing back.',
  fix: 'Name the version that was tested, such as `:v1.4.2`, or the digest.',
  see: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  *check({ container: { image = '' }, path }) {
    const parsed = tryImage(image);
    if (parsed === undefined || !isFloatingTag(image) || isFilledInLater(image)) return;
    const found =
      parsed.tag === undefined
        ? `The image \`${image}\` has no tag, which means \`latest\`.`
        : `The tag \`${effectiveTag(parsed) ?? ''}\` of \`${image}\` moves.`;
    yield { path: path.child('image'), found };
  },
};
