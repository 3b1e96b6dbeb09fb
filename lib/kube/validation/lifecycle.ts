import type { Lifecycle, LifecycleHandler } from '../api/probe';
import type { FieldPath } from '../field-path';
import { validateHandler } from './handlers';
import { gateIsOn, type PodScope } from './pod-scope';

/** The hooks of a container, each with one handler. The server ignores stopSignal as long as its gate is off. */
export function validateLifecycle(scope: PodScope, lifecycle: Lifecycle, path: FieldPath): void {
  validateHook(scope, lifecycle.postStart, path.child('postStart'));
  validateHook(scope, lifecycle.preStop, path.child('preStop'));
}

function validateHook(scope: PodScope, hook: LifecycleHandler | undefined, path: FieldPath): void {
  if (hook == null) return;
  if (hook.sleep == null || gateIsOn(scope, 'sleepAction')) {
    validateHandler(scope, hook, path, 'hook');
    return;
  }
  // A server that does not know the action drops it, and the hook with it if nothing else is in it.
  const known = Object.entries(hook).filter(([action]) => action !== 'sleep');
  if (known.length > 0) validateHandler(scope, Object.fromEntries(known), path, 'hook');
}
