import type { FieldPath } from '../field-path';
import type { PodScope } from './pod-scope';

/** Windows containers on the host itself: all of the Pod's containers or none, and on the host's network. */
export function validateHostProcess(scope: PodScope, path: FieldPath): void {
  const { problems, spec, placed } = scope;
  const ofPod = spec.securityContext?.windowsOptions?.hostProcess;
  let onHost = 0;
  for (const { container, path: at } of placed) {
    const own = container.securityContext?.windowsOptions?.hostProcess;
    if (ofPod != null && own != null && own !== ofPod) {
      const where = at.child('securityContext').child('windowsOptions').child('hostProcess');
      problems.invalid('host-process', where, own, `must be ${ofPod}, as at the Pod`);
    }
    if (own ?? ofPod) onHost += 1;
  }
  if (onHost === 0) return;
  if (onHost < placed.length) {
    problems.invalid('host-process', path, '', 'either all containers of a Pod are HostProcess containers or none');
  }
  if (spec.hostNetwork !== true) {
    const detail = 'must be true, because the Pod has HostProcess containers';
    problems.invalid('host-process', path.child('hostNetwork'), false, detail);
  }
}
