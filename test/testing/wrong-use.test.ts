import * as cdk8s from 'cdk8s';
import { App, Chart, ConfigMap, Deployment, pod } from 'podwright';
import { containerIn, find, findAll, podMatchers } from 'podwright/testing';
import type { Verdict } from 'podwright/testing';
import { base } from '../support/shop';

const api = pod('api', base);
const unreasoned = api.sidecar('proxy', { ...base, because: 'x' });

function shopOf(checkout = api): App {
  const app = new App();
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  new Deployment(shop, 'checkout', { replicas: 3, pod: checkout });
  return app;
}

const plain = find(shopOf(), 'Deployment', 'checkout');

/** As plain JavaScript calls a matcher, where no compiler looks at what it passes. */
function called(matcher: keyof typeof podMatchers, ...given: readonly unknown[]): () => Verdict {
  // Reflect calls without types.
  return () => Reflect.apply(podMatchers[matcher], {}, given) as Verdict;
}

describe('a word that there is not', () => {
  test.each<readonly [keyof typeof podMatchers, readonly unknown[], string]>([
    ['toPassPodSecurity', ['strict'], 'takes one of privileged, baseline, restricted, and got "strict"'],
    ['toPassPodSecurity', [undefined], 'and got undefined'],
    ['toPassPodSecurity', ['restricted', '1.99'], '1.35, 1.36, and got "1.99"'],
    ['toHaveQosClass', ['Garanteed'], 'takes one of BestEffort, Burstable, Guaranteed, and got "Garanteed"'],
    ['toHaveQosClass', ['Burstable', 1.35], 'and got 1.35'],
    ['toStartInOrder', ['api'], 'takes a list with the names of all containers, and got "api"'],
    ['toStartInOrder', [[]], 'and got []'],
    ['toStartInOrder', [['api'], null], 'and got null'],
    ['toBeAcceptedBy', ['v1.35'], 'and got "v1.35"'],
    ['toBeAcceptedBy', [], 'and got undefined'],
    ['toMatchManifests', [''], 'must not be empty'],
    ['toMatchManifests', [undefined], 'must be a string'],
  ])('is refused by %s, given %j, rather than judged', (matcher, given, message) => {
    expect(called(matcher, shopOf(), ...given)).toThrow(message);
  });
});

describe('what has no Pod to look at', () => {
  test.each<readonly [string, unknown, string]>([
    ['undefined', undefined, 'and got undefined'],
    ['a text', 'kind: Pod', 'and got the text "kind: Pod"'],
    ['a promise', Promise.resolve(shopOf()), 'and got a Promise: await it'],
    [
      'the output of Testing.synth',
      cdk8s.Testing.synth(new cdk8s.Chart(cdk8s.Testing.app(), 'c')),
      'and got a list of 0',
    ],
    ['a List', { apiVersion: 'v1', kind: 'List', items: [plain] }, 'kind List with a list of items: give each of them'],
    ['an object of no version', { ...plain, apiVersion: undefined }, 'and got an object without apiVersion'],
    ['an owner without a template', { ...plain, spec: {} }, 'has no Pod: spec.template.spec.containers is empty'],
    ['a Pod without a spec', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' } }, 'Pod p has no Pod'],
    [
      'what is misshapen',
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { containers: { name: 'a' } } },
      'spec.containers: Invalid value: must be a list',
    ],
  ])('passes no level of Pod Security: %s', (_, subject, message) => {
    expect(called('toPassPodSecurity', subject, 'restricted')).toThrow(message);
  });

  test('and what another copy of Podwright made is told from what is nothing of ours', () => {
    jest.isolateModules(() => {
      const other = jest.requireActual<{ readonly App: new () => unknown }>('podwright');
      expect(called('toMatchManifests', new other.App(), 'golden')).toThrow('another copy of podwright');
    });
    expect(called('toMatchManifests', api, 'golden')).toThrow(/an instance of Pod$/);
  });

  test('is nothing to look for a container in', () => {
    expect(() => containerIn(shopOf(), 'api')).toThrow('as find() gives it, and got an instance of App');
  });
});

describe('what synthesis would refuse', () => {
  test.each([
    ['App', shopOf(unreasoned)],
    ['workload', shopOf(unreasoned).node.findChild('shop').node.findChild('checkout')],
    ['Pod', unreasoned],
  ])('is refused as %s alike', (_, subject) => {
    expect(called('toBeAcceptedBy', subject, '1.35')).toThrow('[weak-reason]');
  });

  test('is not asked of the neighbours of a workload', () => {
    const app = shopOf(unreasoned);
    const cart = new Deployment(new Chart(app, 'other', { namespace: 'shop' }), 'cart', { replicas: 2, pod: api });
    expect(called('toPassPodSecurity', cart, 'restricted')().pass).toBe(true);
  });
});

test('a chart stands for its own objects, and not for those that it depends on', () => {
  const app = new App();
  const charted = (name: string) => {
    const chart = new Chart(app, name, { namespace: name });
    new ConfigMap(chart, 'settings', { data: { of: name } });
    return chart;
  };
  const [first, second] = [charted('first'), charted('second')] as const;
  second.addDependency(first);
  expect(findAll(second, 'ConfigMap')).toMatchObject([{ data: { of: 'second' } }]);
});

test('a Pod value that claims a volume for each replica is judged with it', () => {
  const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } as const;
  const store = api.volume('data', { volumeClaimTemplate: claim }, { api: '/data' });
  expect(called('toBeAcceptedBy', store, '1.35')().message()).toContain('and it is accepted');
});

test('an order says which containers it names wrongly, and which it leaves out', () => {
  const helped = api.sidecar('proxy', { ...base, because: 'it is an example' });
  const said = (...names: string[]) => called('toStartInOrder', helped, names)().message();
  expect(said('proxi', 'api')).toContain(
    'there is no container "proxi"; all containers are to be named, and the order leaves out "proxy"',
  );
  expect(said('api')).toMatch(/api: all containers are to be named, and the order leaves out "proxy"\.$/);
  expect(said('api', 'proxy')).toContain('start in the order in which they are added');
  expect(called('toStartInOrder', helped, ['proxy\napi'])().pass).toBe(false);
});

test('where the opposite is expected, each object that holds is named', () => {
  for (const [matcher, given] of [
    ['toPassPodSecurity', 'restricted'],
    ['toHaveQosClass', 'Burstable'],
    ['toStartInOrder', ['api']],
    ['toBeAcceptedBy', '1.35'],
  ] as const) {
    expect(called(matcher, shopOf(), given)().message()).toMatch(/^Deployment shop\/checkout: expected /);
  }
});

test('find says where it looked, and finds nothing in an object of no name', () => {
  expect(() => find(shopOf(), 'Deployment', 'checkout', { namespace: 'cart', environment: 'dev' })).toThrow(
    'found no Deployment "checkout" in namespace "cart" for environment "dev": there is Deployment shop/checkout',
  );
  expect(() => find({ apiVersion: 'v1', kind: 'Pod' }, 'Pod', 'p')).toThrow('found no Pod "p": there is Pod');
});
