import type { ContainerResizePolicy } from '../api/container';
import type { FieldPath } from '../field-path';
import { gateIsOn, type PodScope } from './pod-scope';
import type { Written } from './written';

const RESOURCES = ['cpu', 'memory'];
const POLICIES = ['NotRequired', 'RestartContainer'];

/** What happens to a container when a resource is resized. The server names the list and not the entry. */
export function validateResizePolicy(
  scope: PodScope,
  policies: readonly Written<ContainerResizePolicy>[],
  path: FieldPath,
): void {
  if (!gateIsOn(scope, 'resizePolicy')) return;
  const { problems } = scope;
  const seen = new Set<string>();
  policies.forEach(({ resourceName = '', restartPolicy = '' }, position) => {
    if (seen.has(resourceName)) {
      problems.duplicate('duplicate-name', path.index(position), resourceName, 'a resource has one resize policy');
    }
    seen.add(resourceName);
    if (!resourceName) problems.required('resize-policy', path, 'the resource that the policy is for');
    else if (!RESOURCES.includes(resourceName)) problems.notSupported('resize-policy', path, resourceName, RESOURCES);
    if (!restartPolicy) problems.required('resize-policy', path, 'whether the container restarts');
    else if (!POLICIES.includes(restartPolicy)) problems.notSupported('resize-policy', path, restartPolicy, POLICIES);
    if (scope.spec.restartPolicy === 'Never' && restartPolicy !== 'NotRequired') {
      const detail = "must be NotRequired, because the Pod's restartPolicy is Never";
      problems.invalid('resize-policy', path, restartPolicy, detail);
    }
  });
}
