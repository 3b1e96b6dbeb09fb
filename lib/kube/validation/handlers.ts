import type { ExecAction, HTTPGetAction, Probe, SleepAction } from '../api/probe';
import type { Int64, IntOrString } from '../api/scalars';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { checkHeaderName, checkPortName } from './name-checks';
import { gateIsOn, type PodScope } from './pod-scope';
import { checkPortNumber, checkWord } from './value-checks';

const SCHEMES = ['HTTP', 'HTTPS'];

/** Everything that a probe or a hook can do, each kind of them a part of it. */
export interface Handlers extends Pick<Probe, 'exec' | 'httpGet' | 'tcpSocket' | 'grpc'> {
  readonly sleep?: SleepAction | undefined;
}

/** Who asks for a handler: the two have not all of them in common. */
export type HandlerOwner = keyof typeof OWNERS;

/** What a probe or a lifecycle hook does: exactly one handler. The server judges the first and refuses the others. */
export function validateHandler(scope: PodScope, handler: Handlers, path: FieldPath, owner: HandlerOwner): void {
  const { code, choice } = OWNERS[owner];
  const known = owner === 'hook' ? IN_ORDER : OF_PROBES;
  let first: (typeof known)[number] | undefined;
  for (const name of known) {
    if (handler[name] == null) continue;
    if (first === undefined) {
      first = name;
      validateFirst(scope, handler, path.child(name));
    } else {
      scope.problems.forbidden(code, path.child(name), `there can be only one handler, and ${first} is set`);
    }
  }
  if (first === undefined) scope.problems.required(code, path, `one of ${choice}`);
}

const OWNERS = {
  probe: { code: 'probe-handlers', choice: 'exec, grpc, httpGet and tcpSocket' },
  hook: { code: 'lifecycle-handlers', choice: 'exec, httpGet and sleep' },
} as const;

/** The order in which the server looks for handlers. */
const OF_PROBES = ['exec', 'httpGet', 'tcpSocket', 'grpc'] as const;
const IN_ORDER = [...OF_PROBES, 'sleep'] as const;

function validateFirst(scope: PodScope, handler: Handlers, path: FieldPath): void {
  const { exec, httpGet, tcpSocket, grpc, sleep } = handler;
  if (exec != null) validateExec(scope.problems, exec, path);
  else if (httpGet != null) validateHttpGet(scope.problems, httpGet, path);
  else if (tcpSocket != null) validatePort(scope.problems, tcpSocket.port, path.child('port'));
  else if (grpc != null) validatePort(scope.problems, grpc.port, path.child('port'));
  else if (sleep != null) validateSleep(scope, sleep, path);
}

function validateExec(problems: ProblemList, exec: ExecAction, path: FieldPath): void {
  if (!exec.command?.length) problems.required('exec-command', path.child('command'), 'the command to run');
}

function validateHttpGet(problems: ProblemList, get: HTTPGetAction, path: FieldPath): void {
  validatePort(problems, get.port, path.child('port'));
  checkWord(problems, 'http-scheme', get.scheme, SCHEMES, path.child('scheme'));
  for (const header of get.httpHeaders ?? []) checkHeaderName(problems, header.name, path.child('httpHeaders'));
}

function validatePort(problems: ProblemList, port: IntOrString | undefined, path: FieldPath): void {
  if (typeof port === 'string') checkPortName(problems, port, path);
  else checkPortNumber(problems, port ?? 0, path);
}

function validateSleep(scope: PodScope, sleep: Partial<SleepAction>, path: FieldPath): void {
  const grace: Int64 = scope.spec.terminationGracePeriodSeconds ?? 30;
  const seconds = sleep.seconds ?? 0;
  const least = gateIsOn(scope, 'zeroSleep') ? 0 : 1;
  if (seconds >= least && seconds <= grace) return;
  const detail = `must be from ${least} second to the Pod's terminationGracePeriodSeconds, ${grace}`;
  scope.problems.invalid('sleep-seconds', path, seconds, detail);
}
