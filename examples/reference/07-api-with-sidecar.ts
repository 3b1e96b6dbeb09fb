import { configMap, Deployment, emptyDir, ExperimentPod, httpGet, pod, recommendedLabels, without } from 'podwright';
import type { Chart } from 'podwright';
import { configFiles, onePodAtATime, spreadSoftly } from './shared';

export function faithful(chart: Chart): void {
  const api = pod('api-server', {
    image: 'my-api:v2',
    resources: without({ because: 'the API is idle here, since only the way of its log lines is looked at' }),
  })
    .volume('app-logs', emptyDir(), { 'api-server': '/var/log/app' })
    .volume('promtail-config', configMap('promtail-config'))
    .container('log-shipper', {
      because: 'the API writes its log to a file, which only a container of this Pod can read',
      image: 'grafana/promtail:2.9.0',
      args: ['-config.file=/etc/promtail/config.yaml'],
      resources: without({ because: 'promtail has a few lines a minute to ship here' }),
      volumeMounts: { '/var/log/app': { name: 'app-logs', readOnly: true }, '/etc/promtail': 'promtail-config' },
    })
    .metadata({ labels: { app: 'api' } })
    .without('runAsNonRoot', { because: 'promtail runs as root to read log files of any owner' })
    .without('capabilities', { because: 'promtail reads past file modes with DAC_OVERRIDE' })
    .without('readOnlyRootFilesystem', { because: 'promtail keeps its read positions in /tmp of the image' })
    .without('automountServiceAccountToken', { because: 'promtail asks the API server for Pod labels' });
  new ExperimentPod(chart, 'api-with-sidecar', {
    pod: api,
    purpose: 'Shows a log shipper beside an application',
    deleteBy: '2026-12-31',
  });
}

export function hardened(chart: Chart): void {
  const shipperConfig = configFiles(chart, 'api-with-sidecar-alloy', { 'config.alloy': ALLOY_CONFIG });
  const api = pod('api-server', {
    image: 'registry.example.com/my-api:v2.0.0',
    ports: { http: 8080 },
    resources: { requests: { cpu: '250m', memory: '512Mi' }, limits: { memory: '512Mi' } },
    startupProbe: httpGet('/healthz/live', 'http', { periodSeconds: 2, failureThreshold: 30 }),
    readinessProbe: httpGet('/healthz/ready', 'http'),
    livenessProbe: httpGet('/healthz/live', 'http', { periodSeconds: 20, timeoutSeconds: 5 }),
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
    securityContext: { runAsUser: 1000, runAsGroup: 1000 },
  })
    .scratch('/tmp', '64Mi')
    .volume('app-logs', emptyDir({ sizeLimit: '512Mi' }), { 'api-server': '/var/log/app' })
    .volume('alloy-config', configMap(shipperConfig))
    .sidecar('log-shipper', {
      because: 'the API writes its audit log to a file, which only a container of this Pod can read and send on',
      image: 'grafana/alloy:v1.12.1',
      args: [
        'run',
        '/etc/alloy/config.alloy',
        '--server.http.listen-addr=0.0.0.0:12345',
        '--storage.path=/var/lib/alloy/data',
        '--disable-reporting',
      ],
      ports: { alloy: 12345 },
      resources: { requests: { cpu: '50m', memory: '192Mi' }, limits: { memory: '256Mi' } },
      startupProbe: httpGet('/-/ready', 'alloy', { periodSeconds: 2, failureThreshold: 30 }),
      livenessProbe: httpGet('/-/healthy', 'alloy', { periodSeconds: 30, timeoutSeconds: 5 }),
      securityContext: { runAsUser: 473, runAsGroup: 473 },
      volumeMounts: { '/var/log/app': { name: 'app-logs', readOnly: true }, '/etc/alloy': 'alloy-config' },
      scratch: { '/var/lib/alloy/data': '128Mi', '/tmp': '16Mi' },
    })
    .metadata({ labels: recommendedLabels({ component: 'api', partOf: 'api', version: 'v2.0.0' }) })
    .spec({
      securityContext: { fsGroup: 2000 },
      terminationGracePeriodSeconds: 45,
      topologySpreadConstraints: spreadSoftly('api-with-sidecar'),
    })
    .comment('spec.volumes[app-logs].emptyDir.sizeLimit', 'the API rotates audit.log at 64 MiB and keeps four files')
    .comment(
      'spec.terminationGracePeriodSeconds',
      'the API drains for up to 30 s, then the shipper sends what is left',
    );
  const deployment = new Deployment(chart, 'api-with-sidecar', { replicas: 3, pod: api });
  deployment.service({ ports: { http: 80 } });
  onePodAtATime(chart, deployment);
}

const ALLOY_CONFIG = `local.file_match "audit" {
  path_targets = [{"__path__" = "/var/log/app/*.log", "job" = "api-audit", "pod" = constants.hostname}]
}

loki.source.file "audit" {
  targets    = local.file_match.audit.targets
  forward_to = [loki.write.platform.receiver]
}

loki.write "platform" {
  endpoint {
    url = "http://loki-gateway.logging.svc.cluster.local/loki/api/v1/push"
  }
}
`;
