import type { Probe } from '../../../lib/kube/api/probe';
import { secondsToNotice, secondsUntilFailure } from '../../../lib/kube/lifecycle';
import type { ReviewedContainer } from '../../workload';
import { list } from '../../report/words';
import { danger, notice, type Consequence } from '../consequence';
import { podsDo, type WorkloadChange } from '../change';

/** When Pods get traffic, when they lose it, and when they are restarted; how long they have to stop. */
export function* trafficConsequences({ was, is, after }: WorkloadChange): Generator<Consequence> {
  const before = new Map(was.containers.map((each) => [each.container.name, each]));
  for (const each of is.containers) {
    const old = before.get(each.container.name);
    if (old !== undefined) yield* probeConsequences(old, each);
  }
  if (was.stop.grace !== is.stop.grace) {
    const change = `${is.stop.grace} s to stop instead of ${was.stop.grace} s`;
    const less = is.stop.grace < was.stop.grace;
    yield less
      ? danger('traffic', `${podsDo(after, 'have', 'has')} ${change}: what takes longer is killed.`)
      : notice('traffic', `${podsDo(after, 'have', 'has')} ${change}.`);
  }
}

function* probeConsequences(old: ReviewedContainer, now: ReviewedContainer): Generator<Consequence> {
  const { name } = now.container;
  const [readyWas, ready] = [old.container.readinessProbe, now.container.readinessProbe];
  if (readyWas !== undefined && ready === undefined) {
    yield danger(
      'traffic',
      `\`${name}\` has no readiness probe any more: it counts as ready as soon as it ${now.container.startupProbe === undefined ? 'runs' : 'has started'}, and neither traffic nor a rollout waits until it can serve.`,
    );
  } else if (readyWas === undefined && ready !== undefined) {
    yield notice('traffic', `\`${name}\` gets traffic only once its readiness probe succeeds.`);
  } else if (ready !== undefined && readyWas !== undefined && !isSame(readyWas, ready)) {
    yield notice(
      'traffic',
      `\`${name}\` is asked otherwise whether it can serve: ${differenceOf(readyWas, ready, 'out of traffic')}`,
    );
  }
  const [aliveWas, alive] = [old.container.livenessProbe, now.container.livenessProbe];
  if (aliveWas === undefined && alive !== undefined) {
    yield danger(
      'restart',
      `\`${name}\` is restarted from now on at most ${secondsToNotice(alive)} s after it stops answering its liveness probe.`,
    );
  } else if (aliveWas !== undefined && alive === undefined) {
    yield notice('restart', `\`${name}\` is restarted only when its process ends: it has no liveness probe any more.`);
  } else if (alive !== undefined && aliveWas !== undefined && !isSame(aliveWas, alive)) {
    yield danger(
      'restart',
      `\`${name}\` is asked otherwise whether it lives: ${differenceOf(aliveWas, alive, 'restarted')}`,
    );
  }
  const [startWas, start] = [old.container.startupProbe, now.container.startupProbe];
  if (startWas !== undefined && start === undefined) {
    yield danger(
      'restart',
      `\`${name}\` has no startup probe any more: the other probes ask from the start${now.role === 'sidecar' ? ', and nobody waits until it has started' : ''}.`,
    );
  } else if (start !== undefined && startWas === undefined) {
    yield danger(
      'restart',
      `\`${name}\` is killed from now on when it has not started after ${secondsUntilFailure(start)} s.`,
    );
  } else if (start !== undefined && startWas !== undefined) {
    const [timeWas, time] = [secondsUntilFailure(startWas), secondsUntilFailure(start)];
    const sentence = `\`${name}\` has ${time} s to start instead of ${timeWas} s.`;
    if (time < timeWas) yield danger('restart', sentence);
    else if (time > timeWas) yield notice('restart', sentence);
  }
  yield* hookConsequences(old, now);
}

/** The hook runs before the signal, and lets requests that are on their way come to an end. */
function* hookConsequences(old: ReviewedContainer, now: ReviewedContainer): Generator<Consequence> {
  const { name } = now.container;
  const [was, is] = [old.container.lifecycle?.preStop, now.container.lifecycle?.preStop];
  if (was !== undefined && is === undefined) {
    yield danger(
      'traffic',
      `\`${name}\` has no \`preStop\` hook any more: it gets its signal at once, while requests may still be on their way to it.`,
    );
  } else if (was === undefined && is !== undefined) {
    yield notice('traffic', `\`${name}\` runs its \`preStop\` hook before it gets its signal to stop.`);
  } else if (JSON.stringify(was) !== JSON.stringify(is)) {
    yield notice('traffic', `\`${name}\` has another \`preStop\` hook.`);
  }
}

function isSame(one: Probe, other: Probe): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function differenceOf(was: Probe, is: Probe, what: string): string {
  const [askedWas, asked] = [questionOf(was), questionOf(is)];
  const [lateWas, late] = [secondsToNotice(was), secondsToNotice(is)];
  const parts = [
    ...(askedWas === asked ? [] : [`by ${asked} instead of ${askedWas}`]),
    ...(lateWas === late ? [] : [`${what} within ${late} s instead of ${lateWas} s`]),
  ];
  return `${parts.length === 0 ? 'its timing is another' : list(parts)}.`;
}

function questionOf({ httpGet, tcpSocket, grpc, exec }: Probe): string {
  if (httpGet !== undefined) return `\`GET ${httpGet.path ?? '/'}\` on port ${httpGet.port}`;
  if (tcpSocket !== undefined) return `a connection to port ${tcpSocket.port}`;
  if (grpc !== undefined) return `gRPC on port ${grpc.port}`;
  return `\`${(exec?.command ?? []).join(' ')}\``;
}
