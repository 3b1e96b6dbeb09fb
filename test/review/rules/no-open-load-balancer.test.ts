import { noOpenLoadBalancer } from '../../../review/rules/no-open-load-balancer';
import { service } from '../kinds';
import { describeRule } from '../rule-cases';

const internal = (value: string) => ({
  ...service({ type: 'LoadBalancer' }),
  metadata: {
    name: 'api',
    namespace: 'shop',
    annotations: { 'service.beta.kubernetes.io/azure-load-balancer-internal': value },
  },
});

describeRule(noOpenLoadBalancer, {
  passes: {
    'an address of the cluster': [service()],
    networks: [service({ type: 'LoadBalancer', loadBalancerSourceRanges: ['192.0.2.0/24'] })],
    'a network of the cloud': [internal('true')],
  },
  fails: {
    'nothing is said': [[service({ type: 'LoadBalancer' })], ['spec.loadBalancerSourceRanges']],
    'the Internet': [[internal('false')], ['spec.loadBalancerSourceRanges']],
  },
});
