import { noHardAntiAffinity } from '../../../review/rules/no-hard-anti-affinity';
import { POD } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { autoscaler } from '../surroundings';

const TERMS = `${POD}.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution`;
const term = (topologyKey: string, matchLabels: object = { 'app.kubernetes.io/name': 'api' }) => ({
  topologyKey,
  labelSelector: { matchLabels },
});
const apart = (topologyKey: string, replicas: number, labels?: object) =>
  deployment(
    {},
    { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term(topologyKey, labels)] } } },
    { replicas },
  );

describeRule(noHardAntiAffinity, {
  passes: {
    'two replicas on nodes of their own': [apart('kubernetes.io/hostname', 2)],
    'three replicas in zones of their own': [apart('topology.kubernetes.io/zone', 3)],
    'apart from others': [apart('kubernetes.io/hostname', 20, { app: 'other' })],
    'a wish': [
      deployment(
        {},
        {
          affinity: {
            podAntiAffinity: {
              preferredDuringSchedulingIgnoredDuringExecution: [
                { weight: 1, podAffinityTerm: term('kubernetes.io/hostname') },
              ],
            },
          },
        },
        { replicas: 20 },
      ),
    ],
  },
  fails: {
    'more replicas than zones': [[apart('topology.kubernetes.io/zone', 4)], [`${TERMS}[0]`]],
    'many replicas on nodes of their own': [[apart('kubernetes.io/hostname', 12)], [`${TERMS}[0]`]],
    'as many as an autoscaler may want': [
      [apart('kubernetes.io/hostname', 2), autoscaler({ maxReplicas: 30 })],
      [`${TERMS}[0]`],
    ],
  },
});
