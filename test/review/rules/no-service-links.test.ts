import { noServiceLinks } from '../../../review/rules/no-service-links';
import { ofPod, POD } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const crowd = Array.from({ length: 50 }, (_, number) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: `service-${number}`, namespace: 'shop' },
}));

describeRule(noServiceLinks, {
  passes: {
    'few Services': [deployment(), ...crowd.slice(1)],
    'no links': [ofPod({ enableServiceLinks: false }), ...crowd],
  },
  fails: {
    'many Services': [[deployment(), ...crowd], [`${POD}.enableServiceLinks`]],
  },
});
