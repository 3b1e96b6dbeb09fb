import { tryImage } from '../../lib/kube/image';
import { isFilledInLater } from '../knowledge/image-tag';
import { isOfficialImage } from '../knowledge/official-images';
import type { ContainerRule } from '../rule';

/** A bare name leads to Docker Hub, where this one is nobody's or somebody else's. */
export const requireImageRegistry: ContainerRule = {
  id: 'require-image-registry',
  about: 'container',
  severity: 'warning',
  title: 'Images of our own name their registry',
  consequence: 'A node that does not hold the image asks Docker Hub for it, and the Pod stays in `ImagePullBackOff`.',
  fix: 'Write the registry before the name, as in `registry.example.com/shop/api:v1.4.2`.',
  see: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  *check({ container: { image = '', imagePullPolicy }, path }) {
    const parsed = tryImage(image);
    if (parsed === undefined || imagePullPolicy === 'Never' || isFilledInLater(image)) return;
    const name = parsed.repository.replace(/^library\//, '');
    if (parsed.registry !== 'docker.io' || name.includes('/') || isOfficialImage(name)) return;
    const found = `\`${image}\` names no registry, and means \`docker.io/library/${name}\`, which is no official image.`;
    yield { path: path.child('image'), found };
  },
};
