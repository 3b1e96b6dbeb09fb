import type { YamlComments } from '../../../synth/yaml/comments';

const labels = { 'app.kubernetes.io/name': 'checkout', 'example.com/canary': 'no' };

/** A Deployment with what makes printing hard: a script, a probe, markers, quantities, texts that look like numbers. */
export const checkout = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'checkout', namespace: 'shop', labels },
  spec: {
    replicas: 3,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels, annotations: { 'example.com/routes': '[{"path": "/"}]', 'example.com/build': '1e3' } },
      spec: {
        containers: [
          {
            name: 'api',
            image: 'registry.example.com/checkout:v2.4.1',
            command: ['sh', '-c', 'set -e\nexec /checkout --listen=:8080\n'],
            ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
            env: [
              { name: 'FEATURE_CARTS', value: 'on' },
              { name: 'GREETING', value: '' },
              { name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } },
            ],
            resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '256Mi' } },
            readinessProbe: { httpGet: { path: '/healthz', port: 'http' } },
            securityContext: { capabilities: { drop: ['ALL'] } },
            volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
          },
        ],
        volumes: [{ name: 'tmp', emptyDir: {} }],
      },
    },
  },
};

export const checkoutComments: YamlComments = new Map([
  [
    'spec.template.spec.containers[0]',
    {
      above: [
        'Serves the checkout; takes orders over HTTP and writes them to the queue, and nothing else may write there.',
      ],
    },
  ],
  ['spec.template.spec.containers[0].image', { beside: '{"$imagepolicy": "flux-system:checkout"}' }],
  ['spec.template.spec.containers[0].command[2]', { beside: 'the image has no entry point' }],
  ['spec.template.spec.containers[0].resources.limits.memory', { above: ['95 % of the last 30 days: 180Mi'] }],
  ['spec.template.spec.volumes', { above: ['The root file system is read-only.'] }],
]);
