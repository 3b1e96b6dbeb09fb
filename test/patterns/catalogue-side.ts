import {
  configMap,
  emptyDir,
  fieldRef,
  httpGet,
  persistentVolumeClaim,
  pod,
  readOnly,
  secret,
  secretKey,
} from 'podwright';
import type { AnyPod, JobProps, PodShape } from 'podwright';
import {
  alloyShipper,
  configReloader,
  contentWriter,
  downloadModel,
  fixPermissions,
  gitClone,
  gitSync,
  migration,
  migrationJob,
  renderConfig,
  secretSync,
  vaultAgent,
  vaultAgentOnce,
  vectorShipper,
} from 'podwright/patterns';
import { base } from '../support/shop';

const api = pod('api', { ...base, ports: { http: 8080 }, readinessProbe: httpGet('/ready', 'http') });
const logged = api.volume('logs', emptyDir({ sizeLimit: '1Gi' }), { api: '/var/log/app' });
const secretly = api.volume('secrets', emptyDir({ medium: 'Memory', sizeLimit: '1Mi' }), { api: readOnly('/secrets') });
const web = pod('web', {
  image: 'nginxinc/nginx-unprivileged:1.27.3-alpine',
  resources: base.resources,
  ports: { http: 8080 },
}).scratch('/tmp', '32Mi');
const site = web.volume('site', emptyDir({ sizeLimit: '256Mi' }), { web: readOnly('/usr/share/nginx/html') });
const cloned = web.volume('site', emptyDir({ sizeLimit: '256Mi' }), { web: readOnly('/srv/site') });
const orders = `{{ with secret "database/creds/orders" -}}
DB_USER={{ .Data.username }}
DB_PASSWORD={{ .Data.password }}
{{ end }}`;

