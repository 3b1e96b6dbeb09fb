import { verify } from '../../../review';
import { sources } from '../objects';
import { deployment, IMAGE, liveContainer, liveDeployment, livePod } from './cluster';
import { found, topics } from './found';

describe('drift', () => {
  const drift = (live: unknown, desired: readonly unknown[] = [deployment()]) =>
    found([live], desired).map(({ actual, expected, path, severity }) => [severity, path, expected, actual]);
  const container = 'spec.template.spec.containers[api]';

  test('replicas that somebody has set', () => {
    const live = liveDeployment(
      { replicas: 5 },
      { replicas: 5, updatedReplicas: 5, readyReplicas: 5, availableReplicas: 5 },
    );
    expect(drift(live)).toEqual([['warning', 'spec.replicas', 2, 5]]);
  });

  test('replicas are no drift where an autoscaler owns them, in Git or in the cluster', () => {
    const live = liveDeployment(
      { replicas: 5 },
      { replicas: 5, updatedReplicas: 5, readyReplicas: 5, availableReplicas: 5 },
    );
    const autoscaler = {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'checkout', namespace: 'shop' },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'checkout' },
        maxReplicas: 8,
        minReplicas: 2,
      },
    };
    expect(found([live], [deployment(), autoscaler])).toEqual([]);
    expect(found([live, autoscaler])).toEqual([]);
    const low = { ...autoscaler, spec: { ...autoscaler.spec, maxReplicas: 4 } };
    expect(topics(found([live], [deployment(), low]))).toEqual(['error replicas']);
  });

  test.each<[string, Record<string, unknown>, unknown[]]>([
    ['an image', { image: 'checkout:hotfix' }, ['warning', `${container}.image`, IMAGE, 'checkout:hotfix']],
    [
      'a variable',
      { env: [{ name: 'LOG_LEVEL', value: 'debug' }, ...(liveContainer()['env'] as unknown[]).slice(1)] },
      ['warning', `${container}.env[LOG_LEVEL].value`, 'info', 'debug'],
    ],
    [
      'a variable more, whose secret is not shown',
      { env: [...(liveContainer()['env'] as unknown[]), { name: 'DB_PASSWORD', value: 'hunter2hunter2' }] },
      [
        'warning',
        `${container}.env[DB_PASSWORD]`,
        undefined,
        { name: 'DB_PASSWORD', value: '(looks like a secret, and is not shown)' },
      ],
    ],
    [
      'a variable less',
      { env: (liveContainer()['env'] as unknown[]).slice(1) },
      ['warning', `${container}.env[LOG_LEVEL]`, { name: 'LOG_LEVEL', value: 'info' }, undefined],
    ],
    [
      'an amount',
      { resources: { limits: { memory: '512Mi' }, requests: { cpu: '1', memory: '256Mi' } } },
      ['warning', `${container}.resources.limits.memory`, '256Mi', '512Mi'],
    ],
    [
      'a false that is taken away',
      { securityContext: {} },
      ['warning', `${container}.securityContext.allowPrivilegeEscalation`, false, undefined],
    ],
    ['a field that Git does not write', { args: ['--debug'] }, ['info', `${container}.args`, undefined, ['--debug']]],
  ])('%s', (_, changes, expected) => {
    expect(drift(liveDeployment({}, {}, changes))).toEqual([expected]);
  });

  test('a label that Git writes, and none that it does not', () => {
    const live = liveDeployment();
    const labels = { 'app.kubernetes.io/name': 'other', extra: 'x' };
    const changed = { ...live, metadata: { ...(live['metadata'] as object), labels } };
    expect(drift(changed)).toEqual([['warning', 'metadata.labels[app.kubernetes.io/name]', 'checkout', 'other']]);
  });

  test('the line in the manifest is named', () => {
    const live = liveDeployment({}, {}, { image: 'checkout:hotfix' });
    const lineOf = (path: string) => (path === 'spec.template.spec.containers[0].image' ? 17 : 1);
    const [object] = verify(sources(live), [{ object: deployment(), file: 'dist/checkout.yaml', lineOf }]).objects;
    expect(object).toMatchObject({ file: 'dist/checkout.yaml', line: 1, mismatches: [{ line: 17 }] });
    expect(object!.mismatches[0]!.sentence).toMatch(
      /is `checkout:hotfix`, and Git says `.*`: the next sync sets it back\.$/,
    );
  });

  test('other kinds are compared by what Git writes, and secrets not at all', () => {
    const config = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'c', namespace: 'shop' },
      data: { a: '1', b: '2' },
    };
    const secret = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 's', namespace: 'shop' },
      stringData: { key: 'x' },
    };
    const liveConfig = { ...config, data: { a: '1', b: '3', c: '4' } };
    const liveSecret = { ...secret, stringData: undefined, data: { key: 'eQ==' }, type: 'Opaque' };
    expect(found([liveConfig, liveSecret], [config, secret]).map(({ path }) => path)).toEqual(['data.b']);
  });

  test('what an API server adds to other kinds is no drift', () => {
    const service = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 's', namespace: 'shop' },
      spec: { type: 'NodePort', selector: { app: 's' }, ports: [{ port: 80, targetPort: 'http' }] },
    };
    const port = { port: 80, targetPort: 'http', protocol: 'TCP', nodePort: 30080 };
    const filled = { clusterIP: '10.1.2.3', clusterIPs: ['10.1.2.3'], ipFamilies: ['IPv4'], sessionAffinity: 'None' };
    const liveService = {
      ...service,
      spec: { ...service.spec, ...filled, ports: [port] },
      status: { loadBalancer: {} },
    };
    const claim = {
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    };
    const held = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data', creationTimestamp: null },
      spec: { ...claim.spec, volumeMode: 'Filesystem', storageClassName: 'standard' },
      status: { phase: 'Pending' },
    };
    const set = { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'db', namespace: 'shop' } };
    const { selector, template } = deployment()['spec'] as Record<string, unknown>;
    const { template: live } = liveDeployment()['spec'] as Record<string, unknown>;
    const spec = { serviceName: 'db', replicas: 2, selector };
    const status = { replicas: 2, updatedReplicas: 2, readyReplicas: 2, availableReplicas: 2 };
    const desired = [service, { ...set, spec: { ...spec, template, volumeClaimTemplates: [claim] } }];
    const running = { ...set, spec: { ...spec, template: live, volumeClaimTemplates: [held] }, status };
    expect(found([liveService, running], desired)).toEqual([]);
    const more = { ...liveService, spec: { ...liveService.spec, ports: [port, { port: 81, protocol: 'TCP' }] } };
    expect(drift(more, [service])).toMatchObject([['warning', 'spec.ports[81/TCP]', undefined, { port: 81 }]]);
  });

  test('a bare Pod is compared without what admission gives to every Pod', () => {
    const desired = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'dns', namespace: 'shop' },
      spec: { containers: [{ name: 'api', image: IMAGE }], serviceAccountName: 'checkout' },
    };
    const metadata = { name: 'dns', ownerReferences: undefined, labels: undefined };
    const spec = {
      volumes: [{ name: 'kube-api-access-x7k2p', projected: { sources: [] } }],
      containers: [
        {
          ...liveContainer(),
          volumeMounts: [{ name: 'kube-api-access-x7k2p', mountPath: '/var/run/secrets/kubernetes.io/serviceaccount' }],
        },
      ],
    };
    const live = livePod('x', { metadata, spec, status: { qosClass: 'BestEffort' } });
    expect(found([live], [desired])).toEqual([]);
  });
});
