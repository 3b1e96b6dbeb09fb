import { judge } from '../../../lib/kube/judge';
import { horizontalPodAutoscaler, said, tweak, tweaks } from '../support/objects';

type Row = readonly [rule: string, changes: Readonly<Record<string, unknown>>, said: readonly string[]];

const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };

describe('how many Pods, and of what', () => {
  test.each<Row>([
    ['a name is a DNS name', { 'metadata.name': 'Web' }, ['Invalid metadata.name']],
    ['the least is 1 without being said', { 'spec.minReplicas': undefined, 'spec.maxReplicas': 1 }, []],
    ['the most is not less than the least', { 'spec.minReplicas': 4 }, ['Invalid spec.maxReplicas']],
    ['the most may be the least', { 'spec.minReplicas': 3 }, []],
    ['the least is not negative', { 'spec.minReplicas': -1 }, ['Invalid spec.minReplicas']],
    ['the most is not negative', { 'spec.maxReplicas': -1 }, ['Invalid spec.maxReplicas']],
    [
      'what is scaled has a kind and a name',
      { 'spec.scaleTargetRef': { apiVersion: 'apps/v1' } },
      ['Required spec.scaleTargetRef.kind', 'Required spec.scaleTargetRef.name'],
    ],
    [
      'both fit into a URL',
      { 'spec.scaleTargetRef': { ...target, kind: 'a/b', name: '..' } },
      ['Invalid spec.scaleTargetRef.kind', 'Invalid spec.scaleTargetRef.name'],
    ],
    ['they may be of any kind', { 'spec.scaleTargetRef': { ...target, kind: 'Rollout', name: 'My_Web' } }, []],
  ])('%s', (_rule, changes, expected) => {
    expect(said(tweaks(horizontalPodAutoscaler, changes), '1.28')).toEqual(expected);
    expect(said(tweaks(horizontalPodAutoscaler, changes))).toEqual(expected);
  });

  test('no most is refused, since 1.36 as one that is missing', () => {
    const open = tweak(horizontalPodAutoscaler, 'spec.maxReplicas', undefined);
    expect(said(open, '1.35')).toEqual(['Invalid spec.maxReplicas']);
    expect(said(open, '1.36')).toEqual(['Invalid spec.maxReplicas', 'Required spec.maxReplicas']);
  });

  test.each([
    [undefined, ['Invalid spec.scaleTargetRef.apiVersion']],
    ['v1', ['Invalid spec.scaleTargetRef.apiVersion']],
    ['/v1', ['Invalid spec.scaleTargetRef.apiVersion']],
    ['a/b/c', ['Invalid spec.scaleTargetRef.apiVersion']],
    ['example.com/v1', []],
  ])('since 1.34 the group of what is scaled is named: %j', (apiVersion, expected) => {
    const changed = tweak(horizontalPodAutoscaler, 'spec.scaleTargetRef.apiVersion', apiVersion);
    expect(said(changed, '1.33')).toEqual([]);
    expect(said(changed, '1.34')).toEqual(expected);
  });

  test('a ReplicationController has no group', () => {
    const changed = tweak(horizontalPodAutoscaler, 'spec.scaleTargetRef', {
      ...target,
      apiVersion: 'v1',
      kind: 'ReplicationController',
    });
    expect(said(changed)).toEqual([]);
  });
});

describe('no Pods at all', () => {
  const external = { metric: { name: 'queue' }, target: { type: 'AverageValue', averageValue: 5 } };
  const idle = tweak(horizontalPodAutoscaler, 'spec.minReplicas', 0);
  const queued = tweak(idle, 'spec.metrics', [{ type: 'External', external }]);
  const withGate = (object: unknown) =>
    judge(object, { featureGates: ['HPAScaleToZero'] }).problems.map(({ type, path }) => `${type} ${path}`);

  test('takes a feature gate', () => {
    expect(said(queued)).toEqual(['Invalid spec.minReplicas']);
    expect(withGate(queued)).toEqual([]);
    expect(withGate(tweak(queued, 'spec.minReplicas', -1))).toEqual(['Invalid spec.minReplicas']);
  });

  test('takes a metric that is there without Pods', () => {
    expect(said(idle)).toEqual(['Forbidden spec.metrics', 'Invalid spec.minReplicas']);
    expect(withGate(idle)).toEqual(['Forbidden spec.metrics']);
  });
});

