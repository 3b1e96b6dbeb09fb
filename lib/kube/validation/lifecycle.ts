import type { Lifecycle } from '../api/probe';
import type { FieldPath } from '../field-path';
import { validateHandler } from './handlers';
import type { PodScope } from './pod-scope';

/** The hooks of a container, each with one handler. */
export function validateLifecycle(scope: PodScope, lifecycle: Lifecycle, path: FieldPath): void {
  for (const field of ['postStart', 'preStop'] as const) {
    const hook = lifecycle[field];
    if (hook != null) validateHandler(scope, hook, path.child(field), 'hook');
  }
}
