import { Deployment, ExperimentPod, httpGet, Job, pod, recommendedLabels, without } from 'podwright';
import type { Chart } from 'podwright';
import { onePodAtATime, spreadSoftly } from './shared';

const DB_HOST = 'postgres.default.svc.cluster.local';

export function faithful(chart: Chart): void {
  const web = pod('web', {
    image: 'myapp/web:v1.2',
    ports: [{ containerPort: 8080 }],
    resources: without({ because: 'the web server is started to be watched while it waits, not to be used' }),
  })
    .initContainer('wait-for-db', {
      because: 'the migrations after it give up at the first refused connection',
      image: 'busybox:1.36',
      command: ['sh', '-c', WAIT_FOR_EVER],
      resources: without({ because: 'nc and sleep take next to nothing, however long they wait' }),
    })
    .initContainer('run-migrations', {
      because: 'the web server must find the schema of its own version',
      image: 'myapp/migrations:v1.2',
      command: ['./migrate', '--direction=up'],
      env: { DB_HOST },
      resources: without({ because: 'the test database is empty, so that migrations finish at once' }),
    })
    .metadata({ labels: { app: 'web' } })
    .without('runAsNonRoot', {
      because: 'busybox has no user of its own, and the myapp images have not been looked at',
    })
    .without('capabilities', { because: 'it is unknown yet what the migrations tool does with its lock file' })
    .without('readOnlyRootFilesystem', {
      because: 'the migrations tool unpacks its scripts into its working directory',
    })
    .without('automountServiceAccountToken', {
      because: 'the test namespace is deleted together with its ServiceAccount',
    });
  new ExperimentPod(chart, 'web-with-init', {
    pod: web,
    purpose: 'Shows how init containers hold an application back',
    deleteBy: '2026-12-31',
  });
}

export function hardened(chart: Chart): void {
  const migration = pod('run-migrations', {
    image: 'registry.example.com/myapp/migrations:v1.2.0',
    command: ['./migrate', '--direction=up'],
    env: { DB_HOST },
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
    securityContext: { runAsUser: 10001, runAsGroup: 10001 },
  })
    .scratch('/tmp', '64Mi')
    .initContainer('wait-for-db', {
      because: 'a database that is still starting should not use up the retries of the migration',
      image: 'busybox:1.37.0',
      command: ['sh', '-c', WAIT_TWO_MINUTES],
      env: { DB_HOST },
      resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '32Mi' } },
      securityContext: { runAsUser: 65534, runAsGroup: 65534 },
    })
    .metadata({ labels: MIGRATION_LABELS })
    .comment('spec.containers[run-migrations].command', 'adds tables and columns alone: version 1.1 keeps running');
  const migrate = new Job(chart, 'web-migrate-v1-2-0', {
    metadata: { labels: MIGRATION_LABELS },
    pod: migration,
    restartPolicy: 'Never',
    backoffLimit: 2,
    activeDeadlineSeconds: 600,
  });

  const web = pod('web', {
    image: 'registry.example.com/myapp/web:v1.2.0',
    ports: { http: 8080 },
    env: { DB_HOST },
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
    startupProbe: httpGet('/healthz/live', 'http', { periodSeconds: 2, failureThreshold: 30 }),
    readinessProbe: httpGet('/healthz/ready', 'http'),
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
    securityContext: { runAsUser: 10001, runAsGroup: 10001 },
  })
    .scratch('/tmp', '64Mi')
    .metadata({ labels: recommendedLabels({ component: 'web', partOf: 'myapp', version: 'v1.2.0' }) })
    .spec({ topologySpreadConstraints: spreadSoftly('web') });
  const deployment = new Deployment(chart, 'web', { replicas: 3, pod: web });
  deployment.node.addDependency(migrate);
  deployment.service({ ports: { http: 80 } });
  onePodAtATime(chart, deployment);
}

/** The Job is named after its version, since a Job cannot change; what it is does not change with it. */
const MIGRATION_LABELS = recommendedLabels({
  name: 'web-migrate',
  component: 'migration',
  partOf: 'myapp',
  version: 'v1.2.0',
});

const WAIT_FOR_EVER = `echo "Waiting for postgres to be ready..."
until nc -z ${DB_HOST} 5432; do
  echo "Postgres not ready, retrying in 2s..."
  sleep 2
done
echo "Postgres is ready!"
`;

const WAIT_TWO_MINUTES = `deadline=$(($(date +%s) + 120))
until nc -z -w 2 "$DB_HOST" 5432; do
  if [ "$(date +%s)" -ge "$deadline" ]; then
    echo "$DB_HOST:5432 took no connection within 120 s" >&2
    exit 1
  fi
  sleep 2
done
`;
