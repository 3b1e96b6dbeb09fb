import { noRecreateInTraffic } from '../../../review/rules/no-recreate-in-traffic';
import { service } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const recreated = (podSpec: Record<string, unknown> = {}) =>
  deployment({}, podSpec, { strategy: { type: 'Recreate' } });

describeRule(noRecreateInTraffic, {
  passes: {
    'a rolling update': [deployment(), service()],
    'no clients': [recreated()],
    'a volume that one Pod has to let go': [
      recreated({ volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'api' } }] }),
      service(),
    ],
  },
  fails: {
    clients: [[recreated(), service()], ['spec.strategy.type']],
  },
});
