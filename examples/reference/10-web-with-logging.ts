import { configMap, Deployment, emptyDir, ExperimentPod, httpGet, pod, recommendedLabels, without } from 'podwright';
import type { Chart } from 'podwright';
import { configFiles, onePodAtATime, spreadSoftly } from './shared';

export function faithful(chart: Chart): void {
  const web = pod('web', {
    image: 'nginx:1.25',
    ports: [{ containerPort: 80 }],
    resources: without({ because: 'a handful of requests by hand is all that this server gets' }),
  })
    .volume('shared-logs', emptyDir(), { web: '/var/log/nginx' })
    .volume('fluent-config', configMap('fluent-bit-config'))
    .container('log-collector', {
      because: 'it parses the access log that nginx writes to the volume between them',
      image: 'fluent/fluent-bit:2.2',
      resources: without({ because: 'its buffers stay empty at a handful of lines' }),
      volumeMounts: {
        '/var/log/nginx': { name: 'shared-logs', readOnly: true },
        '/fluent-bit/etc': 'fluent-config',
      },
    })
    .metadata({ labels: { app: 'web' } })
    .without('runAsNonRoot', { because: 'nginx opens its log files as root and fluent-bit reads them as root' })
    .without('capabilities', { because: 'the nginx master changes the owner of new log files (CHOWN)' })
    .without('readOnlyRootFilesystem', { because: 'nginx writes /run/nginx.pid and its cache into the image' })
    .without('automountServiceAccountToken', {
      because: 'the kubernetes filter of fluent-bit reads Pod metadata with it',
    });
  new ExperimentPod(chart, 'web-with-logging', {
    pod: web,
    purpose: 'Shows a log collector that reads what a web server writes',
    deleteBy: '2026-12-31',
  });
}

export function hardened(chart: Chart): void {
  const nginxConfig = configFiles(chart, 'web-with-logging-nginx', { 'default.conf': NGINX_CONF });
  const collectorConfig = configFiles(chart, 'web-with-logging-fluent-bit', { 'fluent-bit.yaml': FLUENT_BIT_CONF });
  const web = pod('web', {
    image: 'nginxinc/nginx-unprivileged:1.28.0-alpine',
    ports: { http: 8080 },
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
    startupProbe: httpGet('/healthz', 'http', { periodSeconds: 1, failureThreshold: 30 }),
    readinessProbe: httpGet('/healthz', 'http', { periodSeconds: 5 }),
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
  })
    .scratch('/tmp', '32Mi')
    .volume('nginx-config', configMap(nginxConfig), { web: '/etc/nginx/conf.d' })
    .volume('fluent-bit-config', configMap(collectorConfig))
    .sidecar('log-collector', {
      because: 'nginx sends it each access line over the loopback, where no log file can fill the disk of the node',
      image: 'fluent/fluent-bit:3.2.10',
      args: ['--config=/etc/fluent-bit/fluent-bit.yaml'],
      command: ['/fluent-bit/bin/fluent-bit'],
      ports: { health: 2020 },
      resources: { requests: { cpu: '25m', memory: '48Mi' }, limits: { memory: '64Mi' } },
      startupProbe: httpGet('/api/v1/health', 'health', { periodSeconds: 1, failureThreshold: 30 }),
      livenessProbe: httpGet('/', 'health', { periodSeconds: 30, timeoutSeconds: 5 }),
      securityContext: { runAsUser: 65532, runAsGroup: 65532 },
      volumeMounts: { '/etc/fluent-bit': 'fluent-bit-config' },
    })
    .metadata({ labels: recommendedLabels({ component: 'web', partOf: 'shop', version: '1.28.0' }) })
    .spec({ topologySpreadConstraints: spreadSoftly('web-with-logging') });
  const deployment = new Deployment(chart, 'web-with-logging', { replicas: 2, pod: web });
  deployment.service({ ports: { http: 80 } });
  onePodAtATime(chart, deployment);
}

const NGINX_CONF = `server {
  listen 8080;
  access_log syslog:server=127.0.0.1:5140,tag=nginx,severity=info combined;

  location = /healthz {
    access_log off;
    return 204;
  }

  location / {
    root /usr/share/nginx/html;
    index index.html;
  }
}
`;

const FLUENT_BIT_CONF = `service:
  flush: 1
  parsers_file: /fluent-bit/etc/parsers.conf
  http_server: true
  http_listen: 0.0.0.0
  http_port: 2020
  health_check: true

pipeline:
  inputs:
    - name: syslog
      mode: udp
      listen: 127.0.0.1
      port: 5140
      parser: syslog-rfc3164
      tag: nginx.access

  outputs:
    - name: loki
      match: nginx.*
      host: loki-gateway.logging.svc.cluster.local
      port: 80
      labels: job=web-access
`;
