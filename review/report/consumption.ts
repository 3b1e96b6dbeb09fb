import { amountsText, amountText, resourceName } from './amounts';
import type { Answer } from './answer';
import { withoutLimit, type ResourcesReport } from './resources';
import { rollingUpdateOf } from './rolling-update';
import { nameOf, type Subject } from './subject';
import { code, list, names, sentences } from './words';

/** How much may it consume? */
export function consumptionAnswer(subject: Subject, report: ResourcesReport): Answer {
  const { requests } = subject.workload.resources;
  const perPod = amountsText(new Map([...requests].map(([resource, { amount }]) => [resource, amount])));
  return {
    id: 'consumption',
    question: 'How much may it consume?',
    sentences: sentences(
      perPod === ''
        ? 'a Pod asks for nothing: nothing is set aside for it'
        : `a Pod has ${perPod} set aside for it${peaksText(subject)}`,
      perPod !== '' && manyText(subject, report),
      ...limitTexts(subject),
      ...memoryVolumesText(report),
    ),
    open: sentences(...missingTexts(subject)),
  };
}

/** What decides is worth a word only where it is not the plain sum. */
function peaksText({ workload }: Subject): string {
  const unusual = [...workload.resources.requests].filter(
    ([, { amount, decidedBy }]) => decidedBy !== 'steady' && !amount.isZero(),
  );
  const byStart = unusual
    .filter(([, { decidedBy }]) => decidedBy === 'startPeak')
    .map(([resource]) => resourceName(resource));
  const byPod = unusual
    .filter(([, { decidedBy }]) => decidedBy === 'podLevel')
    .map(([resource]) => resourceName(resource));
  const parts = [
    ...(byStart.length === 0 ? [] : [`its start needs the most ${list(byStart)}`]),
    ...(byPod.length === 0 ? [] : [`its own \`resources\` decide on ${list(byPod)}`]),
  ];
  return parts.length === 0 ? '' : `: ${list(parts)}`;
}

function manyText({ count, owner, workload }: Subject, { totalText }: ResourcesReport): string | undefined {
  if (count.per === 'node') return 'it asks for that on every node that it runs on';
  if (count.most === undefined || count.least === undefined) return undefined;
  const surge = surgeOf(owner, count.most);
  const during =
    surge === 0
      ? ''
      : `, and up to ${amountsText(new Map([...workload.resources.requests].map(([name, { amount }]) => [name, amount.times((count.most ?? 0) + surge)])))} during a rollout`;
  if (count.least === 1 && count.most === 1 && during === '') return undefined;
  if (count.most === 0)
    return owner.kind === 'PodTemplate' ? undefined : `with ${count.words} it asks for nothing at the moment`;
  return `${count.words} ask for ${totalText}${during}`
    .replace(/^1 Pod ask /, '1 Pod asks ')
    .replace(/^(1 Pod per run) ask /, '$1 asks ');
}

function limitTexts(subject: Subject): (string | undefined)[] {
  const { limits, unlimited } = subject.workload.resources;
  const amount = (resource: string) => (unlimited.includes(resource) ? undefined : limits.get(resource)?.amount);
  const memory = amount('memory');
  const disk = amount('ephemeral-storage');
  return [
    memory &&
      `a Pod may use ${amountText('memory', memory)} of memory at most: ${whoDies(subject)} killed at its limit (OOMKilled)`,
    throttledText(subject),
    unlimited.includes('cpu')
      ? `${withoutLimit(subject, 'cpu')} may use whatever CPU the node has to spare`
      : undefined,
    disk && `it is evicted when it writes more than ${amountText('ephemeral-storage', disk)} to the disk of its node`,
  ];
}

function whoDies({ spec, running }: Subject): string {
  if (spec.resources?.limits?.['memory'] !== undefined) return 'what needs more is';
  return running.length === 1 ? `${names(running.map(nameOf))} is` : 'each container is';
}

function throttledText({ spec, workload }: Subject): string | undefined {
  const ofPod =
    spec.resources?.limits?.['cpu'] === undefined ? undefined : workload.resources.limits.get('cpu')?.amount;
  if (ofPod !== undefined) return `a CPU limit slows it down, and does not kill it, at ${amountText('cpu', ofPod)}`;
  const limited = workload.resources.containers.flatMap(({ limits, name, role }) => {
    const limit = limits.get('cpu');
    if (limit === undefined || limit.sign() <= 0 || role === 'ephemeral') return [];
    return [`${code(name || '(no name)')} at ${amountText('cpu', limit)}`];
  });
  return limited.length === 0 ? undefined : `a CPU limit slows down, and does not kill, ${list(limited)}`;
}

function memoryVolumesText({ memoryVolumes }: ResourcesReport): string[] {
  return memoryVolumes.map(({ name, sizeLimit }) =>
    sizeLimit === undefined
      ? `what is written to volume ${code(name)} is memory of the Pod too`
      : `what is written to volume ${code(name)}, ${code(sizeLimit)} at most, is memory of the Pod too`,
  );
}

function missingTexts(subject: Subject): (string | false)[] {
  const silentOn = (resource: string) => silentContainers(subject, resource);
  const [cpu, memory] = [silentOn('cpu'), silentOn('memory')];
  const both = cpu.filter((name) => memory.includes(name));
  return [
    silentText(both, 'neither CPU nor memory'),
    silentText(
      cpu.filter((name) => !both.includes(name)),
      'no CPU',
    ),
    silentText(
      memory.filter((name) => !both.includes(name)),
      'no memory',
    ),
    subject.workload.resources.unlimited.includes('memory') &&
      `nothing bounds the memory of ${withoutLimit(subject, 'memory')} but the node`,
  ];
}

function silentText(silent: readonly string[], what: string): string | false {
  if (silent.length === 0) return false;
  return silent.length === 1
    ? `${names(silent)} asks for ${what}: how much it needs is not said`
    : `${names(silent)} ask for ${what}: how much they need is not said`;
}

/** The containers that do not say what they need, where the Pod does not say it for them. */
function silentContainers({ spec, workload }: Subject, resource: string): string[] {
  if ((spec.resources?.requests?.[resource] ?? spec.resources?.limits?.[resource]) !== undefined) return [];
  return workload.resources.containers.flatMap(({ name, requests, role }) =>
    role !== 'ephemeral' && (requests.get(resource)?.sign() ?? 0) <= 0 ? [name || '(no name)'] : [],
  );
}

/** How many Pods more there may be while a Deployment is rolled out. */
function surgeOf(owner: Subject['owner'], pods: number): number {
  return owner.kind === 'Deployment' ? (rollingUpdateOf(owner.spec, pods)?.surge ?? 0) : 0;
}
