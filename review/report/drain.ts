import type { IntOrString } from '../../lib/kube/api/scalars';
import { podsOf } from './rolling-update';
import type { Subject } from './subject';
import type { Budget } from './surroundings';
import { code, count, names, sentences } from './words';

/** What a drain of its node does to the Pods of a workload that is not a DaemonSet, each as a sentence. */
export function drainTexts(subject: Subject): string[] {
  const unguarded = subject.budgets.length === 0 ? sentences(unguardedText(subject)) : [];
  return [...unguarded, ...budgetTexts(subject), ...scratchTexts(subject)];
}

/** What the PodDisruptionBudgets of a workload allow, each as a sentence. */
export function budgetTexts(subject: Subject): string[] {
  const { budgets } = subject;
  return sentences(
    ...budgets.map((budget) => budgetText(budget, subject)),
    budgets.length > 1 && 'more than one PodDisruptionBudget selects it: the eviction API then refuses every eviction',
  );
}

/** What a drain asks of whoever drains because of scratch volumes, as a sentence. */
export function scratchTexts({ spec }: Subject): string[] {
  const scratch = (spec.volumes ?? []).filter(({ emptyDir }) => emptyDir !== undefined).map(({ name }) => name);
  return sentences(
    scratch.length > 0 &&
      `\`kubectl drain\` asks for \`--delete-emptydir-data\`: what is in ${names(scratch)} goes with the Pod`,
  );
}

/** How many Pods a PodDisruptionBudget lets go at a time; undefined where it cannot be told. */
export function allowedDisruptions({ entity, selected }: Budget, pods: number | undefined): number | undefined {
  if (selected.length !== 1 || pods === undefined) return undefined;
  const least = amountIn(entity.read('spec', 'minAvailable'), pods);
  const most = amountIn(entity.read('spec', 'maxUnavailable'), pods);
  if (least !== undefined) return Math.max(pods - least, 0);
  return most === undefined ? undefined : Math.min(most, pods);
}

function unguardedText({ count: { least, most }, owner }: Subject): string | undefined {
  if (most === 0) return undefined;
  const none = 'no PodDisruptionBudget among these objects selects it';
  if (owner.kind === 'Job' || owner.kind === 'CronJob') return `${none}: a drain evicts its Pods when it comes`;
  if (most === 1) return `${none}: a drain evicts its only Pod`;
  return `${none}: a drain may evict all of its Pods that are on the node at once${least === most ? '' : ', however many there are'}`;
}

function budgetText(budget: Budget, { count: { least, per } }: Subject): string {
  const { entity, selected } = budget;
  const name = `PodDisruptionBudget ${code(entity.identity.name)}`;
  if (selected.length > 1)
    return `${name} bounds evictions, counted over ${count(selected.length, 'workload')} together`;
  const pods = per === 'total' ? least : undefined;
  const allowed = allowedDisruptions(budget, pods);
  if (pods === undefined || allowed === undefined)
    return `${name} bounds how many of its Pods may be evicted at a time`;
  if (pods === 0) return `${name} has no Pods to protect`;
  if (allowed === 0) return `${name} lets none of ${count(pods, 'Pod')} go: a drain waits until somebody steps in`;
  if (pods === 1) return `${name} lets its only Pod go`;
  return `${name} lets ${allowed} of ${count(pods, 'Pod')} go at a time: a drain waits for the others to be ready elsewhere`;
}

/** The disruption controller rounds every share up. */
function amountIn(value: unknown, pods: number): number | undefined {
  return typeof value === 'number' || typeof value === 'string'
    ? podsOf(value satisfies IntOrString, pods, 'up')
    : undefined;
}