/** Each entry that stands beside the application or before it, on the simplest Pod that it is for. */
export const SIDE: Readonly<Record<string, AnyPod>> = {
  'vector-shipper': logged.use(
    vectorShipper({
      volume: 'logs',
      sink: {
        type: 'elasticsearch',
        endpoints: ['https://logs.observability.svc:9200'],
        mode: 'data_stream',
        auth: { strategy: 'basic', user: 'shipper', password: '${ELASTIC_PASSWORD}' },
      },
      env: { ELASTIC_PASSWORD: secretKey('elastic-shipper', 'password') },
      because: 'the API writes its audit log to a file, and it must be in Elasticsearch within seconds',
    }),
  ),
  'alloy-shipper': logged.use(
    alloyShipper({
      volume: 'logs',
      url: 'http://loki.monitoring.svc:3100/loki/api/v1/push',
      labels: { job: 'api', env: 'prod' },
      tenant: 'shop',
      basicAuth: { username: 'shop', password: secretKey('loki', 'password') },
      because: 'the API writes its audit log to a file, and it must be in Loki within seconds',
    }),
  ),
  'vault-agent': secretly.volume('vault-ca', configMap('vault-ca')).use(
    vaultAgent({
      volume: 'secrets',
      templates: { 'db.env': orders },
      address: 'https://vault.vault.svc:8200',
      role: 'orders',
      tls: { volume: 'vault-ca' },
      because: 'the credentials of the database live for an hour, and are renewed while the API runs',
    }),
  ),
  'vault-agent-once': secretly.use(
    vaultAgentOnce({
      volume: 'secrets',
      templates: { 'license.key': '{{ with secret "kv/data/orders" }}{{ .Data.data.license }}{{ end }}' },
      address: 'https://vault.vault.svc:8200',
      role: 'orders',
      audience: 'vault',
      timeout: '1m',
      because: 'the API reads its licence at boot only, and it must not be in etcd',
    }),
  ),
  'secret-sync-aws': secretly.use(
    secretSync({
      volume: 'secrets',
      from: { store: 'aws-secrets-manager', region: 'eu-central-1' },
      secrets: { 'db.json': 'prod/orders/db', 'stripe.key': 'prod/orders/stripe' },
      every: '10m',
      because: 'Secrets Manager rotates the password each night, and the API reads the file at each connection',
    }),
  ),
  'secret-sync-google': secretly.use(
    secretSync({
      volume: 'secrets',
      from: { store: 'google-secret-manager', project: 'acme-prod' },
      secrets: { 'db.password': 'orders-db-password' },
      every: '1h',
      because: 'the password is rotated each night, and the API reads the file at each connection',
    }),
  ),
  'config-reloader': pod('prometheus', {
    image: 'quay.io/prometheus/prometheus:v3.1.0',
    args: ['--config.file=/etc/prometheus/prometheus.yml', '--web.enable-lifecycle'],
    resources: base.resources,
    ports: { web: 9090 },
  })
    .scratch('/prometheus', '1Gi')
    .volume('config', configMap('prometheus'), { prometheus: '/etc/prometheus' })
    .use(
      configReloader({
        volume: 'config',
        port: 'web',
        because: 'a restart of Prometheus takes minutes, and its rules change many times a day',
      }),
    ),
  'git-sync': cloned.volume('git-secret', secret('site-deploy-key', { defaultMode: 0o444 })).use(
    gitSync({
      volume: 'site',
      repo: 'ssh://git@github.com/example/site',
      ref: 'main',
      period: '1m',
      ssh: { volume: 'git-secret' },
      because: 'writers publish by merging, many times a day and without a release of the web server',
    }),
  ),
  'content-writer': site.use(
    contentWriter({
      volume: 'site',
      files: {
        'index.html': 'http://cms.editorial.svc:8080/pages/home',
        'en/index.html': 'http://cms.editorial.svc:8080/pages/home?lang=en',
      },
      every: '5m',
      because: 'the pages must be served while the content management system is down',
    }),
  ),
  migration: api.use(
    migration({
      image: 'registry.example.com/orders:v5',
      resources: base.resources,
      command: ['/app/migrate', 'up'],
      env: { DATABASE_URL: secretKey('orders-db', 'url') },
      timeout: '5m',
      oneAtATime: 'the tool takes an advisory lock in PostgreSQL, and finds nothing to do the second time',
      because: 'the schema must be there before the API starts, and each environment is released by itself',
    }),
  ),
  'git-clone': cloned.use(
    gitClone({
      volume: 'site',
      repo: 'https://github.com/example/site',
      ref: '8f3c2d1a9b7e6f5d4c3b2a190807f6e5d4c3b2a1',
      token: { username: 'deploy', password: secretKey('site-token', 'token') },
      timeout: '2m',
      because: 'the pages are released by themselves, and the commit in this manifest says which are served',
    }),
  ),
  'download-model': api.volume('models', emptyDir({ sizeLimit: '8Gi' }), { api: readOnly('/models') }).use(
    downloadModel({
      volume: 'models',
      url: 'https://models.example.com/reranker/v3/model.safetensors',
      file: 'reranker/model.safetensors',
      sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      token: secretKey('models', 'token'),
      timeout: '10m',
      because: 'the weights have 5 GB, and the image registry takes no layer of that size',
    }),
  ),
  'render-config': api
    .volume('config', emptyDir({ medium: 'Memory', sizeLimit: '1Mi' }), { api: readOnly('/etc/api') })
    .use(
      renderConfig({
        volume: 'config',
        templates: { 'api.ini': '[node]\nname = {{ .Env.POD_NAME }}\n[db]\npassword = {{ .Env.DB_PASSWORD }}\n' },
        env: { POD_NAME: fieldRef('metadata.name'), DB_PASSWORD: secretKey('orders-db', 'password') },
        timeout: '30s',
        because: 'the API reads its password from its configuration file only',
      }),
    ),
  'fix-permissions': api.volume('data', persistentVolumeClaim('orders-export'), { api: '/data' }).use(
    fixPermissions({
      volume: 'data',
      owner: { user: 10001, group: 10001 },
      timeout: '5m',
      because: 'the export holds files that the version before wrote as root',
      asRoot: {
        because: 'NFS knows no fsGroup, and only root gives files away',
        owner: 'storage',
        until: '2027-06-30',
      },
    }),
  ),
};

/** Entries that are for a Job of their own. */
export const JOBS: Readonly<Record<string, JobProps<PodShape>>> = {
  'migration-job': migrationJob({
    pod: pod('migrate', {
      image: 'registry.example.com/orders:v5',
      resources: base.resources,
      command: ['/app/migrate', 'up'],
      env: { DATABASE_URL: secretKey('orders-db', 'url') },
    }),
    timeout: '30m',
    retries: 2,
    replacedBy: 'argo-cd',
  }),
};
