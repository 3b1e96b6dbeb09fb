import { ApiObject } from 'cdk8s';
import { App, Chart, Deployment, emptyDir, ExperimentPod, httpGet, Job, pod, PodError } from 'podwright';
import type { AnyPod, AppProps } from 'podwright';
import { base, filesOf, refusalsOf, sized } from '../support/shop';

/** What plain JavaScript can pass: the compiler has not seen it. */
type Loose = Record<string, unknown>;
const looseOptions = (options: Loose) => ({ ...base, ...options });
const loosePod = (name: string, options: Loose = {}) => pod(name, looseOptions(options));
const helper = (options: Loose = {}) => ({ ...looseOptions(options), because: 'it is tested' });
const inTemplate = (path: string) => `spec.template.spec.${path}`;

function refusals(given: AnyPod, props: AppProps = {}): readonly string[] {
  return refusalsOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: given }), props);
}

describe('a Pod of computed names and plain JavaScript is refused as the compiler would', () => {
  const cyclic: Loose = {};
  cyclic['again'] = cyclic;
  const name = 'api' as string;
  const safe = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
  const debug = { name: 'debug', image: 'busybox:1.36', securityContext: safe };

  test.each<readonly [rule: string, pod: AnyPod, refusals: readonly string[]]>([
    [
      'container names are unique across init containers, sidecars and regular ones',
      loosePod(name).container(name, helper()).initContainer(name, helper()),
      ['containers[1].name [duplicate-name]', 'initContainers[0].name [duplicate-name]'],
    ],
    ['a container name is a DNS label', loosePod('Bad_Name!'), ['containers[0].name [invalid-name]']],
    ['a name of 10,000 characters is too long', loosePod('a'.repeat(10_000)), ['containers[0].name [invalid-name]']],
    [
      'a port is bound by one container at a time',
      loosePod('api', { ports: { http: 8080 } }).sidecar('proxy', helper({ ports: { web: 8080 } })),
      ['containers[0].ports[0].containerPort [port-already-bound]'],
    ],
    [
      'a port name is used once in a Pod',
      loosePod('api', { ports: { http: 8080 } }).container('web', helper({ ports: { http: 8081 } })),
      ['containers[1].ports[0].name [duplicate-port-name]'],
    ],
    [
      'memory is not counted in thousandths of a byte',
      loosePod('api', { resources: { ...sized, limits: { memory: '400m' }, requests: { cpu: '1', memory: '1m' } } }),
      [
        'containers[0].resources.limits[memory] [quantity-suffix]',
        'containers[0].resources.requests[memory] [quantity-suffix]',
      ],
    ],
    [
      'a mount names a volume of the Pod',
      loosePod('api', { volumeMounts: { '/data': 'nope' } }),
      ['containers[0].volumeMounts[0].name [unknown-volume]'],
    ],
    [
      'a volume is mounted into a container of the Pod',
      loosePod('api').volume('data', emptyDir(), { other: '/data' }),
      ['volumes [unknown-container]', 'volumes[0] [unmounted-volume]'],
    ],
    [
      'a probe has one handler',
      loosePod('api', { ports: { http: 80 }, livenessProbe: { exec: { command: ['a'] }, tcpSocket: { port: 80 } } }),
      ['containers[0].livenessProbe.tcpSocket [probe-handlers]'],
    ],
    [
      'a quantity has a suffix that Kubernetes knows',
      loosePod('api', { resources: { ...sized, limits: { memory: '256MB' } } }),
      ['containers[0].resources.limits[memory] [invalid-quantity]'],
    ],
    [
      'a request is not negative',
      loosePod('api', { resources: { ...sized, requests: { cpu: '-5m', memory: '64Mi' } } }),
      ['containers[0].resources.requests[cpu] [negative-quantity]'],
    ],
    [
      'a request is not over its limit',
      loosePod('api', { resources: { requests: { cpu: '1', memory: '2Gi' }, limits: { memory: '1Gi' } } }),
      ['containers[0].resources.requests [request-over-limit]'],
    ],
    [
      'a number is finite',
      loosePod('api', { livenessProbe: { exec: { command: ['a'] }, periodSeconds: NaN } }),
      ['containers[0].livenessProbe.periodSeconds [not-a-number]'],
    ],
    [
      'a list holds no undefined',
      loosePod('api', { args: ['a', undefined] }),
      ['containers[0].args[1] [undefined-in-list]'],
    ],
    [
      'an object does not contain itself',
      loosePod('api', { securityContext: cyclic }),
      ['containers[0].securityContext.again [cyclic-value]'],
    ],
    [
      'an instance of a class is no plain data',
      loosePod('api', { securityContext: { seLinuxOptions: new Date(0) } }),
      ['containers[0].securityContext.seLinuxOptions [not-plain-data]'],
    ],
    [
      'an environment variable has a value',
      loosePod('api', { env: { HOME: undefined } }),
      ['containers[0].env[0] [undefined-value]'],
    ],
    [
      'a value of a variable is text',
      loosePod('api', { env: { PORT: 8080 } }),
      ['containers[0].env[0].value [wrong-type]'],
    ],
    [
      'a field has the spelling of the API',
      loosePod('api', { imagePullPolcy: 'Always' }),
      ['containers[0].imagePullPolcy [unknown-field]'],
    ],
    [
      'an image has a tag that stays what it is',
      loosePod('api', { image: 'nginx:latest' }),
      ['containers[0].image [floating-image-tag]'],
    ],
    ['an image can be pulled by its name', loosePod('api', { image: 'a//b' }), ['containers[0].image [invalid-image]']],
    [
      'resources are given',
      loosePod('api', { resources: undefined }),
      [
        'containers[0].resources.requests.cpu [resources-required]',
        'containers[0].resources.requests.memory [resources-required]',
        'containers[0].resources.limits.memory [resources-required]',
      ],
    ],
    [
      'a Pod comes out with the QoS class that it must have',
      loosePod('api').expectQosClass('Guaranteed'),
      ['containers[0].resources.limits.cpu [qos-class]'],
    ],
    [
      'what binds to nodes has a reason',
      loosePod('api').spec({ nodeSelector: { disk: 'nvme' }, nodeName: 'node-1' } as object),
      ['nodeSelector [reason-required]', 'nodeName [reason-required]'],
    ],
    [
      'ephemeral containers are no part of desired state',
      loosePod('api').spec({ ephemeralContainers: [debug] } as object),
      ['ephemeralContainers [set-elsewhere]'],
    ],
    [
      'an overlay matches something',
      loosePod('api').overlay({ spec: { containers: [{ name: 'nope', tty: true }], hostname: null } }),
      ['containers[0].name [overlay-matches-nothing]', 'hostname [overlay-matches-nothing]'],
    ],
    [
      'an overlay has the spelling of the API',
      loosePod('api').overlay({ spec: { containers: [{ name: 'api', ttty: true } as object] } }),
      ['containers[0].ttty [unknown-field]'],
    ],
    [
      'a comment is on a field that is there',
      loosePod('api').comment('spec.containers[api].imag', 'marker'),
      ['containers[api].imag [comment-matches-nothing]'],
    ],
  ])('%s', (_, given, expected) => {
    expect(refusals(given)).toEqual(expected.map(inTemplate));
  });

  test('a field newer than the target is refused, with the version that it came in', () => {
    const sleeping = pod('api', { ...base, lifecycle: { preStop: { sleep: { seconds: 5 } } } });
    const expected = [inTemplate('containers[0].lifecycle.preStop.sleep [field-newer-than-target]')];
    expect(refusals(sleeping, { target: '1.28' })).toEqual(expected);
    expect(refusals(sleeping, { target: '1.30' })).toEqual([]);
  });

  test('a field that the cluster would drop in silence is refused, unless its gate is named', () => {
    const gated = pod('api', base).overlay({
      spec: { containers: [{ name: 'api', lifecycle: { stopSignal: 'SIGUSR1' } }], os: { name: 'linux' } },
    });
    const expected = [inTemplate('containers[0].lifecycle.stopSignal [field-off-by-default]')];
    expect(refusals(gated)).toEqual(expected);
    expect(refusals(gated, { featureGates: ['ContainerStopSignals'] })).toEqual([]);
  });

  test('a label named __proto__ is a label like any other, and no legal one', () => {
    const labels = JSON.parse('{"__proto__":"x"}') as Record<string, string>;
    expect(refusals(pod('api', base).metadata({ labels }))).toEqual(['spec.template.labels [label-key]']);
    expect(({} as Loose)['x']).toBeUndefined();
  });
});

