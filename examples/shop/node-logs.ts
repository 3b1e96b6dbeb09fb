import { because, companion, configMap, except, hostPath, httpGet, pod, readOnly } from 'podwright';

const agent = { because: 'the kubelet keeps the logs of every container there, and nowhere else', owner: 'platform' };

/** What the agent reads and where it sends it; its own log is left out, or it would read what it writes. */
const fluentBit = `[SERVICE]
    HTTP_Server   On
    HTTP_Port     2020
    Health_Check  On

[INPUT]
    Name          tail
    Path          /var/log/pods/*/*/*.log
    Exclude_Path  /var/log/pods/platform_node-logs-*/*/*.log
    Read_from_Head  Off

[OUTPUT]
    Name          forward
    Match         *
    Host          logs.example.com
    Port          24224
    tls           On
`;

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
  .configMap('config', { 'fluent-bit.conf': fluentBit })
  .volume('config', configMap(companion('config')), { 'fluent-bit': '/fluent-bit/etc' })
  .scratch('/tmp', '64Mi')
  .spec({
    priorityClassName: 'system-node-critical',
    tolerations: because('nodes that take no workloads have logs too', [{ operator: 'Exists' }]),
  });
