import type { PodSpec } from '../../kube/api/pod';
import { containersOf } from '../../kube/containers';
import { imageComplaint, isFloatingTag } from '../../kube/image';
import type { ProblemList } from '../../kube/problem-list';
import type { Said } from './said';

/** Every image can be pulled by its name, and is the same one tomorrow. */
export function requirePinnedImages(spec: PodSpec, said: Said, list: ProblemList): void {
  for (const { container, path } of containersOf(spec)) {
    const { image = '' } = container;
    const field = path.child('image');
    const complaint = image === '' ? undefined : imageComplaint(image);
    if (image === '' || (complaint === undefined && !isFloatingTag(image))) continue;
    if (said.excuses(field.toString())) continue;
    if (complaint !== undefined) list.invalid('invalid-image', field, image, complaint, { ours: true });
    else {
      const detail = 'runs whatever was pushed last: name a version or a digest';
      list.invalid('floating-image-tag', field, image, detail, { ours: true });
    }
  }
}
