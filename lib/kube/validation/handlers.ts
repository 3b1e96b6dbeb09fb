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

/** What a probe or a lifecycle hook does: exactly one handler. The server judges the first and refuses the others. */
export function validateHandler(scope: PodScope, handler: Handlers, path: FieldPath, code: string): void {
  const { problems } = scope;
  const { exec, httpGet, tcpSocket, grpc, sleep } = handler;
  const given: [field: string, judge: (at: FieldPath) => void][] = [];
  if (exec != null)
    given.push([
      'exec',
      (at) => {
        validateExec(problems, exec, at);
      },
    ]);
  if (httpGet != null)
    given.push([
      'httpGet',
      (at) => {
        validateHttpGet(problems, httpGet, at);
      },
    ]);
  if (tcpSocket != null)
    given.push([
      'tcpSocket',
      (at) => {
        validatePort(problems, tcpSocket.port, at.child('port'));
      },
    ]);
  if (grpc != null)
    given.push([
      'grpc',
      (at) => {
        checkPortNumber(problems, numberOf(grpc), at.child('port'));
      },
    ]);
  if (sleep != null)
    given.push([
      'sleep',
      (at) => {
        validateSleep(scope, sleep, at);
      },
    ]);

  const [first, ...others] = given;
  if (first === undefined) problems.required(code, path, 'one of exec, httpGet, tcpSocket, or what else fits here');
  else first[1](path.child(first[0]));
  for (const [field] of others) {
    problems.forbidden(code, path.child(field), `there can be only one handler, and ${first?.[0] ?? 'another'} is set`);
  }
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

function numberOf({ port = 0 }: { readonly port?: number }): number {
  return port;
}
