import { imageComplaint } from '../../lib/kube/image';
import type { ContainerRule } from '../rule';

/** The API server takes any text for an image; the kubelet does not. */
export const validImageName: ContainerRule = {
  id: 'valid-image-name',
  about: 'container',
  severity: 'error',
  title: 'Images have names that a node can pull',
  consequence: 'The container never starts: the kubelet says `InvalidImageName`, and a rollout stands still.',
  fix: 'Write `registry/path:tag`; where a tool fills in the image, review what the tool writes.',
  see: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  *check({ container: { image = '' }, path }, { kind }) {
    // In a Pod the API server refuses blanks around an image, and no image at all everywhere.
    if (image.trim() === '' || (kind === 'Pod' && image.trim() !== image)) return;
    const complaint = imageComplaint(image);
    if (complaint === undefined) return;
    yield { path: path.child('image'), found: `\`${image}\` is no name of an image: it ${complaint}.` };
  },
};
