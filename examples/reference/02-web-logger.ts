import {
  Deployment,
  emptyDir,
  exec,
  ExperimentPod,
  httpGet,
  pod,
  readOnly,
  recommendedLabels,
  without,
} from 'podwright';
import type { Chart } from 'podwright';
import { onePodAtATime, spreadSoftly } from './shared';

export function faithful(chart: Chart): void {
  const logger = pod('nginx-server', {
    image: 'nginx:1.27-alpine',
    resources: without({ because: 'the page is opened by one browser, and never under load' }),
  })
    .volume('html-dir', emptyDir(), { 'nginx-server': '/usr/share/nginx/html' })
    .container('content-writer', {
      because: 'it writes the page that nginx serves, through the volume that both mount',
      image: 'busybox:1.36.1',
      command: ['/bin/sh', '-c', 'while true; do date > /data/index.html; sleep 5; done'],
      resources: without({ because: 'one date every five seconds is too little to measure' }),
      volumeMounts: { '/data': 'html-dir' },
    })
    .without('runAsNonRoot', {
      because: 'both images run as root: nginx for port 80, busybox for want of another user',
    })
    .without('capabilities', {
      because: 'the nginx master hands its cache over to the user nginx (CHOWN, SETUID, SETGID)',
    })
    .without('readOnlyRootFilesystem', { because: 'nginx keeps its cache and its pid file in the image' })
    .without('automountServiceAccountToken', {
      because: 'the default ServiceAccount of this namespace may do nothing',
    });
  new ExperimentPod(chart, 'web-logger', {
    pod: logger,
    purpose: 'Shows two containers that share a volume',
    deleteBy: '2026-12-31',
  });
}

export function hardened(chart: Chart): void {
  const logger = pod('nginx-server', {
    image: 'nginxinc/nginx-unprivileged:1.28.0-alpine',
    ports: { http: 8080 },
    resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '128Mi' } },
    startupProbe: httpGet('/', 'http', { periodSeconds: 1, failureThreshold: 30 }),
    readinessProbe: httpGet('/', 'http', { periodSeconds: 5 }),
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
  })
    .scratch('/tmp', '16Mi')
    .volume('html-dir', emptyDir({ sizeLimit: '1Mi' }), { 'nginx-server': readOnly('/usr/share/nginx/html') })
    .sidecar('content-writer', {
      because: 'each replica serves the page that its own writer leaves on the volume between them',
      image: 'busybox:1.37.0',
      command: ['/bin/sh', '-c', WRITE_PAGE],
      resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '32Mi' } },
      startupProbe: exec(['test', '-s', '/data/index.html'], { periodSeconds: 1, failureThreshold: 30 }),
      securityContext: { runAsUser: 65534, runAsGroup: 65534 },
      volumeMounts: { '/data': 'html-dir' },
    })
    .metadata({ labels: recommendedLabels({ component: 'web', partOf: 'web-logger', version: '1.28.0' }) })
    .spec({ topologySpreadConstraints: spreadSoftly('web-logger') });
  const web = new Deployment(chart, 'web-logger', { replicas: 2, pod: logger });
  web.service({ ports: { http: 80 } });
  onePodAtATime(chart, web);
}

/** A reader never sees half a page, and the shell ends at once when it is told to. */
const WRITE_PAGE = `trap 'exit 0' TERM INT
while true; do
  date > /data/.index.html.new
  mv /data/.index.html.new /data/index.html
  sleep 5 &
  wait $!
done
`;
