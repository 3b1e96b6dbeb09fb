import { pod } from 'podwright';
import { helper } from './sizes';

/** Asks the cluster's DNS for the database once a second. */
export const dnsCheck = pod('dig', {
  image: 'busybox:1.36.1',
  command: ['sh', '-c', 'for i in $(seq 600); do nslookup orders-db; sleep 1; done'],
  resources: helper,
  securityContext: { runAsUser: 65534 },
}).metadata({ labels: { experiment: 'dns-check' } });
