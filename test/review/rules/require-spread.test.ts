import { requireSpread } from '../../../review/rules/require-spread';
import { POD, ofPod, owned } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { autoscaler } from '../surroundings';

describeRule(requireSpread, {
  passes: {
    'a constraint': [deployment()],
    'anti-affinity': [ofPod({ topologySpreadConstraints: undefined, affinity: { podAntiAffinity: {} } })],
    'one replica': [deployment({}, { topologySpreadConstraints: undefined }, { replicas: 1 })],
    'a Pod on each node': [owned('DaemonSet', {}, { topologySpreadConstraints: undefined })],
  },
  fails: {
    'two replicas anywhere': [[ofPod({ topologySpreadConstraints: undefined })], [`${POD}.topologySpreadConstraints`]],
    'as many as an autoscaler wants': [
      [deployment({}, { topologySpreadConstraints: undefined }, { replicas: undefined }), autoscaler()],
      [`${POD}.topologySpreadConstraints`],
    ],
  },
});
