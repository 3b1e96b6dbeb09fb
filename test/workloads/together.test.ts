import { ApiObject, JsonPatch } from 'cdk8s';
import {
  because,
  configMapKey,
  Deployment,
  except,
  excuse,
  httpGet,
  Job,
  Namespace,
  persistentVolumeClaim,
  pod,
  secretKey,
  without,
} from 'podwright';
import type { Chart, Except } from 'podwright';
import type { PodSecurityLevel } from 'podwright/kube';
import { base, refusalsOf, textOf, filesOf } from '../support/shop';

const web = pod('web', { ...base, ports: { http: 8080 }, readinessProbe: httpGet('/', 'http') });
const scaled = without({ because: 'the autoscaler decides' });
const CPU = { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } as const;

/** A Deployment named `web`, and a stock object beside it. */
function beside(kind: string, apiVersion: string, rest: object, also?: (object: ApiObject, owner: Deployment) => void) {
  return refusalsOf((shop) => {
    const owner = new Deployment(shop, 'web', { replicas: 2, pod: web });
    const object = new ApiObject(shop, 'x', { apiVersion, kind, ...rest });
    also?.(object, owner as unknown as Deployment);
  });
}

describe('a Service leads to Pods of the App that can serve', () => {
  const service = (spec: object, also?: (object: ApiObject) => void) => beside('Service', 'v1', { spec }, also);
  const selector = { 'app.kubernetes.io/name': 'web' };

  test.each<readonly [rule: string, spec: object, refusals: readonly string[]]>([
    ['it selects something', { selector, ports: [{ port: 80, targetPort: 'http' }] }, []],
    [
      'its selector is spelt right',
      { selector: { app: 'web' }, ports: [{ port: 80 }] },
      ['spec.selector [service-selects-nothing]'],
    ],
    [
      'some container has a port of the name',
      { selector, ports: [{ port: 80, targetPort: 'htpp' }] },
      ['spec.ports[0].targetPort [unknown-port]'],
    ],
    [
      'some container has a port of the number',
      { selector, ports: [{ port: 80 }] },
      ['spec.ports[0].targetPort [undeclared-port]'],
    ],
    [
      'the protocol counts',
      { selector, ports: [{ port: 8080, protocol: 'UDP' }] },
      ['spec.ports[0].targetPort [undeclared-port]'],
    ],
    ['one without a selector is somebody else’s', { ports: [{ port: 80 }] }, []],
  ])('%s', (_, spec, expected) => {
    expect(service(spec)).toEqual(expected);
  });

  test('one that leads elsewhere says why, and it is printed', () => {
    const make = (shop: Chart) => {
      new Deployment(shop, 'web', { replicas: 2, pod: web });
      const spec = { selector: { cluster: 'orders' }, ports: [{ port: 5432 }] };
      const object = new ApiObject(shop, 'db', { apiVersion: 'v1', kind: 'Service', spec });
      excuse(object, 'spec.selector', { because: 'the operator makes these Pods', owner: 'data' });
    };
    expect(refusalsOf(make)).toEqual([]);
    const texts = filesOf(make).map(({ text }) => text);
    expect(texts.join('')).toContain('# exception: the operator makes these Pods (owner data)');
  });

  test('an unknown port name has no excuse', () => {
    const spec = { selector, ports: [{ port: 80, targetPort: 'htpp' }] };
    const excused = (object: ApiObject) => {
      excuse(object, 'spec', { because: 'it is tested' });
    };
    expect(service(spec, excused)).toEqual(['spec.ports[0].targetPort [unknown-port]']);
  });

  test('one in a namespace without Pods of the App is left alone', () => {
    const spec = { selector: { app: 'other' }, ports: [{ port: 80 }] };
    expect(refusalsOf((shop) => new ApiObject(shop, 'x', { apiVersion: 'v1', kind: 'Service', spec }))).toEqual([]);
  });

  test('Pods that run to their end get no traffic', () => {
    const refused = refusalsOf((shop) => {
      new Deployment(shop, 'web', { replicas: 2, pod: web }).service({ ports: { http: 80 } });
      const props = { restartPolicy: 'Never', backoffLimit: 1, activeDeadlineSeconds: 60 } as const;
      new Job(shop, 'migrate', { ...props, pod: pod('migrate', base).metadata({ labels: selector }) });
    });
    expect(refused).toContain('spec.selector [service-selects-too-much]');
  });

  test('two Deployments behind one Service, as in a canary, are fine where both have the port', () => {
    const make = (canary: typeof web) => (shop: Chart) => {
      const part = (name: string, of: typeof web) => {
        const selector = { app: name };
        new Deployment(shop, name, { replicas: 1, selector, pod: of.metadata({ labels: { tier: 'web' } }) });
      };
      part('stable', web);
      part('canary', canary);
      const spec = { selector: { tier: 'web' }, ports: [{ port: 80, targetPort: 8080 }] };
      new ApiObject(shop, 'both', { apiVersion: 'v1', kind: 'Service', spec });
    };
    expect(refusalsOf(make(web))).toEqual([]);
    const other = pod('web', { ...base, ports: { http: 9090 }, readinessProbe: httpGet('/', 'http') });
    expect(refusalsOf(make(other as unknown as typeof web))).toEqual(['spec.selector [service-selects-too-much]']);
  });
});

