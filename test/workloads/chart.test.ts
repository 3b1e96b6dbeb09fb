import { Construct } from 'constructs';
import { App, Chart } from 'podwright';
import { haveSameClass } from '../support/hidden-class';

describe('a chart', () => {
  test('has the children that it is given, by any id', () => {
    const chart = new Chart(new App(), 'shop', { namespace: 'shop' });
    expect(chart.node.children).toEqual([]);
    for (const id of ['first', 'b', 'a', 'last']) new Construct(chart, id);
    expect(chart.node.children.map(({ node }) => node.id)).toEqual(['first', 'b', 'a', 'last']);
    expect(chart.node.tryFindChild('a')?.node.path).toBe('shop/a');
  });

  test('uses up no hidden class, however many there are', () => {
    const app = new App();
    for (let position = 0; position < 3000; position++) {
      new Construct(new Chart(app, `chart-${position}`, { namespace: 'shop' }), `child-${position}`);
    }
    const [one, other] = [1, 2].map((value) => {
      const grown: Record<string, number> = {};
      for (const key of ['a key that no other test uses', 'b']) grown[key] = value;
      return grown;
    });
    expect(haveSameClass(one as object, other as object)).toBe(true);
  });
});