const amount = { type: 'AverageValue', averageValue: '100m' };
const share = { type: 'Utilization', averageUtilization: 50 };
const metric = { name: 'requests' };
const ingress = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'web' };
const resource = { name: 'cpu', target: share };
const pods = { metric, target: amount };
const at = 'spec.metrics[0]';

describe('what is measured', () => {
  test.each<readonly [rule: string, metric: object, said: readonly string[]]>([
    ['a resource of Pods', { type: 'Resource', resource }, []],
    ['an amount of it', { type: 'Resource', resource: { name: 'memory', target: amount } }, []],
    [
      'a resource of a container',
      { type: 'ContainerResource', containerResource: { ...resource, container: 'web' } },
      [],
    ],
    ['a metric of Pods', { type: 'Pods', pods }, []],
    ['a metric of an object', { type: 'Object', object: { describedObject: ingress, metric, target: amount } }, []],
    [
      'an object of the core API has no group',
      { type: 'Object', object: { describedObject: { ...ingress, apiVersion: 'v1' }, metric, target: amount } },
      [],
    ],
    ['a metric of somebody else', { type: 'External', external: { metric, target: { type: 'Value', value: 3 } } }, []],
    ['the type is named', { resource }, [`NotSupported ${at}.type`, `Required ${at}.type`]],
    ['five types are known', { type: 'resource', resource }, [`NotSupported ${at}.type`]],
    ['a type has its source', { type: 'Resource' }, [`Required ${at}.resource`]],
    ['another source is not that', { type: 'Pods', resource }, [`Required ${at}.pods`]],
    ['there is no second source', { type: 'Resource', resource, pods }, [`Forbidden ${at}.pods`]],
    [
      'of several sources the first is judged',
      { type: 'Resource', resource: {}, pods: {} },
      [
        `Forbidden ${at}.pods`,
        `Invalid ${at}.pods.target.type`,
        `Required ${at}.pods.metric.name`,
        `Required ${at}.pods.target.averageValue`,
        `Required ${at}.pods.target.type`,
      ],
    ],
    [
      'a metric of Pods is an amount for each',
      { type: 'Pods', pods: { metric, target: { type: 'Value', value: 1 } } },
      [`Required ${at}.pods.target.averageValue`],
    ],
    [
      'a metric has a name that fits into a URL',
      { type: 'Pods', pods: { ...pods, metric: { name: 'a/b' } } },
      [`Invalid ${at}.pods.metric.name`],
    ],
    [
      'labels of a metric are not judged',
      { type: 'Pods', pods: { ...pods, metric: { ...metric, selector: { matchLabels: { 'a b': '-' } } } } },
      [],
    ],
    [
      'a resource has a name and an amount',
      { type: 'Resource', resource: { target: { type: 'Utilization' } } },
      [`Required ${at}.resource.name`, `Required ${at}.resource.target.averageUtilization`],
    ],
    [
      'and one amount',
      { type: 'Resource', resource: { name: 'cpu', target: { ...share, averageValue: 1 } } },
      [`Forbidden ${at}.resource.target.averageValue`],
    ],
    [
      'the type of an amount is not held against it',
      { type: 'Resource', resource: { name: 'cpu', target: { ...share, type: 'Value' } } },
      [],
    ],
    [
      'the type of an amount is known',
      { type: 'Resource', resource: { name: 'cpu', target: { ...share, type: 'Percent' } } },
      [`Invalid ${at}.resource.target.type`],
    ],
    [
      'a share is more than nothing',
      { type: 'Resource', resource: { name: 'cpu', target: { ...share, averageUtilization: 0 } } },
      [`Invalid ${at}.resource.target.averageUtilization`],
    ],
    [
      'and may be more than all',
      { type: 'Resource', resource: { name: 'cpu', target: { ...share, averageUtilization: 300 } } },
      [],
    ],
    [
      'an amount is more than nothing',
      {
        type: 'Object',
        object: { describedObject: ingress, metric, target: { type: 'Value', value: 0, averageValue: -1 } },
      },
      [`Invalid ${at}.object.target.averageValue`, `Invalid ${at}.object.target.value`],
    ],
    [
      'a metric of an object has an amount',
      { type: 'Object', object: { describedObject: { kind: '%' }, metric, target: { type: 'Value' } } },
      [
        `Invalid ${at}.object.describedObject.kind`,
        `Required ${at}.object.describedObject.name`,
        `Required ${at}.object.target.averageValue`,
      ],
    ],
    [
      'a metric of somebody else has an amount',
      { type: 'External', external: { metric, target: { type: 'Value' } } },
      [`Required ${at}.external.target.averageValue`],
    ],
    [
      'and no second one',
      { type: 'External', external: { metric, target: { type: 'Value', value: 1, averageValue: 1 } } },
      [`Forbidden ${at}.external.target.value`],
    ],
    [
      'a container is named',
      { type: 'ContainerResource', containerResource: resource },
      [`Required ${at}.containerResource.container`],
    ],
    [
      'a container has a name as containers have, and a resource too',
      { type: 'ContainerResource', containerResource: { name: 'pods', target: share, container: 'Web' } },
      [`Invalid ${at}.containerResource.container`, `Invalid ${at}.containerResource.name`],
    ],
  ])('%s', (_rule, measured, expected) => {
    expect(said(tweak(horizontalPodAutoscaler, 'spec.metrics', [measured]))).toEqual(expected);
  });

  test('no list and an empty one are filled in', () => {
    expect(said(tweak(horizontalPodAutoscaler, 'spec.metrics', []))).toEqual([]);
  });
});