describe('an autoscaler decides alone, about what can be measured', () => {
  const options = {
    minReplicas: 2,
    maxReplicas: 6,
    metrics: [{ type: 'ContainerResource', containerResource: { container: 'web', ...CPU } }],
  } as const;

  test('it scales a Deployment that leaves its replicas open', () => {
    const refused = refusalsOf((shop) => {
      new Deployment(shop, 'web', { replicas: scaled, pod: web }).horizontalPodAutoscaler(options);
    });
    expect(refused).toEqual([]);
  });

  test('fixed replicas beside it are refused, and can be excused', () => {
    const make = (excused: boolean) => (shop: Chart) => {
      const owner = new Deployment(shop, 'web', { replicas: 2, pod: web });
      owner.horizontalPodAutoscaler(options);
      if (excused) excuse(owner, 'spec.replicas', { because: 'the pipeline strips it from applies' });
    };
    expect(refusalsOf(make(false))).toEqual(['spec.replicas [replicas-beside-autoscaler]']);
    expect(refusalsOf(make(true))).toEqual([]);
  });

  test('two of them for one workload are one too many', () => {
    const refused = refusalsOf((shop) => {
      const owner = new Deployment(shop, 'web', { replicas: scaled, pod: web });
      owner.horizontalPodAutoscaler(options);
      const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
      new ApiObject(shop, 'x', {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        spec: { scaleTargetRef, ...options },
      });
    });
    expect(refused).toEqual(['spec.scaleTargetRef [second-autoscaler]']);
  });

  test.each<readonly [string, object, readonly string[]]>([
    [
      'a container that is not there',
      { containerResource: { container: 'wbe', ...CPU } },
      ['spec.metrics[0].containerResource.container [unknown-container]'],
    ],
    [
      'a share of what nobody requests',
      { containerResource: { container: 'web', ...CPU, name: 'nvidia.com/gpu' } },
      ['spec.metrics[0].containerResource.target [utilization-without-request]'],
    ],
  ])('%s cannot be measured', (_, metric, expected) => {
    const refused = refusalsOf((shop) => {
      const owner = new Deployment(shop, 'web', { replicas: scaled, pod: web });
      owner.horizontalPodAutoscaler({ ...options, metrics: [{ type: 'ContainerResource', ...metric } as never] });
    });
    expect(refused).toEqual(expected);
  });

  test('several containers are measured one by one, or with a reason', () => {
    const two = web.sidecar('proxy', {
      ...base,
      because: 'it is tested',
      startupProbe: without({ because: 'it is tested' }),
    });
    const whole = { type: 'Resource', resource: CPU } as const;
    const make = (metric: unknown) =>
      refusalsOf((shop) => {
        const owner = new Deployment(shop, 'web', { replicas: scaled, pod: two });
        owner.horizontalPodAutoscaler({ ...options, metrics: [metric as never] });
      });
    expect(make(whole)).toEqual(['spec.metrics[0].type [pod-metric-of-several]']);
    expect(make(because('the proxy does as much as the application', whole))).toEqual([]);
  });

  test('numbers that cannot be are refused', () => {
    const refused = refusalsOf((shop) => {
      const owner = new Deployment(shop, 'web', { replicas: scaled, pod: web });
      owner.horizontalPodAutoscaler({ minReplicas: 5, maxReplicas: 2, metrics: [] });
    });
    expect(refused).toEqual(['spec.metrics [metrics]', 'spec.maxReplicas [max-replicas]']);
  });

  test('what the server refuses is said once', () => {
    const refused = refusalsOf((shop) => {
      const owner = new Deployment(shop, 'web', { replicas: scaled, pod: web });
      const containerResource = { container: '', name: '', target: { type: 'Utilization', averageUtilization: 70 } };
      const metrics = [{ type: 'ContainerResource', containerResource } as never];
      owner.horizontalPodAutoscaler({ minReplicas: -1, maxReplicas: 2, metrics, metadata: { name: 'Web' } });
    });
    expect(refused).toEqual([
      'metadata.name [object-name]',
      'spec.minReplicas [min-replicas]',
      'spec.metrics[0].containerResource.name [required-field]',
      'spec.metrics[0].containerResource.container [required-field]',
    ]);
  });

  test('autoscalers of nothing are not compared', () => {
    const make = (shop: Chart) => {
      for (const name of ['x', 'y']) {
        const metadata = { name };
        const spec = { maxReplicas: 2, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: '' } };
        new ApiObject(shop, name, { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata, spec });
      }
    };
    const nameless = 'spec.scaleTargetRef.name [required-field]';
    expect(refusalsOf(make)).toEqual([nameless, nameless]);
  });

  test('an autoscaler of an older version of the API is refused for that', () => {
    const resource = { name: 'cpu', targetAverageUtilization: 70 };
    const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
    const spec = { maxReplicas: 2, scaleTargetRef, metrics: [{ type: 'Resource', resource }] };
    const refused = beside('HorizontalPodAutoscaler', 'autoscaling/v2beta1', { metadata: { name: 'x' }, spec });
    expect(refused).toContain('apiVersion [retired-api-version]');
  });
});

