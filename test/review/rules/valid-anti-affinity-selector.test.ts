import { validAntiAffinitySelector } from '../../../review/rules/valid-anti-affinity-selector';
import { POD, ofPod } from '../kinds';
import { describeRule } from '../rule-cases';
import { named } from '../surroundings';

const TERMS = `${POD}.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution`;
const apart = (matchLabels?: object, matchExpressions?: object[]) =>
  ofPod({
    affinity: {
      podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [
          { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels, matchExpressions } },
        ],
      },
    },
  });

describeRule(validAntiAffinitySelector, {
  passes: {
    'its own labels': [apart({ 'app.kubernetes.io/name': 'api' })],
    'the labels of others, which may be elsewhere': [apart({ app: 'database' })],
    'the labels of others': [apart({ component: 'api' }), named('api')],
    'an expression': [apart(undefined, [{ key: 'app.kubernetes.io/name', operator: 'Exists' }])],
  },
  fails: {
    'its own name under another key': [[apart({ app: 'api' })], [`${TERMS}[0].labelSelector`]],
    'a label too many': [[apart({ 'app.kubernetes.io/name': 'api', component: 'web' })], [`${TERMS}[0].labelSelector`]],
  },
});