describe('how fast it scales', () => {
  const policies = [{ type: 'Percent', value: 10, periodSeconds: 1800 }];
  const up = 'spec.behavior.scaleUp';

  test.each<readonly [rule: string, rules: object, said: readonly string[]]>([
    ['what is not said is filled in', {}, []],
    ['a policy is one of two', { policies }, []],
    ['there is a policy', { policies: [] }, [`Required ${up}.policies`]],
    [
      'a policy says what, how much and in which time',
      { policies: [{}] },
      [
        `Invalid ${up}.policies[0].periodSeconds`,
        `Invalid ${up}.policies[0].value`,
        `NotSupported ${up}.policies[0].type`,
      ],
    ],
    [
      'within half an hour',
      { policies: [{ type: 'Pods', value: 1, periodSeconds: 1801 }] },
      [`Invalid ${up}.policies[0].periodSeconds`],
    ],
    ['one of three is selected', { selectPolicy: 'Disabled', policies }, []],
    ['and no other', { selectPolicy: 'Average' }, [`NotSupported ${up}.selectPolicy`]],
    ['it waits an hour at most', { stabilizationWindowSeconds: 3600 }, []],
    ['and not more', { stabilizationWindowSeconds: 3601 }, [`Invalid ${up}.stabilizationWindowSeconds`]],
    ['nor less than nothing', { stabilizationWindowSeconds: -1 }, [`Invalid ${up}.stabilizationWindowSeconds`]],
    ['a tolerance may be nothing', { tolerance: '0' }, []],
    ['and not less', { tolerance: '-5m' }, [`Invalid ${up}.tolerance`]],
  ])('%s', (_rule, rules, expected) => {
    expect(said(tweak(horizontalPodAutoscaler, 'spec.behavior', { scaleUp: rules }))).toEqual(expected);
    const down = expected.map((sentence) => sentence.replace('scaleUp', 'scaleDown'));
    expect(said(tweak(horizontalPodAutoscaler, 'spec.behavior', { scaleDown: rules }))).toEqual(down);
  });

  test('a tolerance is dropped where its gate is off', () => {
    const changed = tweak(horizontalPodAutoscaler, 'spec.behavior', { scaleUp: { tolerance: '-5m' } });
    const paths = (featureGates?: string[]) =>
      judge(changed, { target: '1.34', ...(featureGates && { featureGates }) }).problems.map(({ path }) => path);
    expect(paths()).toEqual([]);
    expect(paths(['HPAConfigurableTolerance'])).toEqual([`${up}.tolerance`]);
  });
});
