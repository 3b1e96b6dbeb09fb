import type { EphemeralContainer } from '../api/container';
import type { FieldPath } from '../field-path';
import { RUNNING_FIELDS, validateAnyContainer, validateImageBlanks } from './container';
import { checkUniqueName } from './containers';
import type { PodScope } from './pod-scope';

const FORBIDDEN = ['ports', 'resizePolicy', 'restartPolicy', 'restartPolicyRules', ...RUNNING_FIELDS] as const;
const DETAIL = 'cannot be set for an ephemeral container';

/** The ephemeral containers: none when a Pod is made, and yet the server judges each of them. */
export function validateEphemeralContainers(scope: PodScope, path: FieldPath): void {
  const { problems, spec, holder } = scope;
  const containers = spec.ephemeralContainers ?? [];
  if (containers.length === 0) return;
  const targets = [...(spec.containers ?? []), ...(spec.initContainers ?? [])].map(({ name }) => name || '');
  const names = new Set(targets);
  containers.forEach((container, position) => {
    const at = path.index(position);
    validateAnyContainer(scope, container, at);
    validateImageBlanks(scope, container.image, at);
    checkUniqueName(scope, container, names, at);
    names.add(container.name || '');
    const target = container.targetContainerName;
    if (target && !targets.includes(target)) {
      const detail = 'must be a regular or init container of the Pod';
      problems.notFound('unknown-container', at.child('targetContainerName'), target, detail);
    }
    validateFields(scope, container, at);
  });
  const detail =
    holder === 'pod' ? 'can only be added to a running Pod, not set on create' : 'are not for a Pod template';
  problems.forbidden('ephemeral-containers', path, detail);
}

function validateFields({ problems }: PodScope, container: EphemeralContainer, path: FieldPath): void {
  for (const field of FORBIDDEN.filter((name) => container[name] != null)) {
    problems.forbidden('ephemeral-container-field', path.child(field), DETAIL);
  }
  const { limits, requests, claims } = container.resources ?? {};
  if (limits != null || requests != null || claims != null) {
    problems.forbidden('ephemeral-container-field', path.child('resources'), DETAIL);
  }
  (container.volumeMounts ?? []).forEach((mount, position) => {
    for (const field of ['subPath', 'subPathExpr'] as const) {
      if (!mount[field]) continue;
      const at = path.child('volumeMounts').index(position).child(field);
      problems.forbidden('ephemeral-container-field', at, DETAIL);
    }
  });
}
