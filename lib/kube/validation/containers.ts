import type { Container } from '../api/container';
import type { FieldPath } from '../field-path';
import { validateAnyContainer, validateImageBlanks, validateRunningFields } from './container';
import { validateContainerRestart } from './container-restart';
import type { PodScope } from './pod-scope';
import { validateHostPorts } from './ports';

/** The regular containers: at least one, each name once. */
export function validateContainers(scope: PodScope, path: FieldPath): void {
  const { problems, holder } = scope;
  const containers = scope.spec.containers ?? [];
  if (containers.length === 0) {
    problems.required('containers', path, 'at least one container');
    return;
  }
  const names = new Set<string>();
  containers.forEach((container, position) => {
    const at = path.index(position);
    validateAnyContainer(scope, container, at);
    checkUniqueName(scope, container, names, at);
    names.add(container.name || '');
    validateRunningFields(scope, container, at);
    validateContainerRestart(scope, container, 'containers', at);
    if (holder === 'pod') validateImageBlanks(scope, container.image, at);
  });
  validateHostPorts(problems, containers, path);
}

/** Refuses a name that another container of the Pod has, under the position where it comes again. */
export function checkUniqueName(
  { problems }: PodScope,
  container: Pick<Container, 'name'>,
  names: ReadonlySet<string>,
  path: FieldPath,
): void {
  const name = container.name || '';
  if (!names.has(name)) return;
  const detail = 'container names are unique in a Pod, init and ephemeral containers included';
  problems.duplicate('duplicate-name', path.child('name'), name, detail);
}
