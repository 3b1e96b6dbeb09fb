import { review, RULES, type ContainerRule, type Rule } from '../../review';
import { deployment, sources } from './objects';

const rule: ContainerRule = {
  id: 'no-green-images',
  about: 'container',
  severity: 'warning',
  title: 'Images are not green',
  consequence: 'They are seen.',
  fix: 'Paint it red.',
  see: 'https://example.com/green',
  *check({ container: { image = '' }, path }) {
    if (image.includes('green')) yield { path: path.child('image'), found: `\`${image}\` is green.` };
  },
};

const IMAGE = 'spec.template.spec.containers[0].image';
const green = (annotations: Record<string, string> = {}) => ({
  ...deployment({ image: 'green:v1' }),
  metadata: { name: 'api', namespace: 'shop', annotations },
});

describe('review', () => {
  test('a finding names rule, object, container and field', () => {
    const { findings, problems } = review(sources(green()), { rules: [rule] });
    expect(problems).toEqual([]);
    expect(findings).toEqual([
      expect.objectContaining({
        rule: 'no-green-images',
        severity: 'warning',
        object: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'api' },
        container: 'api',
        path: IMAGE,
        found: '`green:v1` is green.',
      }),
    ]);
  });

  test('a fault says what is right, and what goes wrong, where the rule says something else', () => {
    const words = { consequence: 'It fades.', fix: 'Varnish it.', severity: 'info' as const };
    const own: ContainerRule = {
      ...rule,
      *check({ path }) {
        yield { path, found: 'It is old.', ...words };
      },
    };
    expect(review(sources(green()), { rules: [own] }).findings).toEqual([expect.objectContaining(words)]);
    expect(review(sources(green()), { rules: [rule] }).findings).toEqual([
      expect.objectContaining({ consequence: 'They are seen.', fix: 'Paint it red.', severity: 'warning' }),
    ]);
  });

  test('a finding has the file and the line of its field, and the construct', () => {
    const source = { object: green(), file: 'api.yaml', lineOf: () => 17, construct: 'shop/api' };
    expect(review([source], { rules: [rule] }).findings).toEqual([
      expect.objectContaining({ file: 'api.yaml', line: 17, construct: 'shop/api' }),
    ]);
  });

  test.each([
    ['for every container', 'the brand is green (owner design, until 2027-03-31)', 1],
    ['for this container', 'api: the brand is green (owner design, until 2027-03-31)', 1],
    ['without a reason', ' ', 0],
  ])('an annotation accepts a breach: %s', (_title, text, count) => {
    const { findings, accepted } = review(sources(green({ 'accept.podwright.dev/no-green-images': text })), {
      rules: [rule],
    });
    expect(accepted).toHaveLength(count);
    expect(findings).toHaveLength(1 - count);
    if (count === 1) {
      expect(accepted).toEqual([
        expect.objectContaining({ because: 'the brand is green', owner: 'design', until: '2027-03-31' }),
      ]);
    }
  });

  test('an annotation for another container accepts nothing', () => {
    const object = green({ 'accept.podwright.dev/no-green-images': 'helper: it is green' });
    const { spec } = object as unknown as { spec: { template: { spec: { containers: unknown[] } } } };
    spec.template.spec.containers.push({ name: 'helper', image: 'blue:v1' });
    expect(review(sources(object), { rules: [rule] }).findings).toHaveLength(1);
  });

  test('an exception beside the field accepts a breach', () => {
    const remarks = [{ path: IMAGE, kind: 'exception', text: 'the brand is green' }] as const;
    expect(review([{ object: green(), remarks }], { rules: [rule] }).accepted).toHaveLength(1);
  });

  test('what has ended by the day of the review is a finding again', () => {
    const source = sources(green({ 'accept.podwright.dev/no-green-images': 'the brand (until 2027-03-31)' }));
    const on = (today: string) => review(source, { rules: [rule], today });
    expect(on('2027-03-31').findings).toEqual([]);
    expect(on('2027-04-01').findings).toHaveLength(1);
    expect(on('2027-04-01').ended).toEqual([expect.objectContaining({ until: '2027-03-31' })]);
  });

  test('a binding rule takes no acceptance', () => {
    const binding: Rule = { ...rule, binding: true };
    const source = sources(green({ 'accept.podwright.dev/no-green-images': 'the brand is green' }));
    expect(review(source, { rules: [binding] }).findings).toHaveLength(1);
  });

  test('a rule that throws is reported by its id, and the others go on', () => {
    const throwing: Rule = {
      ...rule,
      id: 'no-peace',
      check() {
        throw new Error('out of paint');
      },
    };
    const { failures, findings } = review(sources(green()), { rules: [throwing, rule] });
    expect(failures).toEqual([expect.objectContaining({ rule: 'no-peace', message: 'Error: out of paint' })]);
    expect(findings).toHaveLength(1);
  });

  test('what the API server would refuse is a problem with its place', () => {
    const source = { object: deployment({ name: 'Bad_Name' }), file: 'api.yaml' };
    expect(review([source], { rules: [] }).problems).toEqual([
      expect.objectContaining({ path: 'spec.template.spec.containers[0].name', file: 'api.yaml', line: 1 }),
    ]);
  });

  test.each([
    [null],
    [5],
    ['text'],
    [[]],
    [{}],
    [{ kind: 'Deployment' }],
    [{ apiVersion: 'apps/v1', kind: 'Deployment', spec: { template: { spec: { containers: 5 } } } }],
  ])('no object makes it throw: %j', (object) => {
    expect(() => review(sources(object))).not.toThrow();
  });
});

describe('objects of several destinations', () => {
  const configMap = (name: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop' } });
  const user = deployment({ envFrom: [{ configMapRef: { name: 'settings' } }] });
  const asked = RULES.filter(({ id }) => id === 'unique-objects' || id === 'require-referenced-objects');
  const foundIn = (...[dev, prod]: readonly [dev: string, prod: string]) =>
    review(
      [
        { object: user, destination: dev, file: 'dev/api.yaml' },
        { object: configMap('settings'), destination: dev, file: 'dev/settings.yaml' },
        { object: user, destination: prod, file: 'prod/api.yaml' },
        { object: configMap('others'), destination: prod, file: 'prod/others.yaml' },
      ],
      { rules: asked },
    ).findings.map(({ rule: id, file }) => [id, file]);

  test('are not in the way of one another, and none stands in for what another lacks', () => {
    expect(foundIn('all', 'all')).toEqual([['unique-objects', 'prod/api.yaml']]);
    expect(foundIn('dev', 'prod')).toEqual([['require-referenced-objects', 'prod/api.yaml']]);
  });
});
