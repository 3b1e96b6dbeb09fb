import { noRequiredPodAffinity } from '../../../review/rules/no-required-pod-affinity';
import { POD, ofPod } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const term = { topologyKey: 'topology.kubernetes.io/zone', labelSelector: { matchLabels: { app: 'cache' } } };

describeRule(noRequiredPodAffinity, {
  passes: {
    'no affinity': [deployment()],
    'a wish': [
      ofPod({
        affinity: {
          podAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: term }] },
        },
      }),
    ],
  },
  fails: {
    'a demand': [
      [ofPod({ affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } } })],
      [`${POD}.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]`],
    ],
  },
});
