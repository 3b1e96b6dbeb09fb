import { isOfOwnNamespace, podTermsOf } from '../knowledge/affinity';
import { podRangeOf } from '../knowledge/pod-range';
import { isExplained } from '../knowledge/reason';
import type { WorkloadRule } from '../rule';
import { selectsLabels } from '../selector';

/** Each replica needs a domain of its own, and one more for a rollout. */
export const noHardAntiAffinity: WorkloadRule = {
  id: 'no-hard-anti-affinity',
  about: 'workload',
  severity: 'warning',
  title: 'Replicas prefer to be apart, and do not insist on it',
  consequence:
    'Replicas for which there is no node or zone of their own wait for ever, and a rollout hangs where there is none to spare.',
  fix: 'Use `preferredDuringSchedulingIgnoredDuringExecution`, or `topologySpreadConstraints` with a `maxSkew`.',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity',
  *check(workload, landscape) {
    const { most = 0 } = podRangeOf(workload, landscape) ?? {};
    for (const { isHard, path, term } of podTermsOf(workload, 'podAntiAffinity')) {
      const domain = DOMAINS.find(({ key }) => key.test(term.topologyKey));
      if (!isHard || domain === undefined || most <= domain.usual) continue;
      if (!isOfOwnNamespace(term, workload) || !selectsLabels(term.labelSelector, workload.podLabels)) continue;
      if (isExplained(workload, path)) continue;
      yield { path, found: `Up to ${most} replicas each demand a ${domain.name} of their own.` };
    }
  },
};

/** Clusters have three zones as a rule, and some nodes. */
const DOMAINS = [
  { key: /\/zone$/, name: 'zone', usual: 3 },
  { key: /\/region$/, name: 'region', usual: 1 },
  { key: /^kubernetes\.io\/hostname$/, name: 'node', usual: 5 },
];
