import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { App, Chart } from 'podwright';
import { inOrder } from '../../synth/order';

let app: App;
const chart = (id: string, scope: Construct = app) => new Chart(scope, id, { namespace: 'shop' });
const object = (scope: Construct, id: string) =>
  new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id } });
const order = () => inOrder(app).map(({ node }) => node.path);

beforeEach(() => {
  app = new App();
});

describe('objects come', () => {
  test('in the order in which they were made, where nothing depends on anything', () => {
    const [a, b] = [chart('a'), chart('b')];
    for (const [scope, id] of [
      [b, 'y'],
      [a, 'x'],
      [b, 'x'],
    ] as const)
      object(scope, id);
    expect(order()).toEqual(['a/x', 'b/y', 'b/x']);
  });

  test('after the objects that they depend on', () => {
    const a = chart('a');
    const [first, second, third] = ['x', 'y', 'z'].map((id) => object(a, id));
    first!.addDependency(second!);
    second!.addDependency(third!);
    expect(order()).toEqual(['a/z', 'a/y', 'a/x']);
  });

  test('after all of a chart that theirs depends on, nested charts included', () => {
    const [a, b] = [chart('a'), chart('b')];
    object(a, 'x');
    object(chart('inner', b), 'x');
    object(b, 'y');
    a.addDependency(b);
    expect(order()).toEqual(['b/inner/x', 'b/y', 'a/x']);
  });

  test('after what is inside a construct that they depend on', () => {
    const a = chart('a');
    const group = new Construct(a, 'group');
    const first = object(a, 'x');
    object(group, 'y');
    first.node.addDependency(group);
    expect(order()).toEqual(['a/group/y', 'a/x']);
  });

  test('before nothing that a ring would need, which is named', () => {
    const a = chart('a');
    const [first, second] = ['x', 'y'].map((id) => object(a, id));
    first!.addDependency(second!);
    second!.addDependency(first!);
    expect(order).toThrow('dependencies go round in a ring: a/x needs a/y needs a/x');
  });

  test('before nothing that a ring of charts would need, whatever their objects need of each other', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => chart(id));
    for (const own of [a!, b!, c!]) object(own, 'x');
    a!.addDependency(b!);
    b!.addDependency(c!);
    c!.addDependency(a!);
    expect(order).toThrow('dependencies go round in a ring: a needs b needs c needs a');
  });

  test('from this App alone: what depends on another App is refused', () => {
    const other = object(new Chart(new App(), 'a', { namespace: 'x' }), 'x');
    object(chart('a'), 'y').addDependency(other);
    expect(order).toThrow('construct a/y depends on a/x, which is no part of this App');
  });
});

describe('order is found in one walk, within the time of any test', () => {
  test('along a chain of 10,000 objects', () => {
    const a = chart('a');
    const chain = Array.from({ length: 10_000 }, (_, position) => object(a, String(position)));
    chain.reduce((before, next) => (before.addDependency(next), next));
    expect(order()[0]).toBe('a/9999');
  });

  test('through 8 tiers of 10 objects, each tier on all of the one below', () => {
    const tiers = Array.from({ length: 8 }, (_, tier) => {
      const own = chart(`tier-${tier}`);
      return { own, objects: Array.from({ length: 10 }, (_, position) => object(own, String(position))) };
    });
    tiers.reduce((below, above) => {
      above.own.addDependency(below.own);
      for (const upper of above.objects) for (const lower of below.objects) upper.addDependency(lower);
      return above;
    });
    expect(order()).toHaveLength(80);
  });

  test('up a ladder of 50 layers, each of two objects that need both of the next: 2 to the power 50 ways', () => {
    const a = chart('a');
    const layers = Array.from({ length: 50 }, (_, layer) => ['left', 'right'].map((id) => object(a, `${layer}-${id}`)));
    layers.reduce((below, above) => {
      for (const upper of above) upper.addDependency(...below);
      return above;
    });
    expect(order().slice(0, 4)).toEqual(['a/0-left', 'a/0-right', 'a/1-left', 'a/1-right']);
  });
});
