import type { Container, EphemeralContainer } from '../api/container';
import type { FieldPath } from '../field-path';
import { validateEnv, validateEnvFrom } from './env';
import { validateLifecycle } from './lifecycle';
import { validateDevices, validateMounts } from './mounts';
import { checkDnsLabel } from './name-checks';
import type { PodScope } from './pod-scope';
import { validatePorts } from './ports';
import { validateProbe } from './probes';
import { validateResizePolicy } from './resize-policy';
import { validateContainerResources } from './resources';
import { validateSecurityContext } from './security-context';
import { checkWord, requireText } from './value-checks';

const MESSAGE_POLICIES = ['File', 'FallbackToLogsOnError'];
const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];

/** The fields of a container that say when it counts as alive and what happens around its run. */
export const RUNNING_FIELDS = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const;

/** What holds for every container, whatever it is for. */
export function validateAnyContainer(
  scope: PodScope,
  container: Container | EphemeralContainer,
  path: FieldPath,
): void {
  const { problems } = scope;
  if (!container.name) requireText(problems, container.name, path.child('name'), 'the name of the container');
  else checkDnsLabel(problems, container.name, path.child('name'));
  requireText(problems, container.image, path.child('image'), 'the image to run');
  checkWord(
    problems,
    'termination-message-policy',
    container.terminationMessagePolicy,
    MESSAGE_POLICIES,
    path.child('terminationMessagePolicy'),
  );
  if (container.ports != null) validatePorts(problems, container.ports, path.child('ports'));
  if (container.env != null) validateEnv(scope, container.env, path.child('env'));
  if (container.envFrom != null) validateEnvFrom(scope, container.envFrom, path.child('envFrom'));
  if (container.volumeMounts != null) validateMounts(scope, container, path.child('volumeMounts'));
  if (container.volumeDevices != null) validateDevices(scope, container, path.child('volumeDevices'));
  checkWord(problems, 'pull-policy', container.imagePullPolicy, PULL_POLICIES, path.child('imagePullPolicy'));
  if (container.resources != null) validateContainerResources(scope, container.resources, path.child('resources'));
  if (container.resizePolicy != null) validateResizePolicy(scope, container.resizePolicy, path.child('resizePolicy'));
  if (container.securityContext != null) {
    validateSecurityContext(scope, container.securityContext, path.child('securityContext'));
  }
}

/** Hooks and probes, of a container that may have them. */
export function validateRunningFields(scope: PodScope, container: Container, path: FieldPath): void {
  if (container.lifecycle != null) validateLifecycle(scope, container.lifecycle, path.child('lifecycle'));
  for (const field of ['livenessProbe', 'readinessProbe', 'startupProbe'] as const) {
    const probe = container[field];
    if (probe != null) validateProbe(scope, probe, field, path.child(field));
  }
}

/** An image with blanks around it; a template may have one, for whoever fills it in. */
export function validateImageBlanks(scope: PodScope, image: string | undefined, path: FieldPath): void {
  if (image == null || image.trim() === image) return;
  scope.problems.invalid('image-blanks', path.child('image'), image, 'must not begin or end with a blank');
}
