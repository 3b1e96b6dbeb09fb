import { noSingleReplica } from '../../../review/rules/no-single-replica';
import { service } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { autoscaler } from '../surroundings';

describeRule(noSingleReplica, {
  passes: {
    'two replicas': [deployment(), service()],
    'no Service': [deployment({}, {}, { replicas: 1 })],
    'an autoscaler': [deployment({}, {}, { replicas: 1 }), service(), autoscaler()],
    'data in a claim': [
      deployment({}, { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'api' } }] }, { replicas: 1 }),
      service(),
    ],
  },
  fails: {
    'one replica behind a Service': [[deployment({}, {}, { replicas: 1 }), service()], ['spec.replicas']],
    'one replica, since nothing is said': [[deployment({}, {}, { replicas: undefined }), service()], ['spec.replicas']],
  },
});
