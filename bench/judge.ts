/**
 * Judges 10,000 typical objects (half of them Deployments, the rest Pods, Jobs, CronJobs, StatefulSets and Services),
 * reads the same objects with `JSON.parse`, and says how long each takes and how many times as long judging is. Reading
 * the documents is not part of judging. Run: `npm run bench:judge`; exit code 1 where judging takes more than 20 times
 * as long.
 */
import { judge } from '../lib/kube/judge';

const COUNT = 10_000;
const MOST = 20;

type Fields = Readonly<Record<string, unknown>>;

function container(position: number): Fields {
  return {
    name: 'api',
    image: `registry.example.com/shop/checkout:v2.4.${position}`,
    imagePullPolicy: 'IfNotPresent',
    args: ['--listen=:8080', '--log-format=json'],
    ports: [
      { name: 'http', containerPort: 8080, protocol: 'TCP' },
      { name: 'metrics', containerPort: 9090, protocol: 'TCP' },
    ],
    env: [
      { name: 'LOG_LEVEL', value: 'info' },
      { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      { name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db-credentials', key: 'password' } } },
    ],
    envFrom: [{ configMapRef: { name: 'checkout' } }],
    resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '1', memory: '256Mi' } },
    startupProbe: { httpGet: { path: '/healthz/live', port: 'http' }, failureThreshold: 30, periodSeconds: 2 },
    readinessProbe: { httpGet: { path: '/healthz/ready', port: 'http' }, periodSeconds: 5, timeoutSeconds: 2 },
    livenessProbe: { httpGet: { path: '/healthz/live', port: 'http' }, periodSeconds: 10 },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    volumeMounts: [
      { name: 'tmp', mountPath: '/tmp' },
      { name: 'config', mountPath: '/etc/checkout', readOnly: true },
    ],
  };
}

function podSpec(position: number, more: Fields = {}): Fields {
  return {
    serviceAccountName: 'checkout',
    automountServiceAccountToken: false,
    terminationGracePeriodSeconds: 30,
    securityContext: { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: 'RuntimeDefault' } },
    initContainers: [
      {
        name: 'wait-for-postgres',
        image: 'busybox:1.36.1',
        command: ['sh', '-c', 'until nc -z postgres 5432; do sleep 1; done'],
        resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '16Mi' } },
      },
    ],
    containers: [container(position)],
    volumes: [
      { name: 'tmp', emptyDir: { sizeLimit: '64Mi' } },
      { name: 'config', configMap: { name: 'checkout' } },
    ],
    ...more,
  };
}

function metadata(position: number): Fields {
  const labels = { 'app.kubernetes.io/name': 'checkout', 'app.kubernetes.io/version': `2.4.${position}` };
  const annotations = { 'example.com/owner': 'team-checkout', 'prometheus.io/scrape': 'true' };
  return { name: `checkout-${position}`, namespace: 'shop', labels, annotations };
}

function workload(position: number, spec: Fields, pod: Fields = {}): Fields {
  const labels = { 'app.kubernetes.io/name': 'checkout' };
  return { ...spec, template: { metadata: { labels }, spec: podSpec(position, pod) } };
}

const selector = { matchLabels: { 'app.kubernetes.io/name': 'checkout' } };
const claim = {
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } },
};

/** One object; of ten, five are Deployments. */
function objectAt(position: number): Fields {
  const about = metadata(position);
  const job = workload(position, { backoffLimit: 3 }, { restartPolicy: 'Never' });
  switch (position % 10) {
    case 0:
      return { apiVersion: 'v1', kind: 'Pod', metadata: about, spec: podSpec(position) };
    case 1:
      return { apiVersion: 'batch/v1', kind: 'Job', metadata: about, spec: job };
    case 2:
      return {
        apiVersion: 'batch/v1',
        kind: 'CronJob',
        metadata: about,
        spec: { schedule: '15 3 * * *', jobTemplate: { spec: job } },
      };
    case 3:
      return {
        apiVersion: 'apps/v1',
        kind: 'StatefulSet',
        metadata: about,
        spec: workload(position, { replicas: 3, serviceName: 'checkout', selector, volumeClaimTemplates: [claim] }),
      };
    case 4:
      return {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: about,
        spec: { selector: selector.matchLabels, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
      };
    default:
      return {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: about,
        spec: workload(position, { replicas: 3, selector }),
      };
  }
}

function milliseconds(run: () => void): number {
  const start = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const texts = Array.from({ length: COUNT }, (_, position) => JSON.stringify(objectAt(position)));
const objects = texts.map((text): unknown => JSON.parse(text));
const refused = objects.map((object) => judge(object)).find(({ judged, problems }) => !judged || problems.length > 0);
if (refused !== undefined) throw new Error(`a typical object is refused: ${JSON.stringify(refused)}`);

const times = [0, 1, 2, 3, 4].map(() => ({
  judged: milliseconds(() => {
    for (const object of objects) judge(object);
  }),
  parsed: milliseconds(() => {
    for (const text of texts) JSON.parse(text);
  }),
}));
const judging = Math.min(...times.map(({ judged }) => judged));
const parsing = Math.min(...times.map(({ parsed }) => parsed));
const ratio = judging / parsing;
const bytes = texts.reduce((sum, text) => sum + text.length, 0) / COUNT;

const line = (name: string, time: number) =>
  `${name.padEnd(12)}${time.toFixed(0).padStart(8)} ms${((1000 * COUNT) / time).toFixed(0).padStart(10)} objects a second`;
console.log(`${COUNT} objects of ${bytes.toFixed(0)} bytes on average, best of ${times.length}`);
console.log(line('judge', judging));
console.log(line('JSON.parse', parsing));
console.log(`judging takes ${ratio.toFixed(1)} times as long as JSON.parse; at most ${MOST} are allowed`);
process.exitCode = ratio <= MOST ? 0 : 1;
