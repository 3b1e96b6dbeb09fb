import { noHandWrittenReplicaSet } from '../../../review/rules/no-hand-written-replica-set';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { neighbour } from '../surroundings';

describeRule(noHandWrittenReplicaSet, {
  passes: {
    'a Deployment': [deployment()],
    'what a Deployment has made': [
      { ...deployment(), kind: 'ReplicaSet', metadata: { name: 'api', ownerReferences: [{ kind: 'Deployment' }] } },
    ],
  },
  fails: {
    'a ReplicaSet': [[{ ...deployment(), kind: 'ReplicaSet' }], ['kind']],
    'a ReplicationController': [[neighbour('v1', 'ReplicationController')], ['kind']],
  },
});
