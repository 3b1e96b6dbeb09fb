import { JsonPatch } from 'cdk8s';
import {
  App,
  Chart,
  claimPerReplica,
  CronJob,
  DaemonSet,
  Deployment,
  emptyDir,
  ExperimentPod,
  httpGet,
  Job,
  pod,
  Service,
  StatefulSet,
} from 'podwright';
import type { Manifest } from 'podwright';
import { base, refusalsOf, textOf } from '../support/shop';

const plain = pod('x', base);
const served = pod('x', { ...base, ports: { http: 8080 }, readinessProbe: httpGet('/', 'http') });
const claiming = pod('x', base).volume('data', claimPerReplica('1Gi'));
const JOB = { restartPolicy: 'Never', backoffLimit: 1, activeDeadlineSeconds: 60 } as const;
const CRON = { schedule: '0 3 * * *', timeZone: 'Etc/UTC', concurrencyPolicy: 'Forbid' } as const;
const EXPERIMENT = { purpose: 'It is tried out', deleteBy: '2027-01-31' } as const;

describe('what an owner promises is said, and not taken for granted', () => {
  const required = (...paths: readonly string[]) => paths.map((path) => `${path} [promise-required]`);
  test.each<readonly [string, (shop: Chart) => unknown, readonly string[]]>([
    ['Deployment', (shop) => new Deployment(shop, 'a', { pod: plain } as never), required('spec.replicas')],
    [
      'StatefulSet',
      (shop) => new StatefulSet(shop, 'a', { pod: plain } as never),
      required('spec.replicas', 'spec.serviceName'),
    ],
    [
      'Job',
      (shop) => new Job(shop, 'a', { pod: plain } as never),
      required('spec.backoffLimit', 'spec.activeDeadlineSeconds', 'spec.template.spec.restartPolicy'),
    ],
    [
      'CronJob',
      (shop) => new CronJob(shop, 'a', { pod: plain, schedule: CRON.schedule, job: {} } as never),
      required(
        'spec.timeZone',
        'spec.concurrencyPolicy',
        'spec.jobTemplate.spec.backoffLimit',
        'spec.jobTemplate.spec.activeDeadlineSeconds',
        'spec.jobTemplate.spec.template.spec.restartPolicy',
      ),
    ],
  ])('%s', (_, make, expected) => {
    expect(refusalsOf(make)).toEqual(expected);
  });

  test.each<readonly [string, (shop: Chart) => unknown]>([
    ['a Deployment of nothing', (shop) => new Deployment(shop, 'a', undefined as never)],
    ['a CronJob without a job', (shop) => new CronJob(shop, 'a', { ...CRON, pod: plain } as never)],
    [
      'an experiment without a purpose',
      (shop) => new ExperimentPod(shop, 'a', { ...EXPERIMENT, purpose: '', pod: plain }),
    ],
    [
      'an experiment without an end',
      (shop) => new ExperimentPod(shop, 'a', { ...EXPERIMENT, deleteBy: 'soon', pod: plain }),
    ],
    ['a Service without ports', (shop) => new Service(shop, 'a', { workload: undefined } as never)],
    ['a Service of nothing', (shop) => new Service(shop, 'a', { ports: {}, workload: undefined as never })],
    ['a chart in no namespace', (shop) => new Chart(shop, 'a', { namespace: '' })],
    ['a chart of nothing', (shop) => new Chart(shop, 'a', undefined as never)],
  ])('%s is refused where it is made', (_, make) => {
    expect(() => make(new Chart(new App(), 'shop', { namespace: 'shop' }))).toThrow(TypeError);
  });

  test('an experiment refuses the fields of other owners', () => {
    expect(
      refusalsOf((shop) => new ExperimentPod(shop, 'a', { ...EXPERIMENT, replicas: 3, pod: plain } as never)),
    ).toEqual(['spec.replicas [unknown-field]']);
  });
});

