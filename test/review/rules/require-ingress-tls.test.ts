import { requireIngressTls } from '../../../review/rules/require-ingress-tls';
import { describeRule } from '../rule-cases';
import { ingress } from '../surroundings';

describeRule(requireIngressTls, {
  passes: {
    'a certificate for its host': [ingress()],
    'a certificate for all hosts of a domain': [ingress({ tls: [{ hosts: ['*.example.com'] }] })],
    'a certificate for whoever asks': [ingress({ tls: [{ secretName: 'shop-tls' }] })],
    'a certificate of the cloud': [
      ingress({ tls: undefined }, { annotations: { 'alb.ingress.kubernetes.io/certificate-arn': 'a' } }),
    ],
  },
  fails: {
    'no certificate': [[ingress({ tls: undefined })], ['spec.tls']],
    'a certificate for another host': [[ingress({ tls: [{ hosts: ['www.example.com'] }] })], ['spec.tls']],
    'a redirect alone': [
      [ingress({ tls: undefined }, { annotations: { 'nginx.ingress.kubernetes.io/ssl-redirect': 'false' } })],
      ['spec.tls'],
    ],
    'no host and no certificate': [[ingress({ rules: [{ http: { paths: [] } }], tls: [] })], ['spec.tls']],
  },
});
