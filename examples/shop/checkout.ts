import { because, emptyDir, fieldRef, httpGet, pod, recommendedLabels, secret, secretKey } from 'podwright';
import { logShipper, redisAmbassador, waitForTcp } from 'podwright/patterns';

/** Takes orders: an HTTP API that writes an audit log to a file and keeps carts in a Redis cluster. */
export const checkout = pod('api', {
  image: 'registry.example.com/shop/checkout:v2.4.1',
  ports: { http: 8080, metrics: 9090 },
  env: {
    POD_NAME: fieldRef('metadata.name'),
    DB_PASSWORD: because(
      'its driver reads the password from a variable alone',
      secretKey('orders-db-credentials', 'password'),
    ),
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
  .volume('redis-ca', secret('redis-ca', { defaultMode: 0o444 }))
  .use(
    waitForTcp({
      host: 'orders-db',
      port: 5432,
      timeout: '2m',
      because: 'the API exits when it cannot reach its database at boot, and a crash loop hides the reason',
    }),
  )
  .use(
    redisAmbassador({
      upstream: 'redis-cluster.data.svc:6380',
      tls: { volume: 'redis-ca' },
      because: 'TLS and the topology of the Redis cluster stay out of the application, which talks to localhost',
    }),
  )
  .use(
    logShipper({
      volume: 'audit-log',
      because: 'the API writes its audit log to a file, and the platform collects what containers print',
    }),
  )
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