describe('a budget can be met, and lets somebody go', () => {
  const budget = (options: object, replicas = 3) =>
    refusalsOf((shop) => {
      new Deployment(shop, 'web', { replicas, pod: web }).podDisruptionBudget(options as never);
    });

  test.each<readonly [string, object, readonly string[]]>([
    ['one may be away', { maxUnavailable: 1 }, []],
    ['two of three stay', { minAvailable: 2 }, []],
    ['a share may be away', { maxUnavailable: '34%' }, []],
    ['four of three cannot stay', { minAvailable: 4 }, ['spec.minAvailable [budget-never-met]']],
    ['three of three lets nobody go', { minAvailable: 3 }, ['spec.minAvailable [budget-allows-nothing]']],
    ['none away lets nobody go', { maxUnavailable: 0 }, ['spec.maxUnavailable [budget-allows-nothing]']],
    ['all of them lets nobody go', { minAvailable: '100%' }, ['spec.minAvailable [budget-allows-nothing]']],
    ['with a reason, nobody goes', { maxUnavailable: except(0, { because: 'each holds a shard for minutes' }) }, []],
    ['it says something', {}, ['spec [budget]']],
    ['it says one thing', { minAvailable: 1, maxUnavailable: 1 }, ['spec [budget]']],
    ['a share is not more than all', { minAvailable: '120%' }, ['spec.minAvailable [over-100-percent]']],
    ['a share is a share', { minAvailable: 'half' }, ['spec.minAvailable [int-or-percent]']],
  ])('%s', (_, options, expected) => {
    expect(budget(options)).toEqual(expected);
  });

  test('the most that an autoscaler makes counts', () => {
    const refused = refusalsOf((shop) => {
      const owner = new Deployment(shop, 'web', { replicas: scaled, pod: web });
      const metrics = [{ type: 'Resource', resource: CPU }] as const;
      owner.horizontalPodAutoscaler({ minReplicas: 2, maxReplicas: 6, metrics });
      owner.podDisruptionBudget({ minAvailable: 5 });
    });
    expect(refused).toEqual([]);
  });

  test('a stock one that counts nothing is refused', () => {
    const spec = { minAvailable: 1, selector: { matchLabels: { app: 'wbe' } } };
    expect(beside('PodDisruptionBudget', 'policy/v1', { spec })).toEqual(['spec.selector [budget-selects-nothing]']);
  });

  test('of one with a broken selector nothing else is said', () => {
    const spec = { minAvailable: 1, selector: { matchLabels: { 'a b': 'c' } } };
    expect(beside('PodDisruptionBudget', 'policy/v1', { spec })).toEqual(['spec.selector.matchLabels [label-key]']);
  });
});

