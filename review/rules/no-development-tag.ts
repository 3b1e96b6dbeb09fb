import { tryImage } from '../../lib/kube/image';
import { tagStabilityOf } from '../knowledge/image-tag';
import type { ContainerRule } from '../rule';

/** What a branch builds today is not what was tested. */
export const noDevelopmentTag: ContainerRule = {
  id: 'no-development-tag',
  about: 'container',
  severity: 'warning',
  title: 'Images are releases, not builds of a branch',
  consequence: 'The next build of the branch runs wherever a Pod starts anew, and nobody can say which one is running.',
  fix: 'Name the release that was tested, such as `:v1.4.2`, or add the digest of the build.',
  see: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  *check({ container: { image = '' }, path }) {
    if (tagStabilityOf(image) !== 'branch') return;
    const found = `The tag \`${tryImage(image)?.tag ?? ''}\` of \`${image}\` follows a branch.`;
    yield { path: path.child('image'), found };
  },
};
