import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import * as plus28 from 'cdk8s-plus-28';
import * as plus34 from 'cdk8s-plus-34';
import { ApiObject } from 'cdk8s';
import { App, Chart, Deployment, httpGet, pod, PodError, StatefulSet, without } from 'podwright';
import { bridge, harden, withPatterns } from 'podwright/plus';
import { logTailer, waitForTcp } from 'podwright/patterns';
import { review } from 'podwright/review';
import { parse } from 'yaml';
import { base } from '../support/shop';

const web = pod('web', { ...base, ports: { http: 8080 }, readinessProbe: httpGet('/', 'http') });
const database = pod('db', { ...base, ports: { postgres: 5432 }, readinessProbe: httpGet('/', 5432) });

interface Written {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: object };
  readonly spec: Readonly<Record<string, unknown>>;
  readonly subjects?: unknown;
}

function objectsOf(make: (shop: Chart) => void): readonly Written[] {
  const app = new App();
  make(new Chart(app, 'shop', { namespace: 'shop' }));
  return app.files().map(({ text }) => parse(text) as Written);
}

const ofKind = (kind: string, make: (shop: Chart) => void) => objectsOf(make).filter((object) => object.kind === kind);

// The newest is written against the types of the oldest: what both have is what the bridge is for.
const MODULES: readonly (readonly [string, typeof plus28])[] = [
  ['cdk8s-plus-28', plus28],
  ['cdk8s-plus-34', plus34 as unknown as typeof plus28],
];