describe('references lead to what is there', () => {
  const settings = (shop: Chart, namespace = 'shop', name = 'settings', kind = 'ConfigMap') =>
    new ApiObject(shop, `${namespace}-${name}-${kind}`, {
      apiVersion: 'v1',
      kind,
      metadata: { name, namespace },
      data: { level: 'info' },
    });
  const using = (env: Parameters<typeof pod>[1]['env'] & object) => pod('web', { ...base, env });
  const KEY = 'spec.template.spec.containers[0].env[0].valueFrom';

  test.each<readonly [rule: string, env: Parameters<typeof pod>[1]['env'] & object, refusals: readonly string[]]>([
    ['a key that is there', { A: configMapKey('settings', 'level') }, []],
    ['a key that is not there', { A: configMapKey('settings', 'levle') }, [`${KEY}.configMapKeyRef.key [unknown-key]`]],
    ['an optional key', { A: configMapKey('settings', 'levle', { optional: true }) }, []],
    ['an object that may stand elsewhere', { A: secretKey('other', 'x') }, []],
    [
      'a name with a letter too few',
      { A: configMapKey('setings', 'level') },
      [`${KEY}.configMapKeyRef.name [unknown-reference]`],
    ],
    [
      'a name with two letters turned',
      { A: configMapKey('settinsg', 'level') },
      [`${KEY}.configMapKeyRef.name [unknown-reference]`],
    ],
    [
      'an object of another namespace',
      { A: configMapKey('other-team', 'level') },
      [`${KEY}.configMapKeyRef.name [reference-across-namespaces]`],
    ],
  ])('%s', (_, env, expected) => {
    const refused = refusalsOf((shop) => {
      settings(shop);
      settings(shop, 'other', 'other-team');
      new Deployment(shop, 'web', { replicas: 1, pod: using(env) });
    });
    expect(refused).toEqual(expected);
  });

  test('what stands elsewhere under a similar name says so', () => {
    const refused = refusalsOf((shop) => {
      settings(shop);
      const owner = new Deployment(shop, 'web', { replicas: 1, pod: using({ A: configMapKey('setting', 'level') }) });
      excuse(owner, `${KEY}.configMapKeyRef.name`, { because: 'the platform makes it' });
    });
    expect(refused).toEqual([]);
  });

  test('claims, accounts and files are looked up too', () => {
    const refused = refusalsOf((shop) => {
      settings(shop, 'shop', 'account', 'ServiceAccount');
      settings(shop);
      const spec = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
      new ApiObject(shop, 'claim', {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'uploads' },
        spec,
      });
      const using = pod('web', base)
        .spec({ serviceAccountName: 'acount' })
        .volume('data', persistentVolumeClaim('uplaods'), { web: '/data' })
        .volume('files', { configMap: { name: 'settings', items: [{ key: 'nope', path: 'x' }] } }, { web: '/files' });
      new Deployment(shop, 'web', { replicas: 1, pod: using });
    });
    const at = (path: string) => `spec.template.spec.${path}`;
    expect(refused.filter((problem) => problem.includes('spec.template'))).toEqual([
      at('serviceAccountName [unknown-reference]'),
      at('volumes[0].persistentVolumeClaim.claimName [unknown-reference]'),
      at('volumes[1].configMap.items[0].key [unknown-key]'),
    ]);
  });

  test('an Ingress leads to ports that its Services have', () => {
    const refused = refusalsOf((shop) => {
      new Deployment(shop, 'web', { replicas: 1, pod: web }).service({ ports: { http: 80 } });
      const backend = (name: string, port: object) => ({
        path: '/',
        pathType: 'Prefix',
        backend: { service: { name, port } },
      });
      const paths = [backend('web', { number: 80 }), backend('web', { name: 'http' }), backend('web', { number: 81 })];
      new ApiObject(shop, 'x', {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        spec: { rules: [{ http: { paths } }] },
      });
    });
    expect(refused).toEqual(['spec.rules[0].http.paths[2].backend.service.port.number [unknown-service-port]']);
  });
});

