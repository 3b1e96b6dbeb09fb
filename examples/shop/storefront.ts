import { emptyDir, httpGet, pod, readOnly, recommendedLabels } from 'podwright';
import { helper } from './sizes';

/** Serves the shop's pages, which an init container unpacks from an image of their own. */
export const storefront = pod('web', {
  image: 'nginxinc/nginx-unprivileged:1.27.3-alpine',
  ports: { http: 8080 },
  resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } },
  startupProbe: httpGet('/', 'http', { periodSeconds: 1, failureThreshold: 15 }),
  readinessProbe: httpGet('/', 'http', { periodSeconds: 5 }),
  lifecycle: { preStop: { sleep: { seconds: 5 } } },
})
  .metadata({ labels: recommendedLabels({ version: '2026.11.2', component: 'web', partOf: 'shop' }) })
  .scratch('/tmp', '32Mi')
  .volume('pages', emptyDir({ sizeLimit: '256Mi' }), { web: readOnly('/usr/share/nginx/html') })
  .initContainer('unpack-pages', {
    because: 'pages are released more often than the web server, so they come in an image of their own',
    image: 'registry.example.com/shop/pages:2026.11.2',
    command: ['cp', '-R', '/pages/.', '/html'],
    resources: helper,
    securityContext: { runAsUser: 101 },
    volumeMounts: { '/html': 'pages' },
  });
