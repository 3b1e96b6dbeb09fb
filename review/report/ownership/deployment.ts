import type { DeploymentSpec } from '../../../lib/kube/api/deployment';
import { drainTexts } from '../drain';
import { evictionText, isEvicted } from '../node-loss';
import { rollingUpdateOf, type RollingUpdate } from '../rolling-update';
import { rolloutGateOf } from '../rollout-gate';
import { scaleTexts } from '../scale';
import type { Subject } from '../subject';
import { count, seconds, sentences } from '../words';
import type { OwnerWords } from './owner-words';

/** What a Deployment does with its Pods. */
export function deploymentWords(subject: Subject, spec: DeploymentSpec): OwnerWords {
  const { words } = subject.count;
  return {
    failure: sentences(
      subject.count.most === 0
        ? 'it keeps no Pods running'
        : `it keeps ${words} running: one that is deleted, evicted or has failed is replaced by a new one with another name`,
    ),
    deletion: sentences('deleting a Pod makes a new one; deleting the Deployment deletes all of its Pods'),
    rollout: sentences(...rolloutTexts(subject, spec)),
    scale: scaleTexts(subject),
    maintenance: drainTexts(subject),
    nodeLoss: sentences(
      evictionText(subject),
      isEvicted(subject) && 'its replacement is made at once, on another node and under another name',
    ),
    badRollout: badRolloutTexts(subject, spec),
  };
}

function rolloutTexts(subject: Subject, spec: DeploymentSpec): (string | false)[] {
  const pods = subject.count.least ?? 0;
  const paused = spec.paused === true && 'it is paused: a changed template is not rolled out before it is resumed';
  if (spec.strategy?.type === 'Recreate') {
    return [
      paused,
      `all old Pods end before the first new one starts (\`Recreate\`): nothing serves in between, for up to ${seconds(subject.workload.stop.worstCase)} of stopping and the whole start`,
    ];
  }
  if (pods === 0) return [paused, 'without Pods a rollout changes nothing that runs'];
  const update = rollingUpdateOf(spec, pods);
  if (update === undefined) return [paused, 'how many Pods a rollout takes away at a time cannot be read'];
  return [paused, stepText(subject, pods, update), shareText(subject, spec, pods)];
}

function stepText(subject: Subject, pods: number, { surge, unavailable }: RollingUpdate): string {
  const stays = pods - unavailable;
  const most = pods + surge;
  const bounds = `${stays === pods ? `all ${pods} Pods stay` : `at least ${stays} of ${count(pods, 'Pod')} ${stays === 1 ? 'stays' : 'stay'}`} available and at most ${most} exist`;
  if (pods === 1) {
    if (unavailable === 0) {
      const { by, soon } = rolloutGateOf(subject);
      return `a new Pod has to be available before the old one ends${by === 'readiness' ? '' : `, which it is ${soon}`}`;
    }
    return surge === 0
      ? 'the old Pod ends before the new one starts: nothing serves in between'
      : 'the old Pod may end before the new one is available: nothing may serve in between';
  }
  if (stays === 0) return `all ${pods} Pods may be gone at the same time, and at most ${most} exist`;
  return `Pods are replaced step by step: ${bounds} at a time`;
}

/** A share comes to another number where an autoscaler changes the whole. */
function shareText({ count: { least, most } }: Subject, spec: DeploymentSpec, pods: number): string | false {
  if (least === most || most === undefined) return false;
  const update = rollingUpdateOf(spec, most);
  return (
    update !== undefined &&
    `that is with ${count(pods, 'Pod')}; with ${most}, ${update.unavailable} may be missing and ${update.surge} more may exist`
  );
}

function badRolloutTexts(subject: Subject, spec: DeploymentSpec): string[] {
  const { least = 0 } = subject.count;
  if (least === 0) return sentences('it has no Pods that a rollout could harm');
  const { by, instead } = rolloutGateOf(subject);
  const gate =
    by === 'readiness' ? 'a new Pod that is never ready takes no traffic, and the rollout stands still' : instead;
  const isRolling = spec.strategy?.type === 'RollingUpdate';
  const update = rollingUpdateOf(spec, least);
  const stays = update === undefined ? 0 : least - update.unavailable;
  const rest = by !== 'running' && isRolling && staysText(stays, least);
  const deadline = spec.progressDeadlineSeconds ?? 600;
  return sentences(
    gate,
    !isRolling && 'the old Pods are gone by then',
    rest,
    deadline < ENDLESS &&
      `after ${seconds(deadline)} without progress it is reported as failed (\`ProgressDeadlineExceeded\`)`,
    'nothing rolls it back by itself',
  );
}

function staysText(stays: number, pods: number): string {
  if (stays === 0) return 'none of the old Pods has to stay until then';
  if (pods === 1) return 'the old Pod stays until then';
  return `${stays} of the old Pods ${stays === 1 ? 'has' : 'have'} to stay until then`;
}

/** A deadline of the largest number is none. */
const ENDLESS = 2 ** 31 - 1;