describe('a namespace lets in what its level allows', () => {
  const make = (enforce?: Except<PodSecurityLevel>) => (shop: Chart) => {
    const open = web.spec({ hostNetwork: except(true, { because: 'it measures the node’s own network' }) });
    new Namespace(shop, 'shop', enforce === undefined ? {} : { enforce });
    new Deployment(shop, 'web', { replicas: 1, pod: open });
  };

  test('an exception of the Pod alone opens no door', () => {
    expect(refusalsOf(make())).toEqual(['spec.template.spec.hostNetwork [namespace-keeps-out]']);
  });

  test('an exception of the namespace does', () => {
    const level = except('privileged', { because: 'it holds the network’s own agents' });
    expect(refusalsOf(make(level))).toEqual([]);
  });

  test('it is restricted unless somebody says why not, and stands in no namespace', () => {
    expect(refusalsOf((shop) => new Namespace(shop, 'a', { enforce: 'baseline' as never }))).toEqual([
      'metadata.labels[pod-security.kubernetes.io/enforce] [pod-security-level]',
    ]);
    expect(textOf((shop) => new Namespace(shop, 'a', { warn: 'restricted' }), { target: '1.33' }))
      .toMatchInlineSnapshot(`
     "# Written by Podwright from construct shop/a: edit that, not this file.
     # Lets in only Pods that Pod Security restricted allows.
     apiVersion: v1
     kind: Namespace
     metadata:
       name: a
       labels:
         pod-security.kubernetes.io/enforce: restricted
         pod-security.kubernetes.io/enforce-version: v1.33
         pod-security.kubernetes.io/warn: restricted
         pod-security.kubernetes.io/warn-version: v1.33
     "
    `);
  });
});

describe('what the judge refuses already', () => {
  const spec = (inside: object) => ({
    selector: { matchLabels: { a: 'b' } },
    template: { metadata: { labels: { a: 'b' } }, spec: inside },
  });
  test.each<readonly [string, object]>([
    ['no containers', { containers: null, volumes: null }],
    ['a container that is nothing', { containers: [null] }],
    [
      'variables that are nothing',
      { containers: [{ name: 'x', image: 'x:v1', env: [null], ports: 'x' }], volumes: [null] },
    ],
  ])('trips up no check across objects: %s', (_, inside) => {
    const make = (shop: Chart) => {
      const stock = new ApiObject(shop, 'x', { apiVersion: 'apps/v1', kind: 'Deployment', spec: {} });
      stock.addJsonPatch(JsonPatch.replace('/spec', spec(inside)));
      const service = { selector: { a: 'b' }, ports: [{ port: 80 }] };
      new ApiObject(shop, 's', { apiVersion: 'v1', kind: 'Service', spec: service });
    };
    expect(refusalsOf(make).length).toBeGreaterThan(0);
  });
});