describe('a claim for each replica is given by a StatefulSet alone', () => {
  const refused = (path: string) => [`${path} [claim-per-replica]`];
  test.each<readonly [string, (shop: Chart) => unknown, readonly string[]]>([
    ['StatefulSet', (shop) => new StatefulSet(shop, 'a', { replicas: 1, serviceName: 'a', pod: claiming }), []],
    [
      'Deployment',
      (shop) => new Deployment(shop, 'a', { replicas: 1, pod: claiming }),
      refused('spec.template.spec.volumes'),
    ],
    ['DaemonSet', (shop) => new DaemonSet(shop, 'a', { pod: claiming }), refused('spec.template.spec.volumes')],
    ['Job', (shop) => new Job(shop, 'a', { ...JOB, pod: claiming }), refused('spec.template.spec.volumes')],
    [
      'CronJob',
      (shop) => new CronJob(shop, 'a', { ...CRON, job: JOB, pod: claiming }),
      refused('spec.jobTemplate.spec.template.spec.volumes'),
    ],
    [
      'ExperimentPod',
      (shop) => new ExperimentPod(shop, 'a', { ...EXPERIMENT, pod: claiming }),
      refused('spec.volumes'),
    ],
  ])('%s', (_, make, expected) => {
    expect(refusalsOf(make)).toEqual(expected);
  });

  test('and hides no other volume', () => {
    const taken: string = claiming.model.volumes[0]?.name ?? '';
    const hidden = claiming.volume(taken, emptyDir(), { x: '/data' });
    expect(refusalsOf((shop) => new StatefulSet(shop, 'a', { replicas: 1, serviceName: 'a', pod: hidden }))).toEqual([
      'spec.template.spec.volumes [duplicate-name]',
    ]);
  });
});

describe('a Job', () => {
  const jobText = (more: object, props = {}) =>
    textOf((shop) => new Job(shop, 'a', { ...JOB, ...more, pod: plain }), props);

  test('runs once where nothing else is said', () => {
    expect(jobText({})).toMatch(/completions: 1\n +parallelism: 1\n/);
  });

  test('whose Pods share a queue of work gets no number of completions', () => {
    const text = jobText({ parallelism: 5 });
    expect(text).not.toContain('completions:');
    expect(text).toContain('Runs to completion with 5 Pods at a time until one has succeeded');
  });

  test('of a CronJob is as explicit as any other object of its App', () => {
    const cron = (explicit: boolean) =>
      textOf((shop) => new CronJob(shop, 'a', { ...CRON, job: JOB, pod: plain }), { explicit });
    expect(cron(true)).toContain('completions: 1');
    expect(cron(false)).not.toMatch(/completions|terminationGracePeriodSeconds|imagePullPolicy/);
  });
});

describe('JSON patches', () => {
  const patched = (...patches: JsonPatch[]) =>
    refusalsOf((shop) => {
      new Deployment(shop, 'a', { replicas: 1, pod: plain }).addJsonPatch(...patches);
    });
  const SPEC = '/spec/template/spec';

  test.each<readonly [string, JsonPatch, string]>([
    [
      'remove what is not there',
      JsonPatch.remove(`${SPEC}/hostname`),
      'spec.template.spec.hostname [patch-matches-nothing]',
    ],
    ['replace what is not there', JsonPatch.replace('/spec/paused', true), 'spec.paused [patch-matches-nothing]'],
    ['add to what is not there', JsonPatch.add('/spec/nope/x', 1), 'spec.nope.x [patch-matches-nothing]'],
    ['replace the whole object', JsonPatch.replace('', {}), ' [patch-matches-nothing]'],
    ['add a field that the API does not have', JsonPatch.add('/spec/nope', 1), 'spec.nope [unknown-field]'],
    ['loosen security', JsonPatch.add(`${SPEC}/hostNetwork`, true), 'spec.template.spec.hostNetwork [pod-security]'],
    [
      'float an image',
      JsonPatch.replace(`${SPEC}/containers/0/image`, 'nginx'),
      'spec.template.spec.containers[0].image [floating-image-tag]',
    ],
    [
      'remove what production needs',
      JsonPatch.remove(`${SPEC}/containers/0/resources/limits`),
      'spec.template.spec.containers[0].resources.limits.memory [resources-required]',
    ],
  ])('do not %s', (_, patch, expected) => {
    expect(patched(patch)).toContain(expected);
  });

  test.each<readonly [string, () => JsonPatch]>([
    ['no patch of cdk8s', () => ({ op: 'remove', path: '/spec' }) as never],
    ['nothing', () => undefined as never],
    ['a patch without its value', () => JsonPatch.add('/spec/paused', undefined)],
    ['a patch with what YAML cannot hold', () => JsonPatch.add('/spec/replicas', NaN)],
  ])('are refused where they are added: %s', (_, make) => {
    expect(() => patched(make())).toThrow(TypeError);
  });

  test('keep the value that they were made with', () => {
    const value = { type: 'Recreate' };
    const text = textOf((shop) => {
      new Deployment(shop, 'a', { replicas: 1, pod: plain }).addJsonPatch(
        JsonPatch.replace('/spec/strategy', value),
        JsonPatch.replace('/spec/strategy/type', 'RollingUpdate'),
      );
      value.type = 'changed';
    });
    expect(text).toContain('type: RollingUpdate');
  });
});

