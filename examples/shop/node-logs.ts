import { because, configMap, except, hostPath, httpGet, pod, readOnly } from 'podwright';

const agent = { because: 'the kubelet keeps the logs of every container there, and nowhere else', owner: 'platform' };

/** Ships what all containers of a node print. */
export const nodeLogs = pod('fluent-bit', {
  image: 'fluent/fluent-bit:3.2.4',
  ports: { http: 2020 },
  resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } },
  startupProbe: httpGet('/api/v1/health', 'http', { periodSeconds: 1, failureThreshold: 30 }),
  securityContext: {
    runAsNonRoot: except(false, {
      because: 'log files of the node belong to root',
      owner: 'platform',
      until: '2027-06-30',
    }),
    runAsUser: except(0, { because: 'log files of the node belong to root', owner: 'platform', until: '2027-06-30' }),
  },
})
  .volume('pod-logs', hostPath('/var/log/pods', agent), { 'fluent-bit': readOnly('/var/log/pods') })
  .volume('config', configMap('node-logs'), { 'fluent-bit': '/fluent-bit/etc' })
  .scratch('/tmp', '64Mi')
  .spec({
    priorityClassName: 'system-node-critical',
    tolerations: because('nodes that take no workloads have logs too', [{ operator: 'Exists' }]),
  });
