import type { PlacedContainer } from '../../kube/containers';
import { imageComplaint, isFloatingTag } from '../../kube/image';
import type { ProblemList } from '../../kube/problem-list';
import type { Said } from './said';

/** Every image can be pulled by its name, and is the same one tomorrow. */
export function requirePinnedImages(containers: readonly PlacedContainer[], said: Said, list: ProblemList): void {
  for (const { container, path } of containers) {
    const { image = '' } = container;
    const complaint = image === '' ? undefined : imageComplaint(image);
    if (image === '' || (complaint === undefined && !isFloatingTag(image))) continue;
    const field = path.child('image');
    if (said.excuses(field.toString())) continue;
    if (complaint !== undefined) list.invalid('invalid-image', field, image, complaint, { ours: true });
    else {
      const detail = 'runs whatever was pushed last: name a version or a digest';
      list.invalid('floating-image-tag', field, image, detail, { ours: true });
    }
  }
}
