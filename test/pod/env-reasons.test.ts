import { because, Deployment, except, pod, secretKey } from 'podwright';
import type { Env } from 'podwright';

import { base, textOf } from '../support/shop';

/** The variables as they are printed, with what is said of them. */
function printed(env: Env): string {
  const text = textOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: pod('api', { ...base, env }) }));
  return /^ +env:\n([^]*?) +resources:/m.exec(text)?.[1]?.replaceAll(/^ {12}/gm, '') ?? '';
}

test.each<[string, Env, string]>([
  [
    'a source',
    { TOKEN: because('the driver reads variables alone', secretKey('db', 'token')) },
    '- name: TOKEN\n  # the driver reads variables alone\n  valueFrom:\n    secretKeyRef:\n      name: db\n      key: token\n',
  ],
  [
    'a literal',
    { MODE: because('the vendor asks for it', 'slow') },
    '- name: MODE\n  # the vendor asks for it\n  value: slow\n',
  ],
  [
    'an exception',
    { DB_PASSWORD: because('the test database has no other', except('letmein-4711', { because: 'it is no secret' })) },
    '- name: DB_PASSWORD\n  # the test database has no other\n  # exception: it is no secret\n  value: letmein-4711\n',
  ],
])('%s may have a reason, which is printed above it', (_title, env, text) => {
  expect(printed(env)).toBe(text);
});
