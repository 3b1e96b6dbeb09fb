import {
  because,
  Chart,
  clusterDns,
  Deployment,
  egressTo,
  ExperimentPod,
  httpGet,
  pod,
  ServiceAccount,
  StatefulSet,
} from 'podwright';
import { parse } from 'yaml';
import { base, filesOf, refusalsOf } from '../support/shop';

const web = pod('web', { ...base, ports: { http: 8080 }, readinessProbe: httpGet('/', 'http') });
const dns = pod('db', {
  ...base,
  ports: { postgres: 5432, gossip: { containerPort: 7946, protocol: 'UDP' } },
  readinessProbe: httpGet('/', 5432),
});

interface Written {
  readonly kind: string;
  readonly spec: { readonly template: { readonly spec: Readonly<Record<string, unknown>> } };
}

function written(make: (shop: Chart) => void, kind: string): Written {
  const objects = filesOf(make).map(({ text }) => parse(text) as Written);
  return objects.find((object) => object.kind === kind)!;
}

describe('an owner brings what its Pods need around them', () => {
  test('an account of its own, without a token', () => {
    const make = (shop: Chart) => new Deployment(shop, 'web', { replicas: 1, pod: web }).serviceAccount();
    expect(written(make, 'Deployment').spec.template.spec).toMatchObject({
      serviceAccountName: 'web',
      automountServiceAccountToken: false,
    });
    expect(written(make, 'ServiceAccount')).toMatchObject({ automountServiceAccountToken: false });
  });

  test('an account whose token is there for a reason, printed beside it', () => {
    const automountServiceAccountToken = because('it lists the Pods of its own Service', true);
    const make = (shop: Chart) =>
      new Deployment(shop, 'web', { replicas: 1, pod: web }).serviceAccount({ automountServiceAccountToken });
    expect(written(make, 'Deployment').spec.template.spec).toMatchObject({ automountServiceAccountToken: true });
    expect(written(make, 'ServiceAccount')).toMatchObject({ automountServiceAccountToken: false });
    expect(
      filesOf(make)
        .map(({ text }) => text)
        .join(''),
    ).toContain('# it lists the Pods of its own Service');
  });

  test('what was rendered before is rendered anew', () => {
    const make = (shop: Chart) => {
      const owner = new Deployment(shop, 'web', { replicas: 1, pod: web });
      owner.render();
      owner.spread();
    };
    expect(written(make, 'Deployment').spec.template.spec).toMatchObject({
      topologySpreadConstraints: ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map((topologyKey) => ({
        topologyKey,
        maxSkew: 1,
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'web' } },
      })),
    });
  });

  test('a spread that keeps Pods waiting has a reason', () => {
    const spread = (firmly: unknown) =>
      refusalsOf((shop) =>
        new StatefulSet(shop, 'db', { replicas: 3, serviceName: 'db', pod: dns }).spread({ zone: firmly as never }),
      );
    expect(spread(because('a quorum must outlive a zone', 'DoNotSchedule'))).toEqual([]);
    expect(spread('DoNotSchedule')).toEqual(['spec.template.spec.topologySpreadConstraints [reason-required]']);
  });

  test.each<readonly [string, (shop: Chart) => unknown]>([
    [
      'two accounts',
      (shop) => {
        const owner = new Deployment(shop, 'web', { replicas: 1, pod: web.spec({ serviceAccountName: 'other' }) });
        return owner.serviceAccount();
      },
    ],
    ['two spreads', (shop) => new Deployment(shop, 'web', { replicas: 1, pod: web }).spread().spread()],
    [
      'a policy for Pods without labels',
      (shop) =>
        new ExperimentPod(shop, 'x', { purpose: 'tries', deleteBy: '2027-01-31', pod: web }).networkPolicy({
          ingress: [],
        }),
    ],
    ['a policy that says nothing', (shop) => new Deployment(shop, 'web', { replicas: 1, pod: web }).networkPolicy({})],
  ])('%s are refused where they are made', (_, make) => {
    expect(() => filesOf((shop) => void make(shop))).toThrow(TypeError);
  });

  test('an account stands alone too', () => {
    const make = (shop: Chart) => {
      const account = new ServiceAccount(shop, 'readers', { imagePullSecrets: [{ name: 'registry' }] });
      new Deployment(shop, 'web', { replicas: 1, pod: web.spec({ serviceAccountName: account.name }) });
    };
    expect(refusalsOf(make)).toEqual([]);
    expect(written(make, 'ServiceAccount')).toMatchObject({ imagePullSecrets: [{ name: 'registry' }] });
  });
});

describe('a network policy', () => {
  test('lets through callers and upstreams by the names of their ports', () => {
    const make = (shop: Chart) => {
      const other = new Chart(shop, 'other', { namespace: 'data' });
      const front = new Deployment(shop, 'front', { replicas: 1, pod: pod('x', base) });
      const db = new StatefulSet(other, 'db', { replicas: 1, serviceName: 'db', pod: dns });
      new Deployment(shop, 'web', { replicas: 1, pod: web }).networkPolicy({
        ingress: [{ from: [front, { namespaceSelector: { matchLabels: { team: 'edge' } } }], ports: ['http'] }],
        egress: [egressTo(db, 'postgres', 'gossip'), clusterDns()],
      });
    };
    const labels = (name: string) => ({ matchLabels: { 'app.kubernetes.io/name': name } });
    expect(refusalsOf(make)).toEqual([]);
    expect(written(make, 'NetworkPolicy').spec).toEqual({
      podSelector: labels('web'),
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        {
          from: [{ podSelector: labels('front') }, { namespaceSelector: { matchLabels: { team: 'edge' } } }],
          ports: [{ port: 'http', protocol: 'TCP' }],
        },
      ],
      egress: [
        {
          to: [
            {
              namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'data' } },
              podSelector: labels('db'),
            },
          ],
          ports: [
            { port: 'postgres', protocol: 'TCP' },
            { port: 'gossip', protocol: 'UDP' },
          ],
        },
        {
          to: [
            {
              namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
              podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
            },
          ],
          ports: [
            { port: 53, protocol: 'UDP' },
            { port: 53, protocol: 'TCP' },
          ],
        },
      ],
    });
  });

  test('knows the ports of its Pod', () => {
    const refused = refusalsOf((shop) => {
      new Deployment(shop, 'web', { replicas: 1, pod: web }).networkPolicy({ ingress: [{ ports: ['htpp' as never] }] });
    });
    expect(refused).toEqual(['spec.ingress[0].ports[0].port [unknown-port]']);
  });

  test('denies everything where it lists nothing', () => {
    const make = (shop: Chart) => new Deployment(shop, 'web', { replicas: 1, pod: web }).networkPolicy({ ingress: [] });
    expect(written(make, 'NetworkPolicy').spec).toMatchObject({ policyTypes: ['Ingress'], ingress: [] });
  });
});
