import type { Entity } from '../entity';
import { are, code, count, sentence } from '../report/words';
import type { WorkloadFacts } from './facts';
import type { Mismatch, MismatchTopic } from './mismatch';
import { conditionOf, type LiveCondition } from './reading';
import type { Rollout } from './rollout';

/** What of a live owner that keeps Pods running is not as promised: its Pods, its rollout, what its controller says. */
export function ownerMismatches(live: Entity, rollout: Rollout, facts: WorkloadFacts): readonly Mismatch[] {
  const { identity } = live;
  const about = (severity: Mismatch['severity'], topic: MismatchTopic, text: string, rest: Partial<Mismatch> = {}) => ({
    severity,
    topic,
    object: identity,
    sentence: sentence(text),
    ...rest,
  });
  if (live.read('status') === undefined) {
    return [about('error', 'status', `${titled(live)} has no status: no controller has looked at this object`)];
  }
  const mismatches: Mismatch[] = [];
  const { generation, observed } = rollout;
  if (observed < generation) {
    const text = `the controller of ${titled(live)} has not looked at its last change: its status is of generation ${observed}, and the object is at ${generation}`;
    mismatches.push(about('error', 'status', text, { expected: generation, actual: observed }));
  }
  mismatches.push(...numbers(live, rollout, facts).map(([text, rest]) => about('error', 'replicas', text, rest)));
  const moved = rolloutText(rollout);
  if (moved !== undefined) {
    const severity = rollout.state === 'held' ? 'info' : 'error';
    mismatches.push(about(severity, 'rollout', `the rollout of ${titled(live)} ${moved}`));
  }
  const failure = conditionOf(rollout.conditions, 'ReplicaFailure');
  if (failure?.status === 'True') {
    mismatches.push(about('error', 'pods', `${titled(live)} cannot make its Pods${saidBy(failure)}`));
  }
  if (live.read('spec', 'paused') === true && rollout.state !== 'paused') {
    mismatches.push(about('warning', 'rollout', `${titled(live)} is paused: its next change will not be rolled out`));
  }
  return mismatches;
}

/** What an object is called in the middle of a sentence. */
export function titled({ identity: { kind, name } }: Entity): string {
  return `${kind} ${code(name)}`;
}

/** What a condition says, as the end of a sentence. */
export function saidBy({ message, reason }: LiveCondition): string {
  return `${reason === undefined ? '' : `, reason ${code(reason)}`}${message === undefined ? '' : ` (${code(message)})`}`;
}

/** The least that is promised: by Git, or between the bounds of an autoscaler what it has decided; of a DaemonSet, by the nodes. */
function promised({ wanted }: Rollout, { pods: { autoscaler, least, most } }: WorkloadFacts): number {
  if (least === undefined) return wanted;
  return autoscaler === undefined ? least : Math.min(Math.max(wanted, least), most ?? wanted);
}

function numbers(live: Entity, rollout: Rollout, facts: WorkloadFacts): (readonly [string, Partial<Mismatch>])[] {
  const { available, ready, wanted } = rollout;
  const { autoscaler, least, most } = facts.pods;
  const want = promised(rollout, facts);
  const told: (readonly [string, Partial<Mismatch>])[] = [];
  if (autoscaler !== undefined && least !== undefined && most !== undefined && (wanted < least || wanted > most)) {
    const text = `${titled(live)} is set to ${count(wanted, 'Pod')}, and HorizontalPodAutoscaler ${code(autoscaler)} keeps ${least} to ${most}`;
    told.push([text, { expected: `${least} to ${most}`, actual: wanted }]);
  }
  if (ready < want) {
    const text = `${ready} of ${count(want, 'Pod')} of ${titled(live)} ${are(ready)} ready`;
    told.push([text, { expected: want, actual: ready }]);
  } else if (available < want) {
    const text = `${titled(live)} has ${count(want, 'Pod')} ready, of which ${available} ${are(available)} available: the others have not been ready for \`minReadySeconds\``;
    told.push([text, { expected: want, actual: available }]);
  }
  return told;
}

function rolloutText({ current, message, reason, state, updated = 0, wanted }: Rollout): string | undefined {
  const old = Math.max(current - updated, 0);
  const said = saidBy({ type: '', status: '', ...(reason && { reason }), ...(message && { message }) });
  const left = old === 0 ? '' : `, and ${count(old, 'Pod')} of the older ${are(old)} still there`;
  const done = `${updated} of ${count(wanted, 'Pod')} ${are(updated)} made from the newest template${left}`;
  switch (state) {
    case 'settled':
      return undefined;
    case 'stuck':
      return `is stuck${said}: ${done}`;
    case 'paused':
      return `is paused: ${done}`;
    case 'held':
      return `is held by its \`updateStrategy\`: ${done}`;
    case 'under way':
      return `is under way: ${done}`;
  }
}
