import fc from 'fast-check';
import {
  printMarkdown,
  printRunbookMarkdown,
  printRunbookText,
  printText,
  reportOf,
  review,
  runbookOf,
  type Runbook,
} from '../../../review';
import { CONTROL, junkIn, withJunk } from '../junk';
import { beside, owner, pod } from './told';

const full = {
  terminationGracePeriodSeconds: 30,
  nodeSelector: { a: 'b' },
  imagePullSecrets: [{ name: 'login' }],
  readinessGates: [{ conditionType: 'example.com/ready' }],
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'Localhost', localhostProfile: 'p.json' } },
  tolerations: [{ key: 'k', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 5 }],
  affinity: {
    podAntiAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        { labelSelector: { matchLabels: { app: 'api' } }, topologyKey: 'zone' },
      ],
    },
  },
  volumes: [
    { name: 'v', emptyDir: { medium: 'Memory', sizeLimit: '1Gi' } },
    { name: 'p', persistentVolumeClaim: { claimName: 'c' } },
    { name: 'f', configMap: { name: 'f', items: [{ key: 'k', path: 'k.conf' }] } },
  ],
  initContainers: [
    { name: 'side', image: 's:v1', restartPolicy: 'Always', startupProbe: { exec: { command: ['true'] } } },
  ],
  containers: [
    {
      name: 'api',
      image: 'api:v1',
      ports: [{ name: 'http', containerPort: 8080 }],
      command: ['/api', '-Xmx64m'],
      env: [
        { name: 'URL', value: 'http://localhost:6379' },
        { name: 'KEY', valueFrom: { secretKeyRef: { name: 's', key: 'k', optional: true } } },
        { name: 'OTHER', valueFrom: { configMapKeyRef: { name: 'f', key: 'k' } } },
      ],
      envFrom: [{ configMapRef: { name: 'f' } }],
      securityContext: { readOnlyRootFilesystem: true, runAsUser: 1000 },
      resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '64Mi' } },
      readinessProbe: { httpGet: { port: 'http' }, failureThreshold: 2 },
      livenessProbe: { grpc: { port: 8080 } },
      lifecycle: { preStop: { sleep: { seconds: 5 } } },
      volumeMounts: [
        { name: 'v', mountPath: '/v' },
        { name: 'p', mountPath: '/p', readOnly: true },
        { name: 'f', mountPath: '/p/k.conf', subPath: 'k.conf' },
      ],
    },
  ],
};

const cronJob = {
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name: 'api', namespace: 'shop' },
  spec: {
    schedule: '* * * * *',
    jobTemplate: { spec: { backoffLimit: 1, template: { spec: { ...full, restartPolicy: 'Never' } } } },
  },
};

const objects: readonly Record<string, unknown>[] = [
  owner('Deployment', { replicas: 2, strategy: { rollingUpdate: { maxSurge: '25%' } } }, full),
  owner(
    'StatefulSet',
    { volumeClaimTemplates: [{ metadata: { name: 'd' }, spec: { accessModes: ['ReadWriteOnce'] } }] },
    full,
  ),
  owner('DaemonSet', {}, full),
  owner(
    'Job',
    {
      completions: 2,
      podFailurePolicy: { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] }] },
    },
    full,
  ),
  cronJob,
  pod(full),
  beside('Service', 'api', { selector: { app: 'api' }, ports: [{ port: 80, targetPort: 'http' }] }),
  beside('PodDisruptionBudget', 'api', {
    selector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] },
    minAvailable: '50%',
  }),
  beside('HorizontalPodAutoscaler', 'api', {
    scaleTargetRef: { kind: 'Deployment', name: 'api' },
    maxReplicas: 5,
    metrics: [{ type: 'Resource' }],
  }),
  { ...beside('Ingress', 'api', { rules: [{ http: { paths: [{ backend: { service: { name: 'api' } } }] } }] }) },
];

/** What is left of a value that nobody looked at. */
const LEFT_OVER = /.*(?:undefined|NaN|\[object ).*/;

function commandsIn({ workloads }: Runbook): string[] {
  return workloads.flatMap(({ deletion, diagnosis, incident, states }) => [
    ...diagnosis.flatMap(({ commands }) => commands),
    ...states.flatMap(({ causes, chain }) => [...causes, ...chain].map(({ command }) => command)),
    ...deletion.checks.map(({ command }) => command),
    ...incident.commands,
  ]);
}

describe('hostile objects', () => {
  test('nothing makes the report or its printers throw', () => {
    fc.assert(
      fc.property(fc.array(junkIn(objects), { minLength: 1, maxLength: 4 }), (changes) => {
        const sources = withJunk(objects, changes).map((object) => ({ object }));
        const result = review(sources, { rules: [] });
        const report = reportOf(result);
        expect(JSON.parse(JSON.stringify(report))).toBeDefined();
        const book = runbookOf(result);
        expect(JSON.parse(JSON.stringify(book))).toBeDefined();
        const instructions = [printRunbookText(book, { width: 60 }), printRunbookMarkdown(book)];
        for (const text of [printText(report, { details: true, width: 60 }), printMarkdown(report), ...instructions]) {
          expect(text).not.toMatch(CONTROL);
        }
        for (const text of instructions) expect(text.match(LEFT_OVER)?.[0]).toBeUndefined();
        for (const command of commandsIn(book)) expect(command).toMatch(/^kubectl \S[^\n]*$/);
        const own = {
          ...report,
          others: [],
          workloads: report.workloads.map((workload) => ({ ...workload, problems: [] })),
        };
        expect(printMarkdown(own).match(LEFT_OVER)?.[0]).toBeUndefined();
      }),
      {
        numRuns: 60,
        examples: [
          [[{ position: 6, path: ['spec', 'ports', '0', 'targetPort'], junk: 9n }]],
          [[{ position: 6, path: ['spec', 'ports', '0', 'port'], junk: Number.NaN }]],
        ],
      },
    );
  });

  test.each([
    [null],
    [[]],
    ['text'],
    [{ kind: 'Pod' }],
    [{ apiVersion: 'v1', kind: 'Pod', metadata: 5, spec: { containers: 5 } }],
  ])('%j has a report', (object) => {
    const report = reportOf(review([{ object }]));
    expect(report.workloads.length + report.others.length).toBe(1);
  });
});