describe('an owner in the construct tree', () => {
  test('takes labels, annotations and dependencies as any ApiObject does', () => {
    const app = new App();
    const shop = new Chart(app, 'shop', { namespace: 'shop' });
    const first = new Deployment(shop, 'a', { replicas: 1, pod: plain });
    const second = new Deployment(shop, 'b', { replicas: 1, pod: plain });
    expect(first.render().object).toBe(first.render().object);
    first.metadata.addLabel('team', 'web');
    first.metadata.addAnnotation('example.com/x', 'y');
    first.addDependency(second);
    expect(app.files().map(({ path }) => path)).toEqual(['shop/deployment-b.yaml', 'shop/deployment-a.yaml']);
    expect(app.synthYaml()).toMatch(/team: web\n +annotations:\n +example\.com\/x: "?y"?\n/);
  });

  test('may live in another namespace than its chart', () => {
    const metadata = { namespace: 'other' } as object;
    expect(textOf((shop) => new Deployment(shop, 'a', { replicas: 1, metadata, pod: plain }))).toContain(
      'namespace: other',
    );
  });

  test('hands out nothing that changes what is written', () => {
    const shop = new Chart(new App(), 'shop', { namespace: 'shop' });
    const owner: Manifest = new Deployment(shop, 'a', { replicas: 1, pod: plain });
    const before = owner.toJson();
    Object.assign(owner.toJson(), { spec: {} });
    expect(owner.toJson()).toEqual(before);
    expect(Object.isFrozen((owner.render().object['spec'] as { template: unknown }).template)).toBe(true);
  });

  test('keeps its Service as it was made', () => {
    const ports: Record<string, number> = { http: 80 };
    const text = (change: () => void) => {
      const app = new App();
      new Deployment(new Chart(app, 'shop', { namespace: 'shop' }), 'a', { replicas: 1, pod: served }).service({
        ports,
      });
      change();
      return app.synthYaml();
    };
    expect(
      text(() => {
        ports['http'] = 81;
      }),
    ).toContain('port: 80\n');
  });
});

describe('an App', () => {
  test.each<readonly [string, object]>([
    ['a target that is none', { target: '1.99' }],
    ['a target that is a number', { target: 1.3 }],
    ['a misspelt setting', { targt: '1.30' }],
    ['a default that is none', { without: { readOnlyRootFS: { because: 'x' } } }],
    ['a default without a reason', { without: { readOnlyRootFilesystem: {} } }],
    ['no defaults at all', { without: null }],
  ])('refuses %s', (_, props) => {
    expect(() => new App(props)).toThrow(TypeError);
  });

  test('takes an undefined setting for one that is not given', () => {
    expect(() => new App({ target: undefined } as object).files()).not.toThrow();
  });
});
