import type { PodSpec } from '../../kube/api/pod';
import { containersOf } from '../../kube/containers';
import type { ProblemList } from '../../kube/problem-list';
import type { Said } from './said';

/** A writable root file system is an exception; Pod Security does not ask, and whoever breaks in would be glad of it. */
export function requireReadOnlyRoots(spec: PodSpec, said: Said, list: ProblemList): void {
  for (const { container, path } of containersOf(spec)) {
    const field = path.child('securityContext').child('readOnlyRootFilesystem');
    if (container.securityContext?.readOnlyRootFilesystem !== false || said.excuses(field.toString())) continue;
    const detail = 'declare what must be writable with scratch(path, size), or wrap the value in except(false, why)';
    list.forbidden('writable-root', field, detail, { ours: true });
  }
}
