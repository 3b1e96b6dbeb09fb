import { configMap, emptyDir, fieldRef, httpGet, pod, recommendedLabels, secret, secretKey } from 'podwright';
import { helper } from './sizes';

/** Takes orders: an HTTP API that writes an audit log to a file and keeps carts in a Redis cluster. */
export const checkout = pod('api', {
  image: 'registry.example.com/shop/checkout:v2.4.1',
  ports: { http: 8080, metrics: 9090 },
  env: {
    REDIS_HOST: 'localhost',
    REDIS_PORT: '6379',
    POD_NAME: fieldRef('metadata.name'),
    DB_PASSWORD: secretKey('orders-db-credentials', 'password'),
  },
  resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '256Mi' } },
  startupProbe: httpGet('/healthz/live', 'http', { periodSeconds: 2, failureThreshold: 30 }),
  readinessProbe: httpGet('/healthz/ready', 'http', { periodSeconds: 5 }),
  livenessProbe: httpGet('/healthz/live', 'http', { periodSeconds: 20 }),
  lifecycle: { preStop: { sleep: { seconds: 5 } } },
})
  .metadata({ labels: recommendedLabels({ version: 'v2.4.1', component: 'api', partOf: 'shop' }) })
  .scratch('/tmp', '64Mi')
  .volume('audit-log', emptyDir({ sizeLimit: '1Gi' }), { api: '/var/log/checkout' })
  .volume('log-shipper-config', configMap('checkout-log-shipper'))
  .volume('redis-proxy-config', configMap('checkout-redis-proxy'))
  .volume('redis-ca', secret('redis-ca', { defaultMode: 0o440 }))
  .initContainer('wait-for-orders-db', {
    because: 'the API exits when it cannot reach its database at boot, and a crash loop hides the reason',
    image: 'busybox:1.36.1',
    command: ['sh', '-c', 'timeout 120 sh -c "until nc -z orders-db 5432; do sleep 2; done"'],
    resources: helper,
    securityContext: { runAsUser: 65534 },
  })
  .sidecar('redis-proxy', {
    because: 'TLS and the topology of the Redis cluster stay out of the application, which talks to localhost',
    image: 'haproxy:3.0.7',
    ports: { redis: 6379, 'proxy-health': 8404 },
    resources: helper,
    startupProbe: httpGet('/healthz', 'proxy-health', { periodSeconds: 1, failureThreshold: 20 }),
    securityContext: { runAsUser: 99 },
    volumeMounts: { '/usr/local/etc/haproxy': 'redis-proxy-config', '/etc/redis-ca': 'redis-ca' },
  })
  .sidecar('log-shipper', {
    because: 'the API writes its audit log to a file, and the platform collects what containers print',
    image: 'fluent/fluent-bit:3.2.4',
    ports: { 'shipper-http': 2020 },
    resources: helper,
    startupProbe: httpGet('/api/v1/health', 'shipper-http', { periodSeconds: 1, failureThreshold: 30 }),
    securityContext: { runAsUser: 10001 },
    volumeMounts: {
      '/var/log/checkout': { name: 'audit-log', readOnly: true },
      '/fluent-bit/etc': 'log-shipper-config',
    },
  })
  .spec({
    serviceAccountName: 'checkout',
    terminationGracePeriodSeconds: 45,
    securityContext: { fsGroup: 10001 },
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'topology.kubernetes.io/zone',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'checkout' } },
      },
    ],
  })
  .comment('spec.containers[api].image', '{"$imagepolicy": "flux-system:checkout"}', { beside: true });

/** What the log shipper reads and prints. */
export const logShipperConfig = `[SERVICE]
    HTTP_Server   On
    HTTP_Port     2020
    Health_Check  On

[INPUT]
    Name          tail
    Path          /var/log/checkout/*.log
    Tag           audit

[OUTPUT]
    Name          stdout
    Match         *
    Format        json_lines
`;

/** How the proxy reaches the Redis cluster. */
export const redisProxyConfig = `defaults
    mode tcp
    timeout connect 2s
    timeout client  1h
    timeout server  1h

frontend redis
    bind 127.0.0.1:6379
    default_backend cluster

frontend health
    mode http
    bind :8404
    monitor-uri /healthz

backend cluster
    server cluster redis-cluster.data.svc:6380 ssl verify required ca-file /etc/redis-ca/ca.crt
`;
