import type { Container } from '../api/container';
import type { FieldPath } from '../field-path';
import { RUNNING_FIELDS, validateAnyContainer, validateImageBlanks, validateRunningFields } from './container';
import { validateContainerRestart } from './container-restart';
import { checkUniqueName } from './containers';
import { gateIsOn, type PodScope } from './pod-scope';
import { validateHostPorts } from './ports';

/** The init containers: a sidecar may have hooks and probes, one that runs to its end may not. */
export function validateInitContainers(scope: PodScope, path: FieldPath): void {
  const { problems, spec, holder } = scope;
  const { initContainers } = spec;
  if (initContainers == null) return;
  const names = new Set((spec.containers ?? []).map((container) => container.name || ''));
  initContainers.forEach((container, position) => {
    const at = path.index(position);
    validateAnyContainer(scope, container, at);
    validateContainerRestart(scope, container, 'initContainers', at);
    checkUniqueName(scope, container, names, at);
    if (container.name) names.add(container.name);
    validateHostPorts(problems, [container], path);
    if (container.restartPolicy === 'Always' && gateIsOn(scope, 'sidecarContainers')) {
      validateRunningFields(scope, container, at);
    } else {
      for (const field of RUNNING_FIELDS.filter((name) => container[name] != null)) {
        const detail = 'an init container runs to its end; only one with restartPolicy: Always can have this';
        problems.forbidden('init-container-field', at.child(field), detail);
      }
    }
    validateInitResize(scope, container, at.child('resizePolicy'));
    if (holder === 'pod') validateImageBlanks(scope, container.image, at);
  });
}

/** An init container that runs to its end is never resized, and so cannot ask for a restart when it is. */
function validateInitResize(scope: PodScope, container: Container, path: FieldPath): void {
  if (container.restartPolicy === 'Always' || !gateIsOn(scope, 'noResizeOfInitContainers')) return;
  if (!container.resizePolicy?.some(({ restartPolicy }) => restartPolicy === 'RestartContainer')) return;
  const detail = 'must be NotRequired: an init container that runs to its end is never resized';
  scope.problems.invalid('resize-policy', path, 'RestartContainer', detail);
}
