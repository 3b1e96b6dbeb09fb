import type { PlacedContainer } from '../../kube/containers';
import type { ProblemList } from '../../kube/problem-list';
import type { Said } from './said';

/** A writable root file system is an exception; Pod Security does not ask, and whoever breaks in would be glad of it. */
export function requireReadOnlyRoots(containers: readonly PlacedContainer[], said: Said, list: ProblemList): void {
  for (const { container, path } of containers) {
    if (container.securityContext?.readOnlyRootFilesystem !== false) continue;
    const field = path.child('securityContext').child('readOnlyRootFilesystem');
    if (said.excuses(field.toString())) continue;
    const detail = 'declare what must be writable with scratch(path, size), or wrap the value in except(false, why)';
    list.forbidden('writable-root', field, detail, { ours: true });
  }
}
