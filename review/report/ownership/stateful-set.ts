import type { StatefulSetSpec } from '../../../lib/kube/api/stateful-set';
import { drainTexts } from '../drain';
import { evictionText, isEvicted } from '../node-loss';
import { rolloutGateOf } from '../rollout-gate';
import { scaleTexts } from '../scale';
import type { Subject } from '../subject';
import { code, count, sentences } from '../words';
import type { OwnerWords } from './owner-words';

/** What a StatefulSet does with its Pods. */
export function statefulSetWords(subject: Subject, spec: StatefulSetSpec): OwnerWords {
  const hasClaims = (spec.volumeClaimTemplates ?? []).length > 0;
  const same = hasClaims ? 'the same name and the same claims' : 'the same name';
  return {
    failure: sentences(
      subject.count.most === 0
        ? 'it keeps no Pods running'
        : `it keeps ${subject.count.words} running: one that is deleted, evicted or has failed is replaced by a new one with ${same}`,
    ),
    deletion: sentences(
      `deleting a Pod makes a new one with ${same}`,
      'deleting the StatefulSet deletes its Pods in no particular order',
      hasClaims && claimsText(spec.persistentVolumeClaimRetentionPolicy?.whenDeleted, 'it is deleted'),
    ),
    rollout: sentences(...rolloutTexts(subject, spec)),
    scale: [
      ...scaleTexts(subject),
      ...sentences(
        spec.podManagementPolicy === 'Parallel'
          ? 'Pods are added and removed all at once (`Parallel`)'
          : 'Pods are added one by one, each when those before it are ready, and removed one by one from the highest number down',
        hasClaims && claimsText(spec.persistentVolumeClaimRetentionPolicy?.whenScaled, 'it is scaled down'),
      ),
    ],
    maintenance: drainTexts(subject),
    nodeLoss: sentences(
      evictionText(subject),
      isEvicted(subject) &&
        'its replacement, of the same name, is made only when the old Pod is known to be gone: the node comes back, is deleted or marked out of service, or somebody deletes the Pod by force',
    ),
    badRollout: badRolloutTexts(subject, spec),
  };
}

function claimsText(policy: 'Retain' | 'Delete' | undefined, when: string): string {
  return policy === 'Delete'
    ? `the claims of its Pods are deleted when ${when}`
    : `the claims of its Pods stay when ${when}`;
}

function rolloutTexts(subject: Subject, spec: StatefulSetSpec): (string | false)[] {
  const { count: counted } = subject;
  const pods = counted.least ?? 0;
  if (spec.updateStrategy?.type === 'OnDelete') {
    return ['a changed template holds only for Pods that somebody deletes from then on (`OnDelete`)'];
  }
  if (pods === 0) return ['without Pods a rollout changes nothing that runs'];
  const partition = spec.updateStrategy?.rollingUpdate?.partition ?? 0;
  const start = spec.ordinals?.start ?? 0;
  if (partition >= start + (counted.most ?? pods)) {
    return [
      `a changed template holds for no Pod that there is: only those from number ${partition} on are updated (\`partition\`)`,
    ];
  }
  return [
    pods === 1 && counted.most === 1
      ? 'the only Pod ends before its successor starts: nothing serves in between'
      : 'Pods are replaced one at a time from the highest number down: each ends before its successor starts, and the next waits until that one is available',
    partition > start && `Pods below number ${partition} keep the old template (\`partition\`)`,
  ];
}

function badRolloutTexts(subject: Subject, spec: StatefulSetSpec): string[] {
  const { count: counted, workload } = subject;
  const { least = 0 } = counted;
  if (least === 0) return sentences('it has no Pods that a rollout could harm');
  if (spec.updateStrategy?.type === 'OnDelete')
    return sentences('only Pods that somebody has deleted can be broken by it');
  const { by, instead } = rolloutGateOf(subject);
  const last = `${workload.entity.identity.name}-${(spec.ordinals?.start ?? 0) + least - 1}`;
  return sentences(
    by === 'readiness'
      ? `the rollout stands still at the first Pod that is not ready${least === 1 ? '' : `, ${code(last)} to begin with: the other ${count(least - 1, 'Pod')} ${least === 2 ? 'keeps' : 'keep'} the old version`}`
      : instead,
    'nothing rolls it back by itself',
    spec.podManagementPolicy !== 'Parallel' &&
      'a Pod that is never ready has to be deleted by hand even when the template is repaired',
  );
}
