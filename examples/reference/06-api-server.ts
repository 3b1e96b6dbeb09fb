import {
  allConfigMapKeys,
  allSecretKeys,
  Deployment,
  emptyDir,
  ExperimentPod,
  httpGet,
  Job,
  pod,
  readOnly,
  recommendedLabels,
  secret,
  without,
} from 'podwright';
import type { Chart } from 'podwright';
import { onePodAtATime, spreadSoftly } from './shared';

export function faithful(chart: Chart): void {
  const api = pod('api-server', {
    image: 'my-api:v2',
    ports: { http: 8080, metrics: 9090 },
    envFrom: [allSecretKeys('db-credentials'), allConfigMapKeys('api-config')],
    resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '1000m', memory: '512Mi' } },
    readinessProbe: httpGet('/healthz/ready', 8080, { initialDelaySeconds: 5, periodSeconds: 10 }),
    livenessProbe: httpGet('/healthz/live', 8080, { initialDelaySeconds: 15, periodSeconds: 20, failureThreshold: 3 }),
  })
    .volume('app-logs', emptyDir(), { 'api-server': '/var/log/app' })
    .initContainer('init-migrate', {
      because: 'the API refuses requests while its schema is older than its code',
      image: 'my-api:v2',
      command: ['python', 'manage.py', 'migrate', '--noinput'],
      envFrom: [allSecretKeys('db-credentials')],
      resources: without({
        because: 'a migration takes what its data takes, and the API beside it reserves more than it ever did',
        owner: 'platform',
      }),
    })
    .metadata({
      labels: { app: 'api', version: 'v2', team: 'platform' },
      annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '9090' },
    })
    .spec({
      serviceAccountName: 'api-sa',
      securityContext: { runAsNonRoot: true, runAsUser: 1000, fsGroup: 2000 },
    })
    .without('capabilities', { because: 'as user 1000 the API holds no effective capabilities anyway' })
    .without('readOnlyRootFilesystem', { because: 'Python writes its bytecode beside the sources', owner: 'platform' })
    .without('automountServiceAccountToken', {
      because: 'the API lists the Pods of its namespace to find its peers',
      owner: 'platform',
      until: '2027-06-30',
    });
  new ExperimentPod(chart, 'api-server', {
    pod: api,
    restartPolicy: 'Always',
    purpose: 'Reproduces the slow start after the migration to version 2',
    deleteBy: '2026-12-15',
  });
}

export function hardened(chart: Chart): void {
  const migration = pod('migrate', {
    image: 'registry.example.com/my-api:v2.0.0',
    command: ['python', 'manage.py', 'migrate', '--noinput'],
    env: { DB_CREDENTIALS_DIR: '/run/db-credentials', PYTHONDONTWRITEBYTECODE: '1' },
    resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '512Mi' } },
  })
    .scratch('/tmp', '64Mi')
    .volume('db-credentials', secret('db-credentials', { defaultMode: 0o440 }), { migrate: '/run/db-credentials' })
    .metadata({ labels: MIGRATION_LABELS })
    .comment('spec.containers[migrate].command', 'adds tables and columns alone: version 1 keeps running beside it')
    .spec({ serviceAccountName: 'api-sa', securityContext: API_USER });
  const migrate = new Job(chart, 'api-migrate-v2-0-0', {
    metadata: { labels: MIGRATION_LABELS },
    pod: migration,
    restartPolicy: 'Never',
    backoffLimit: 2,
    activeDeadlineSeconds: 900,
  });

  const api = pod('api-server', {
    image: 'registry.example.com/my-api:v2.0.0',
    ports: { http: 8080, metrics: 9090 },
    env: { DB_CREDENTIALS_DIR: '/run/db-credentials', PYTHONDONTWRITEBYTECODE: '1' },
    envFrom: [allConfigMapKeys('api-config')],
    resources: { requests: { cpu: '250m', memory: '512Mi' }, limits: { memory: '512Mi' } },
    startupProbe: httpGet('/healthz/live', 'http', { periodSeconds: 2, failureThreshold: 30 }),
    readinessProbe: httpGet('/healthz/ready', 'http'),
    livenessProbe: httpGet('/healthz/live', 'http', { periodSeconds: 20, timeoutSeconds: 5 }),
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
  })
    .scratch('/tmp', '64Mi')
    .scratch('/var/log/app', '256Mi')
    .volume('db-credentials', secret('db-credentials', { defaultMode: 0o440 }), {
      'api-server': readOnly('/run/db-credentials'),
    })
    .metadata({
      labels: { ...recommendedLabels({ component: 'api', partOf: 'api', version: 'v2.0.0' }), team: 'platform' },
      annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '9090' },
    })
    .spec({
      serviceAccountName: 'api-sa',
      securityContext: API_USER,
      topologySpreadConstraints: spreadSoftly('api-server'),
    });
  const deployment = new Deployment(chart, 'api-server', { replicas: 3, pod: api });
  deployment.node.addDependency(migrate);
  deployment.service({ ports: { http: 80 } });
  onePodAtATime(chart, deployment);
}

/** The Job is named after its version, since a Job cannot change; what it is does not change with it. */
const MIGRATION_LABELS = recommendedLabels({
  name: 'api-migrate',
  component: 'migration',
  partOf: 'api',
  version: 'v2.0.0',
});

const API_USER = { runAsUser: 1000, runAsGroup: 1000, fsGroup: 2000 };
