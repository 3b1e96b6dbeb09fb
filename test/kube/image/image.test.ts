import fc from 'fast-check';
import {
  defaultPullPolicy,
  imageComplaint,
  isFloatingTag,
  isPinnedByDigest,
  parseImage,
  printImage,
  tryImage,
} from '../../../lib/kube/image';

const SHA256 = `sha256:${'a'.repeat(64)}`;

test.each([
  ['nginx', 'docker.io/library/nginx:latest'],
  ['nginx:1.27', 'docker.io/library/nginx:1.27'],
  ['bitnami/redis:7', 'docker.io/bitnami/redis:7'],
  ['index.docker.io/nginx:1', 'docker.io/library/nginx:1'],
  ['docker.io/nginx:1', 'docker.io/library/nginx:1'],
  ['localhost/app:1', 'localhost/app:1'],
  ['localhost:5000/app:1', 'localhost:5000/app:1'],
  ['registry.example.com/team/app:v1', 'registry.example.com/team/app:v1'],
  ['Registry/app:1', 'Registry/app:1'],
  ['[2001:db8::1]:5000/app:1', '[2001:db8::1]:5000/app:1'],
  [`nginx@${SHA256}`, `docker.io/library/nginx@${SHA256}`],
  [`nginx:1.27@${SHA256}`, `docker.io/library/nginx:1.27@${SHA256}`],
  ['a__b/c---d.e_f:X_1.-', 'docker.io/a__b/c---d.e_f:X_1.-'],
])('%s is %s', (text, printed) => {
  expect(printImage(parseImage(text))).toBe(printed);
  expect(parseImage(printed)).toEqual(parseImage(printImage(parseImage(printed))));
});

test('the parts are told apart', () => {
  expect(parseImage(`localhost:5000/team/app:v1@${SHA256}`)).toEqual({
    registry: 'localhost:5000',
    port: 5000,
    repository: 'team/app',
    tag: 'v1',
    digest: SHA256,
  });
});

test.each([
  '',
  ' nginx',
  'nginx latest',
  'nginx:',
  'nginx:-1',
  `nginx:${'x'.repeat(129)}`,
  'Nginx',
  'team/App',
  'a//b',
  '/nginx',
  'nginx/',
  '-a/b',
  'a..b',
  'a___b',
  'team_/app',
  'https://example.com/app',
  'example.com:port/app',
  'ex_ample.com/app',
  'a'.repeat(64),
  `nginx@${SHA256.toUpperCase()}`,
  'nginx@sha256:abc',
  `nginx@md5:${'a'.repeat(32)}`,
  `nginx@${SHA256}@${SHA256}`,
  `a/${'b'.repeat(256)}`,
])('%j is no image', (text) => {
  expect(imageComplaint(text)).toBeDefined();
  expect(tryImage(text)).toBeUndefined();
  expect(() => parseImage(text)).toThrow(SyntaxError);
});

test.each([
  ['nginx', true, false, 'Always'],
  ['nginx:latest', true, false, 'Always'],
  ['nginx:1.27', false, false, 'IfNotPresent'],
  [`nginx@${SHA256}`, false, true, 'IfNotPresent'],
  [`nginx:latest@${SHA256}`, false, true, 'Always'],
  ['localhost:5000/nginx', true, false, 'Always'],
  ['no image', false, false, 'IfNotPresent'],
])('%s: floating %s, pinned %s, pulled %s', (text, floating, pinned, policy) => {
  expect(isFloatingTag(text)).toBe(floating);
  expect(isPinnedByDigest(text)).toBe(pinned);
  expect(defaultPullPolicy(text)).toBe(policy);
});

test('no text makes it throw', () => {
  const part = fc.constantFrom('a', 'B', '0', '.', ':', '/', '@', '_', '-', 'sha256:', 'localhost', '[', ']');
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join('');
      expect(tryImage(text) === undefined).toBe(imageComplaint(text) !== undefined);
    }),
  );
});
