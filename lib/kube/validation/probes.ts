import type { Probe } from '../api/probe';
import type { FieldPath } from '../field-path';
import { validateHandler } from './handlers';
import type { PodScope } from './pod-scope';
import { checkNotNegative } from './value-checks';

/** The three probes of a container, by the field that holds them. */
export type ProbeField = 'livenessProbe' | 'readinessProbe' | 'startupProbe';

/** One probe: one handler, no negative number, and what only its kind allows. */
export function validateProbe(scope: PodScope, probe: Probe, field: ProbeField, path: FieldPath): void {
  const { problems } = scope;
  validateHandler(scope, probe, path, 'probe');
  for (const number of NUMBERS) checkNotNegative(problems, probe[number], path.child(number));
  validateGracePeriod(scope, probe, field, path.child('terminationGracePeriodSeconds'));
  if (field !== 'readinessProbe' && probe.successThreshold != null && probe.successThreshold !== 1) {
    const detail = `must be 1 for a ${field}: one success is a success`;
    problems.invalid('probe-success-threshold', path.child('successThreshold'), probe.successThreshold, detail);
  }
}

const NUMBERS = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
] as const;

function validateGracePeriod({ problems }: PodScope, probe: Probe, field: ProbeField, path: FieldPath): void {
  const seconds = probe.terminationGracePeriodSeconds;
  if (seconds == null) return;
  if (seconds <= 0) problems.invalid('probe-grace-period', path, seconds, 'must be 1 second or more');
  if (field === 'readinessProbe') {
    const detail = 'cannot be set for a readinessProbe, which never ends a container';
    problems.invalid('probe-grace-period', path, seconds, detail);
  }
}
