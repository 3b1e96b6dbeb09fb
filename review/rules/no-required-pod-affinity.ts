import { podTermsOf } from '../knowledge/affinity';
import { isExplained } from '../knowledge/reason';
import type { WorkloadRule } from '../rule';

/** Pods that must be together are lost together. */
export const noRequiredPodAffinity: WorkloadRule = {
  id: 'no-required-pod-affinity',
  about: 'workload',
  severity: 'warning',
  title: 'Pods do not insist on being beside others',
  consequence: 'The Pods start only where the others are, wait while that place is full, and fail with it.',
  fix: 'Prefer the place instead of demanding it, or say beside the term what makes it necessary.',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity',
  *check(workload) {
    for (const { isHard, path, term } of podTermsOf(workload, 'podAffinity')) {
      if (!isHard || isExplained(workload, path)) continue;
      yield { path, found: `The Pods run only in a \`${term.topologyKey}\` where certain others run already.` };
    }
  },
};
