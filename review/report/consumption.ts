import { amountsText, amountText, byImportance, resourceName } from './amounts';
import type { Answer } from './answer';
import { withoutLimit, type ResourcesReport } from './resources';
import { rollingUpdateOf } from './rolling-update';
import { nameOf, type Subject } from './subject';
import { are, code, list, names, sentences } from './words';

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

function limitTexts(subject: Subject): string[] {
  const { limits, unlimited } = subject.workload.resources;
  const bounded = [...limits.keys()].filter((resource) => !unlimited.includes(resource)).sort(byImportance);
  const memory = limits.get('memory');
  const cpu = limits.get('cpu');
  const texts: string[] = [];
  if (bounded.includes('memory') && memory !== undefined) {
    texts.push(
      `a Pod may use ${amountText('memory', memory.amount)} of memory at most: ${whoDies(subject)} killed at its limit (OOMKilled)`,
    );
  } else {
    texts.push(`nothing bounds the memory of ${withoutLimit(subject, 'memory')} but the node`);
  }
  if (bounded.includes('cpu') && cpu !== undefined) {
    texts.push(`it is slowed down, not killed, at ${amountText('cpu', cpu.amount)}`);
  } else {
    texts.push(`${withoutLimit(subject, 'cpu')} may use whatever CPU the node has to spare`);
  }
  const others = bounded.filter((resource) => resource !== 'cpu' && resource !== 'memory');
  if (others.includes('ephemeral-storage')) {
    const disk = limits.get('ephemeral-storage');
    if (disk !== undefined)
      texts.push(
        `it is evicted when it writes more than ${amountText('ephemeral-storage', disk.amount)} to the disk of its node`,
      );
  }
  return texts;
}

function whoDies({ spec, running }: Subject): string {
  if (spec.resources?.limits?.['memory'] !== undefined) return 'what needs more is';
  return running.length === 1 ? `${names(running.map(nameOf))} is` : 'each container is';
}

function memoryVolumesText({ memoryVolumes }: ResourcesReport): string[] {
  return memoryVolumes.map(({ name, sizeLimit }) =>
    sizeLimit === undefined
      ? `what is written to volume ${code(name)} is memory of the Pod too`
      : `what is written to volume ${code(name)}, ${code(sizeLimit)} at most, is memory of the Pod too`,
  );
}

function missingTexts(subject: Subject): string[] {
  const { containers, requests, unlimited } = subject.workload.resources;
  const own = subject.spec.resources;
  const texts: string[] = [];
  for (const resource of ['cpu', 'memory'] as const) {
    const isPodLevel = own?.requests?.[resource] !== undefined || own?.limits?.[resource] !== undefined;
    const silent = containers.filter(
      ({ role, ...each }) => role !== 'ephemeral' && !isPodLevel && (each.requests.get(resource)?.sign() ?? 0) <= 0,
    );
    if (silent.length > 0 || (requests.get(resource)?.amount.isZero() ?? true)) {
      const who = silent.length > 0 ? names(silent.map(({ name }) => name || '(no name)')) : 'the Pod';
      texts.push(
        `${who} ${silent.length > 1 ? 'ask' : 'asks'} for no ${resourceName(resource)}: how much it needs is not said`,
      );
    }
  }
  if (unlimited.includes('memory'))
    texts.push(
      `${withoutLimit(subject, 'memory')} ${are(unlimitedCount(subject))} without a memory limit: the node is the only bound`,
    );
  return texts;
}

function unlimitedCount({ workload }: Subject): number {
  return workload.resources.containers.filter(
    ({ limits, role }) => role !== 'ephemeral' && (limits.get('memory')?.sign() ?? 0) <= 0,
  ).length;
}

/** How many Pods more there may be while a Deployment is rolled out. */
function surgeOf(owner: Subject['owner'], pods: number): number {
  return owner.kind === 'Deployment' ? (rollingUpdateOf(owner.spec, pods)?.surge ?? 0) : 0;
}
