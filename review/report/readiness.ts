import type { Answer } from './answer';
import { actionText, failuresText, patienceText, rhythmText } from './probe-words';
import { minReadySecondsOf } from './rollout-gate';
import { lifeOf, nameOf, type Subject } from './subject';
import type { ReviewedContainer } from '../workload';
import { secondsToNotice } from '../../lib/kube/lifecycle';
import { code, names, seconds, sentences } from './words';

/** How does it prove readiness? */
export function readinessAnswer(subject: Subject): Answer {
  const id = 'readiness';
  const question = 'How does it prove readiness?';
  if (subject.running.length === 0) {
    return { id, question, sentences: [], open: ['It has no container that could be ready.'] };
  }
  const probed = subject.running.filter(({ container }) => container.readinessProbe !== undefined);
  const unproven = subject.running.filter(({ container }) => container.readinessProbe === undefined);
  const proven = [
    ...subject.running.flatMap(startupText),
    ...probed.map(readyText),
    gatesText(subject),
    minReadyText(subject),
    ...trafficText(subject),
  ];
  const life = lifeOf(subject);
  if (life === 'finite') return { id, question, sentences: sentences(finishText(subject), ...proven), open: [] };
  const silent = subject.apps.filter(({ container }) => container.readinessProbe === undefined);
  const serves = life === 'lasting' || subject.services.length > 0;
  const doubtful = serves ? silent : [];
  const others = unproven.filter((each) => !doubtful.includes(each));
  const works = `and nothing here says when ${doubtful.length === 1 ? 'it works' : 'they work'}`;
  return {
    id,
    question,
    sentences: sentences(...proven, soonText(others), life === 'once' && finishText(subject)),
    open: sentences(...(doubtful.length === 0 ? [] : [`${soonText(doubtful)}, ${works}`])),
  };
}

function startupText(placed: ReviewedContainer): string[] {
  const { startupProbe } = placed.container;
  if (startupProbe === undefined) return [];
  const held =
    placed.role === 'sidecar' ? 'what comes after it waits, and so do its other probes' : 'its other probes wait';
  return [
    `${code(nameOf(placed))} has started when ${actionText(startupProbe, placed.container)} succeeds; until then ${held}, and after ${patienceText(startupProbe)} without success it is killed`,
  ];
}

function readyText(placed: ReviewedContainer): string | undefined {
  const { readinessProbe: probe } = placed.container;
  if (probe === undefined) return undefined;
  const needed = (probe.successThreshold ?? 1) > 1 ? ` ${probe.successThreshold ?? 1} times in a row` : '';
  return (
    `${code(nameOf(placed))} is ready when ${actionText(probe, placed.container)} succeeds${needed}, ${rhythmText(probe)}; ` +
    `it is unready when that ${failuresText(probe)}, at most ${seconds(secondsToNotice(probe))} after it stops answering, and is not restarted for it`
  );
}

function gatesText({ spec }: Subject): string | undefined {
  const gates = (spec.readinessGates ?? []).map(({ conditionType }) => conditionType);
  if (gates.length === 0) return undefined;
  return `the Pod is ready only when something outside it has set ${gates.length === 1 ? 'the condition' : 'the conditions'} ${names(gates)}`;
}

function minReadyText(subject: Subject): string | undefined {
  const minimum = minReadySecondsOf(subject);
  if (minimum === 0) return undefined;
  return `a Pod counts as available when it has been ready for ${seconds(minimum)}`;
}

function trafficText({ services }: Subject): (string | undefined)[] {
  const isAlways = (each: Subject['services'][number]) => each.read('spec', 'publishNotReadyAddresses') === true;
  const usual = services.filter((each) => !isAlways(each)).map(({ identity }) => identity.name);
  const always = services.filter(isAlways).map(({ identity }) => identity.name);
  return [
    usual.length === 0
      ? undefined
      : `${usual.length === 1 ? 'Service' : 'Services'} ${names(usual)} ${usual.length === 1 ? 'sends' : 'send'} traffic only to Pods in which every container is ready`,
    always.length === 0
      ? undefined
      : `${always.length === 1 ? 'Service' : 'Services'} ${names(always)} ${always.length === 1 ? 'publishes' : 'publish'} its Pods before they are ready too`,
  ];
}

function soonText(unproven: readonly ReviewedContainer[]): string {
  if (unproven.length === 0) return '';
  const begins = unproven.some(({ container }) => container.startupProbe) ? 'has started' : 'runs';
  const [have, each] = unproven.length === 1 ? ['has', 'it'] : ['have', 'each'];
  return `${names(unproven.map(nameOf))} ${have} no readiness probe: ${each} counts as ready as soon as it ${begins}`;
}

function finishText(subject: Subject): string {
  const { apps } = subject;
  const who = apps.length === 1 ? names(apps.map(nameOf)) : 'every regular container';
  return lifeOf(subject) === 'finite'
    ? `it proves itself by its end: a Pod has done its part when ${who} has ended with exit code 0`
    : `when ${who} has ended with exit code 0, the Pod has succeeded`;
}
