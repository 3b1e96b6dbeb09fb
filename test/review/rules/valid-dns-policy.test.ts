import { validDnsPolicy } from '../../../review/rules/valid-dns-policy';
import { ofPod, POD } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

describeRule(validDnsPolicy, {
  passes: {
    'the network of the Pod': [deployment()],
    'the policy for it': [ofPod({ hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' })],
    'the DNS of the node': [ofPod({ hostNetwork: true, dnsPolicy: 'Default' })],
  },
  fails: {
    'left out': [[ofPod({ hostNetwork: true })], [`${POD}.dnsPolicy`]],
    written: [[ofPod({ hostNetwork: true, dnsPolicy: 'ClusterFirst' })], [`${POD}.dnsPolicy`]],
  },
});