describe('an App is refused as a whole', () => {
  test('two owners do not select the same Pods', () => {
    const selector = { 'app.kubernetes.io/name': 'a' };
    const both = refusalsOf((shop) => {
      new Deployment(shop, 'a', { replicas: 1, pod: pod('x', base) });
      new Deployment(shop, 'b', { replicas: 1, pod: pod('y', base), selector });
    });
    const expected = 'spec.selector [overlapping-selector]';
    expect(both).toEqual([expected, expected]);
  });

  test('what selects the Pods of others, and means to, is no second owner', () => {
    const refused = refusalsOf((shop) => {
      const { selector } = new Deployment(shop, 'a', { replicas: 3, pod: pod('x', base) });
      new ApiObject(shop, 'budget', {
        apiVersion: 'policy/v1',
        kind: 'PodDisruptionBudget',
        spec: { minAvailable: 2, selector: { matchLabels: selector } },
      });
    });
    expect(refused).toEqual([]);
  });

  test('nothing selects the Pods of an experiment', () => {
    const refused = refusalsOf((shop) => {
      const listening = pod('x', { ...base, ports: { http: 80 }, readinessProbe: httpGet('/', 'http') });
      new Deployment(shop, 'a', { replicas: 1, pod: listening }).service({ ports: { http: 80 } });
      const labels = { 'app.kubernetes.io/name': 'a' };
      new ExperimentPod(shop, 'try', {
        purpose: 'tries',
        deleteBy: '2027-01-31',
        pod: pod('x', base).metadata({ labels }),
      });
    });
    expect(refused).toEqual(['spec.selector [overlapping-selector]', 'spec.selector [overlapping-selector]']);
  });

  test('two objects do not share an identity', () => {
    const both = refusalsOf((shop) => {
      new Deployment(shop, 'a', { replicas: 1, pod: pod('x', base) });
      new Deployment(shop, 'b', { replicas: 1, pod: pod('y', base), metadata: { name: 'a' } });
    });
    expect(both).toEqual(['metadata.name [duplicate-object]']);
  });

  test('an owner keeps to its restart policies', () => {
    const props = { restartPolicy: 'Always', backoffLimit: 1, activeDeadlineSeconds: 60, pod: pod('x', base) };
    const refused = refusalsOf((shop) => new Job(shop, 'a', props as unknown as ConstructorParameters<typeof Job>[2]));
    expect(refused).toEqual(['spec.template.spec.restartPolicy [owner-restart-policy]']);
  });

  test('a Service leads to ports of Pods that say when they are ready', () => {
    const deaf = pod('x', { ...base, ports: { http: 8080 } });
    const refused = refusalsOf((shop) => {
      const owner = new Deployment(shop, 'a', { replicas: 1, pod: deaf });
      owner.service({ ports: { web: 80 } } as never);
    });
    expect(refused).toEqual(['spec.ports[0].targetPort [unknown-port]', 'spec.selector [readiness-required]']);
  });

  test('all problems come at once, by construct, in the sentences of the API server', () => {
    const make = () =>
      filesOf((shop) => {
        new Deployment(shop, 'a', {
          replicas: 1,
          pod: loosePod('api', { resources: { ...sized, limits: { memory: '256MB' } } }),
        });
        new Deployment(shop, 'b', { replicas: -1, pod: loosePod('api', { image: 'nginx' }) });
      });
    expect(make).toThrow(PodError);
    expect(make).toThrow(
      [
        '1 problem in Deployment shop/a (construct shop/a)',
        '  spec.template.spec.containers[0].resources.limits[memory]: Invalid value: "256MB": memory is always in bytes',
      ].join('\n'),
    );
    expect(make).toThrow(
      [
        '2 problems in Deployment shop/b (construct shop/b)',
        '  spec.replicas: Invalid value: -1: must be 0 or more  [negative-number]',
        '  spec.template.spec.containers[0].image: Invalid value: "nginx": runs whatever was pushed last: name a version or a digest  [floating-image-tag]',
      ].join('\n'),
    );
  });

  test('an owner without a Pod and a chart without a namespace are refused where they are made', () => {
    const shop = new Chart(new App(), 'shop', { namespace: 'shop' });
    expect(() => new Deployment(shop, 'a', { replicas: 1 } as never)).toThrow('Deployment "a" needs a pod');
    expect(() => new Chart(shop, 'inner', {} as never)).toThrow('chart "inner" needs a namespace');
    expect(() => pod('api', undefined as never)).toThrow('pod("api") needs an object with its fields');
  });
});
