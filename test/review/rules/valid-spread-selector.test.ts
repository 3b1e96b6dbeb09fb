import { validSpreadSelector } from '../../../review/rules/valid-spread-selector';
import { POD, ofPod } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const over = (matchLabels?: object) => ({
  topologyKey: 'topology.kubernetes.io/zone',
  maxSkew: 1,
  whenUnsatisfiable: 'ScheduleAnyway',
  labelSelector: matchLabels && { matchLabels },
});

describeRule(validSpreadSelector, {
  passes: {
    'its own labels': [deployment()],
    'a part of a Deployment': [
      { ...deployment(), spec: { template: { spec: { topologySpreadConstraints: [over({ app: 'api' })] } } } },
    ],
  },
  fails: {
    'the labels of others': [
      [ofPod({ topologySpreadConstraints: [over({ app: 'api' })] })],
      [`${POD}.topologySpreadConstraints[0].labelSelector`],
    ],
    'no selector': [
      [ofPod({ topologySpreadConstraints: [over()] })],
      [`${POD}.topologySpreadConstraints[0].labelSelector`],
    ],
  },
});
