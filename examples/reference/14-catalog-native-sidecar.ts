import { Deployment, emptyDir, exec, ExperimentPod, httpGet, pod, recommendedLabels, without } from 'podwright';
import type { Chart } from 'podwright';
import { onePodAtATime, spreadSoftly } from './shared';

export function faithful(chart: Chart): void {
  const catalog = pod('catalog', {
    image: 'bookstore/catalog:dev',
    imagePullPolicy: 'IfNotPresent',
    ports: { http: 8080 },
    env: { PORT: '8080' },
    resources: without({ because: 'the catalog is built and loaded into a one-node cluster over and over' }),
  })
    .volume('varlog', emptyDir(), { catalog: '/var/log/app' })
    .sidecar('log-sidecar', {
      because: 'it stands in for a log shipper until one is chosen',
      image: 'busybox:1.36',
      command: ['/bin/sh', '-c'],
      args: [TICK],
      resources: without({ because: 'it only prints a line every half minute' }),
      volumeMounts: { '/var/log/app': 'varlog' },
    })
    .metadata({ labels: { app: 'catalog', component: 'backend' } })
    .without('runAsNonRoot', { because: 'the :dev image is built without a USER line' })
    .without('capabilities', { because: 'a debugger is attached to the :dev image now and then (SYS_PTRACE)' })
    .without('readOnlyRootFilesystem', { because: 'the :dev image reloads itself from a directory that is copied in' })
    .without('automountServiceAccountToken', { because: 'the one-node cluster is used by one developer alone' });
  new ExperimentPod(chart, 'catalog', {
    pod: catalog,
    purpose: 'Shows a native sidecar that starts before the catalog and stops after it',
    deleteBy: '2026-12-31',
  });
}

export function hardened(chart: Chart): void {
  const catalog = pod('catalog', {
    image: 'registry.example.com/bookstore/catalog:1.4.2',
    ports: { http: 8080 },
    env: { PORT: '8080' },
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
    startupProbe: httpGet('/healthz/live', 'http', { periodSeconds: 2, failureThreshold: 30 }),
    readinessProbe: httpGet('/healthz/ready', 'http'),
    livenessProbe: httpGet('/healthz/live', 'http', { periodSeconds: 20, timeoutSeconds: 5 }),
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
    securityContext: { runAsUser: 10001, runAsGroup: 10001 },
  })
    .scratch('/tmp', '32Mi')
    .volume('varlog', emptyDir({ sizeLimit: '256Mi' }), { catalog: '/var/log/app' })
    .sidecar('log-sidecar', {
      because:
        'the catalog logs to a file that only a container of this Pod can read, and the platform collects stdout',
      image: 'busybox:1.37.0',
      command: ['/bin/sh', '-c', TAIL],
      resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '32Mi' } },
      startupProbe: exec(['pgrep', 'tail'], { periodSeconds: 1, failureThreshold: 30 }),
      securityContext: { runAsUser: 65534, runAsGroup: 65534 },
      volumeMounts: { '/var/log/app': { name: 'varlog', readOnly: true } },
    })
    .metadata({ labels: recommendedLabels({ component: 'backend', partOf: 'bookstore', version: '1.4.2' }) })
    .spec({ securityContext: { fsGroup: 10001 }, topologySpreadConstraints: spreadSoftly('catalog') })
    .comment(
      'spec.volumes[varlog].emptyDir.sizeLimit',
      'the catalog rotates catalog.log at 32 MiB and keeps three files',
    );
  const deployment = new Deployment(chart, 'catalog', { replicas: 2, pod: catalog });
  deployment.service({ ports: { http: 80 } });
  onePodAtATime(chart, deployment);
}

const TICK = `echo "log-sidecar: shipping from /var/log/app";
while true; do
  echo "$(date -u +%FT%TZ) log-sidecar: tail/ship tick";
  sleep 30;
done
`;

/** `-F` waits for the file and follows it over a rotation; the shell leaves it a second for the last lines. */
const TAIL = `tail -n +1 -F /var/log/app/catalog.log &
tail=$!
trap 'sleep 1; kill "$tail"; exit 0' TERM INT
wait "$tail"
`;
