/**
 * Prints a Deployment of about sixty lines with our printer, with `yaml` and with `JSON.stringify`, in one run, and
 * says how long each takes and how many times as long as ours. Run: `npx ts-node -T bench/print-yaml.ts`
 */
import { stringify } from 'yaml';
import type { YamlComments } from '../synth/yaml/comments';
import { printYaml } from '../synth/yaml/print';

const labels = { 'app.kubernetes.io/name': 'checkout', 'app.kubernetes.io/part-of': 'shop' };
const probe = (path: string, more: object) => ({ httpGet: { path, port: 'http' }, ...more });

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'checkout', namespace: 'shop', labels },
  spec: {
    replicas: 3,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: {
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
        containers: [
          {
            name: 'api',
            image: 'registry.example.com/checkout:v2.4.1',
            args: ['--listen=:8080', '--log-format=json'],
            ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
            env: [
              { name: 'LOG_LEVEL', value: 'info' },
              { name: 'FEATURES', value: 'on' },
            ],
            resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '256Mi' } },
            startupProbe: probe('/healthz/live', { failureThreshold: 30, periodSeconds: 2 }),
            readinessProbe: probe('/healthz/ready', { periodSeconds: 5 }),
            securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
            volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
          },
        ],
        volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
      },
    },
  },
};

const comments: YamlComments = new Map([
  ['spec.replicas', { above: ['One for each zone.'] }],
  ['spec.template.spec.containers[0].image', { beside: '{"$imagepolicy": "flux-system:checkout"}' }],
]);

const rounds = 4000;
const contestants: Record<string, () => string> = {
  printYaml: () => printYaml(deployment),
  'printYaml, 2 comments': () => printYaml(deployment, { comments }),
  'JSON.stringify': () => JSON.stringify(deployment, undefined, 2),
  yaml: () => stringify(deployment, { aliasDuplicateObjects: false, lineWidth: 0, version: '1.1' }),
};

function microseconds(print: () => string): number {
  const times = [0, 1, 2].map(() => {
    const start = process.hrtime.bigint();
    let seen = 0;
    for (let round = 0; round < rounds; round++) seen += print().charCodeAt(0); // makes the engine join the text

    if (seen === 0) throw new Error('nothing was printed');
    return Number(process.hrtime.bigint() - start) / 1000 / rounds;
  });
  return Math.min(...times);
}

const results = Object.entries(contestants).map(([name, print]) => ({ name, time: microseconds(print) }));
const ours = results[0]!.time;
console.log(`${printYaml(deployment).split('\n').length - 1} lines, microseconds an object, best of three`);
for (const { name, time } of results)
  console.log(`${name.padEnd(24)}${time.toFixed(1).padStart(8)}  x ${(time / ours).toFixed(2)}`);
