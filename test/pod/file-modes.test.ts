import { configMap, Deployment, pod, projected, secret } from 'podwright';
import { base, textOf } from '../support/shop';

describe('file modes', () => {
  const withModes = pod('api', base)
    .volume('keys', secret('keys', { defaultMode: 0o440, items: [{ key: 'tls.key', path: 'tls.key', mode: 0o400 }] }), {
      api: '/keys',
    })
    .volume('config', configMap('config'), { api: '/config' })
    .volume('both', projected([{ secret: { name: 'keys' } }], { defaultMode: 0o644 }), { api: '/both' });
  const make = (shop: ConstructorParameters<typeof Deployment>[0]) =>
    new Deployment(shop, 'a', { replicas: 1, pod: withModes });

  test('are said in octal beside the number that YAML needs', () => {
    const text = textOf(make);
    expect(text).toContain('defaultMode: 288 # octal 0440\n');
    expect(text).toContain('mode: 256 # octal 0400\n');
    expect(text).toContain('defaultMode: 420 # octal 0644\n');
  });

  test('stand alone where nothing is written out', () => {
    expect(textOf(make, { explicit: false })).not.toContain('octal');
  });
});
