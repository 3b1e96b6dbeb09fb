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
    look(container[name], path.child(name), found);
  }
  const { lifecycle } = container;
  if (lifecycle == null) return found;
  for (const name of ['postStart', 'preStop'] as const)
    look(lifecycle[name], path.child('lifecycle').child(name), found);
  return found;
}

function look(handler: Probe | LifecycleHandler | undefined, path: FieldPath, found: SuspectField[]): void {
  if (handler == null) return;
  const { exec, httpGet } = handler;
  for (const [position, why] of secretsInArguments(exec?.command ?? [])) {
    found.push([path.child('exec').child('command').index(position), why]);
  }
  const headers = path.child('httpGet').child('httpHeaders');
  for (const [position, { name, value = '' }] of (httpGet?.httpHeaders ?? []).entries()) {
    const why = secretInVariable(name, value);
    if (why !== undefined) found.push([headers.index(position).child('value'), why]);
  }
}
