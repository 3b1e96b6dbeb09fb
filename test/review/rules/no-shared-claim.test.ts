import { noSharedClaim } from '../../../review/rules/no-shared-claim';
import { POD } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { autoscaler, claim } from '../surroundings';

const mounting = (spec: Record<string, unknown>) =>
  deployment({}, { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'api' } }] }, spec);

describeRule(noSharedClaim, {
  passes: {
    'one Pod that lets go first': [mounting({ replicas: 1, strategy: { type: 'Recreate' } }), claim('ReadWriteOnce')],
    'a volume for many': [mounting({ replicas: 3 }), claim('ReadWriteMany')],
    'a volume that nobody knows': [mounting({ replicas: 3 })],
    'no Pods': [mounting({ replicas: 0 }), claim('ReadWriteOnce')],
  },
  fails: {
    replicas: [[mounting({ replicas: 3 }), claim('ReadWriteOnce')], [`${POD}.volumes[0]`]],
    'replicas of an autoscaler': [[mounting({}), autoscaler(), claim('ReadWriteOnce')], [`${POD}.volumes[0]`]],
    'a rollout': [[mounting({ replicas: 1 }), claim('ReadWriteOncePod')], ['spec.strategy.type']],
  },
});
