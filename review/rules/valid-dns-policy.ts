import type { WorkloadRule } from '../rule';

/** A Pod in the network of its node asks the DNS of the node. */
export const validDnsPolicy: WorkloadRule = {
  id: 'valid-dns-policy',
  about: 'workload',
  severity: 'warning',
  title: 'Pods in the network of the node say whose DNS they ask',
  consequence:
    'Names of Services are not found: with `hostNetwork` the policy `ClusterFirst` falls back to the DNS of the node.',
  fix: 'Write `dnsPolicy: ClusterFirstWithHostNet`, or `Default` where only names outside the cluster are needed.',
  see: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-dns-policy',
  *check({ spec, specPath, written }) {
    if (spec.hostNetwork !== true || spec.dnsPolicy !== 'ClusterFirst') return;
    const said = written.dnsPolicy === undefined ? 'is left out, which means `ClusterFirst`' : 'is `ClusterFirst`';
    yield { path: specPath.child('dnsPolicy'), found: `\`dnsPolicy\` ${said}, and \`hostNetwork\` is true.` };
  },
};
