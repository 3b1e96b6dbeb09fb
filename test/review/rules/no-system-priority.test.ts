import { noSystemPriority } from '../../../review/rules/no-system-priority';
import { POD, ofPod, owned } from '../kinds';
import { describeRule } from '../rule-cases';

const critical = ofPod({ priorityClassName: 'system-cluster-critical' });

describeRule(noSystemPriority, {
  passes: {
    'a priority of its own': [ofPod({ priorityClassName: 'shop-first' })],
    'an agent of each node': [owned('DaemonSet', {}, { priorityClassName: 'system-node-critical' })],
    'a part of the cluster': [{ ...critical, metadata: { name: 'api', namespace: 'kube-system' } }],
    'what may be a part of the cluster': [{ ...critical, metadata: { name: 'api' } }],
  },
  fails: {
    'an application': [[critical], [`${POD}.priorityClassName`]],
  },
});