describe.each(MODULES)('our owners in the objects of %s', (_, plus) => {
  const to = bridge(plus);
  const labels = { 'app.kubernetes.io/name': 'web' };
  const owner = (shop: Chart) => new Deployment(shop, 'web', { replicas: 2, pod: web });
  const theirs = (shop: Chart) =>
    new plus.Deployment(shop, 'theirs', {
      metadata: { name: 'theirs' },
      containers: [{ name: 'x', image: 'registry.example.com/x:v1', portNumber: 80 }],
    });

  test('are what a Service selects', () => {
    const [service] = ofKind('Service', (shop) => {
      new plus.Service(shop, 's', { selector: to.workload(owner(shop)), ports: [{ port: 80, targetPort: 8080 }] });
    });
    expect(service?.spec).toMatchObject({ selector: labels, ports: [{ port: 80, targetPort: 8080 }] });
  });

  test('stand behind an Ingress by a Service of ours', () => {
    const [ingress] = ofKind('Ingress', (shop) => {
      const service = owner(shop).service({ ports: { http: 80 } });
      new plus.Ingress(shop, 'i').addRule('/', to.ingressBackend(service));
    });
    expect(JSON.stringify(ingress?.spec)).toContain('{"service":{"name":"web","port":{"number":80}}}');
  });

  test('are subjects and peers of policies, with workloads of both kinds', () => {
    const policies = ofKind('NetworkPolicy', (shop) => {
      const db = new StatefulSet(shop, 'db', { replicas: 1, serviceName: 'db', pod: database });
      to.workload(owner(shop)).connections.allowTo(to.workload(db), { ports: [plus.NetworkPolicyPort.tcp(5432)] });
      to.workload(owner(new Chart(shop, 'inner', { namespace: 'other' }))).connections.allowFrom(theirs(shop));
    });
    const selected = policies.map(({ spec }) => JSON.stringify(spec['podSelector']));
    expect(policies).toHaveLength(4);
    expect(selected.filter((selector) => selector.includes('"app.kubernetes.io/name":"web"'))).toHaveLength(2);
    expect(selected.filter((selector) => selector.includes('"app.kubernetes.io/name":"db"'))).toHaveLength(1);
    expect(JSON.stringify(policies[0]?.spec)).toContain('"port":5432');
  });

  test('are scaled by an autoscaler, if they leave their replicas open', () => {
    const make = (replicas: number | ReturnType<typeof without>) =>
      ofKind('HorizontalPodAutoscaler', (shop) => {
        const target = to.workload(new Deployment(shop, 'web', { replicas, pod: web }));
        const [container] = target.toScalingTarget().containers;
        const metrics = [
          plus.Metric.containerCpu({ container: container!, target: plus.MetricTarget.averageUtilization(70) }),
        ];
        new plus.HorizontalPodAutoscaler(shop, 'h', { target, maxReplicas: 4, metrics });
      });
    const [autoscaler] = make(without({ because: 'it is scaled' }));
    expect(autoscaler?.spec).toMatchObject({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      metrics: [{ type: 'ContainerResource', containerResource: { container: 'web', name: 'cpu' } }],
    });
    expect(() => make(2)).toThrow(PodError);
  });

  test('are subjects of a RoleBinding by their account', () => {
    const make = (hasAccount: boolean) =>
      ofKind('RoleBinding', (shop) => {
        const reader = owner(shop);
        if (hasAccount) reader.serviceAccount();
        const role = new plus.Role(shop, 'r');
        role.allowRead(plus.ApiResource.PODS);
        role.bind(to.workload(reader));
      });
    expect(make(true)[0]?.subjects).toEqual([{ kind: 'ServiceAccount', name: 'web', namespace: 'shop', apiGroup: '' }]);
    expect(() => make(false)).toThrow('has no account to give a role to');
  });

  test('take their ConfigMaps, Secrets, accounts and claims by reference, keys checked', () => {
    const make = (key: string) =>
      ofKind('Deployment', (shop) => {
        const settings = new plus.ConfigMap(shop, 'settings', { data: { level: 'info' } });
        const account = new plus.ServiceAccount(shop, 'account');
        const env = { LEVEL: { valueFrom: { configMapKeyRef: { name: settings.name, key } } } };
        const using = pod('web', { ...base, env }).spec({ serviceAccountName: account.name });
        new Deployment(shop, 'web', { replicas: 1, pod: using });
      });
    expect(make('level')).toHaveLength(1);
    expect(() => make('levle')).toThrow('the keys of ConfigMap');
  });

  test('and their workloads are brought to restricted, with a record', () => {
    const app = new App();
    const shop = new Chart(app, 'shop', { namespace: 'shop' });
    const record = harden(theirs(shop));
    const [text] = app.files().map((file) => file.text);
    const spec = 'spec.template.spec';
    expect(record.refused()).toEqual([]);
    expect(record.changes()).toEqual([
      { path: `${spec}.containers[0].securityContext.capabilities.drop`, value: ['ALL'] },
      { path: `${spec}.securityContext.seccompProfile.type`, value: 'RuntimeDefault' },
    ]);
    expect(text).toContain('# harden() set capabilities.drop');
  });

  test('what somebody has set stays, and is refused', () => {
    const app = new App();
    const shop = new Chart(app, 'shop', { namespace: 'shop' });
    const record = harden(
      new plus.Deployment(shop, 'theirs', {
        containers: [
          {
            image: 'registry.example.com/x:v1',
            securityContext: { ensureNonRoot: false, privileged: true, allowPrivilegeEscalation: true },
          },
        ],
      }),
    );
    expect(record.refused().map((sentence) => sentence.replace(/:.*/, ''))).toContain(
      'spec.template.spec.containers[0].securityContext.privileged',
    );
    expect(() => app.files()).toThrow('Pod Security restricted refuses this');
  });

  test('our patterns work on their workloads, which stay as they are otherwise', () => {
    const make = (used: boolean) => {
      const app = new App();
      const shop = new Chart(app, 'shop', { namespace: 'shop' });
      const deployment = theirs(shop);
      const logs = plus.Volume.fromEmptyDir(shop, 'logs', 'logs');
      deployment.containers[0]!.mount('/var/log/app', logs);
      if (used) {
        const because = 'it is tested';
        withPatterns(
          deployment,
          waitForTcp({ host: 'db', port: 5432, timeout: '1m', because }),
          logTailer({ volume: 'logs', file: 'app.log', because }),
          (open) => open.spec({ hostUsers: false }),
        );
      }
      return {
        yaml: app.synthYaml(),
        template: (parse(app.files().at(-1)!.text) as { spec: { template: { spec: Record<string, unknown[]> } } }).spec
          .template.spec,
      };
    };
    const [before, after] = [make(false), make(true)];
    expect(after.template['containers']).toEqual(before.template['containers']);
    expect(after.template['hostUsers']).toBe(false);
    expect(after.template['initContainers']).toMatchObject([
      { name: 'wait-for-db', securityContext: { capabilities: { drop: ['ALL'] } } },
      { name: 'log-tailer', restartPolicy: 'Always' },
    ]);
    expect(after.yaml).toContain('# it is tested');
    expect(make(true)).toEqual(after);
  });

  test('the review judges both', () => {
    const app = new App();
    const shop = new Chart(app, 'shop', { namespace: 'shop' });
    theirs(shop);
    owner(shop);
    const objects = app.files().map(({ text }) => parse(text) as unknown);
    expect(JSON.stringify(review(objects.map((object) => ({ object }))))).toContain('theirs');
  });

  test('ours need no hardening, and what makes no Pods gets none', () => {
    const shop = new Chart(new App(), 'shop', { namespace: 'shop' });
    expect(() => harden(owner(shop))).toThrow('is one of ours already');
    expect(() => harden(new plus.ConfigMap(shop, 'settings'))).toThrow('makes no Pods');
  });
});

test('the types of each module fit its own objects, and plain ones', () => {
  const app = new App();
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  const owner = new Deployment(shop, 'web', { replicas: 1, pod: web });
  const ports = [{ port: 80, targetPort: 8080 }];
  new plus28.Service(shop, 'old', { metadata: { name: 'old' }, selector: bridge(plus28).workload(owner), ports });
  new plus34.Service(shop, 'new', { metadata: { name: 'new' }, selector: bridge(plus34).workload(owner), ports });
  expect(app.files()).toHaveLength(3);
});

test('an object of cdk8s alone is hardened too', () => {
  const shop = new Chart(new App(), 'shop', { namespace: 'shop' });
  const spec = {
    template: { metadata: { labels: { app: 'x' } }, spec: { containers: [{ name: 'x', image: 'x:v1' }] } },
  };
  const stock = new ApiObject(shop, 'x', { apiVersion: 'apps/v1', kind: 'Deployment', spec });
  expect(harden(stock).changes()).toHaveLength(6);
});

test('neither entry point loads any cdk8s-plus', () => {
  const program = `require('podwright'); require('podwright/plus');
    console.log(Object.keys(require.cache).filter((file) => file.includes('cdk8s-plus')).length);`;
  expect(execFileSync(process.execPath, ['-e', program], { cwd: join(__dirname, '../..'), encoding: 'utf8' })).toBe(
    '0\n',
  );
});
