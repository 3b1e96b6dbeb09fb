import { chosenWorkloads } from '../../cli/chosen-workloads';

const workload = (name: string) => ({
  identity: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name },
  title: `Deployment shop/${name}`,
});
const [cart, checkout] = [workload('cart'), workload('checkout')];
const choose = (wanted?: string) => chosenWorkloads([cart, checkout], wanted, 'draw');

test.each([['checkout'], ['shop/checkout'], ['Deployment shop/checkout']])('%s is one of its names', (wanted) => {
  expect(choose(wanted)).toEqual([checkout]);
});

test('without a name all are chosen', () => {
  expect(choose()).toEqual([cart, checkout]);
});

test.each([
  ['checkot', 'no workload is called checkot; checkout was probably meant'],
  ['shop/Checkout', 'no workload is called shop/Checkout; shop/checkout was probably meant'],
  ['payments', 'no workload is called payments; there are Deployment shop/cart, Deployment shop/checkout'],
])('a name that nobody has is refused: %s', (wanted, message) => {
  expect(() => choose(wanted)).toThrow(message);
});

test('of very many workloads only some are told', () => {
  const many = Array.from({ length: 5000 }, (_, position) => workload(`service-${position}`));
  expect(() => chosenWorkloads(many, 'payments', 'draw')).toThrow(
    /; there are Deployment shop\/service-0, .* Deployment shop\/service-19 and 4980 more$/,
  );
});

test('where nothing runs Pods there is nothing to do', () => {
  expect(() => chosenWorkloads([], 'checkout', 'draw')).toThrow('nothing to draw: no object here runs Pods');
});
