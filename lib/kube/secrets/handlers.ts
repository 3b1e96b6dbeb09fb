import type { Container, EphemeralContainer } from '../api/container';
import type { LifecycleHandler, Probe } from '../api/probe';
import type { FieldPath } from '../field-path';
import { secretInVariable, secretsInArguments } from './literals';

/** A field that looks like a secret, with the reason. */
export type SuspectField = readonly [field: FieldPath, why: string];

/** What looks like a secret in the probes and hooks of a container: words of commands, and headers of requests. */
export function secretsInHandlers(container: Container | EphemeralContainer, path: FieldPath): readonly SuspectField[] {
  const found: SuspectField[] = [];
  for (const name of ['startupProbe', 'readinessProbe', 'livenessProbe'] as const) {
    const probe = container[name];
    if (probe != null) look(probe, path.child(name), found);
  }
  for (const name of ['postStart', 'preStop'] as const) {
    const hook = container.lifecycle?.[name];
    if (hook != null) look(hook, path.child('lifecycle').child(name), found);
  }
  return found;
}

function look({ exec, httpGet }: Probe | LifecycleHandler, path: FieldPath, found: SuspectField[]): void {
  for (const [position, why] of secretsInArguments(exec?.command ?? [])) {
    found.push([path.child('exec').child('command').index(position), why]);
  }
  for (const [position, { name, value = '' }] of (httpGet?.httpHeaders ?? []).entries()) {
    const why = secretInVariable(name, value);
    if (why === undefined) continue;
    found.push([path.child('httpGet').child('httpHeaders').index(position).child('value'), why]);
  }
}
