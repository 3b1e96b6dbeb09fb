import { review } from '../../../review';
import { noSecretInEnv } from '../../../review/rules/no-secret-in-env';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const secret = () =>
  deployment({ env: [{ name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }] });

describeRule(noSecretInEnv, {
  passes: {
    'a ConfigMap': [
      deployment({ env: [{ name: 'MODE', valueFrom: { configMapKeyRef: { name: 'api', key: 'mode' } } }] }),
    ],
  },
  fails: {
    'a key of a Secret': [[secret()], [`${CONTAINER}.env[0]`]],
  },
});

test('a reason beside the variable is an answer', () => {
  const remarks = [
    { path: `${CONTAINER}.env[0]`, kind: 'reason', text: 'the image reads it from nowhere else' },
  ] as const;
  expect(review([{ object: secret(), remarks }], { rules: [noSecretInEnv] }).findings).toEqual([]);
});

test('a user name in a Secret is worth a look only', () => {
  const object = deployment({
    env: [{ name: 'PGUSER', valueFrom: { secretKeyRef: { name: 'db', key: 'username' } } }],
  });
  expect(review([{ object }], { rules: [noSecretInEnv] }).findings).toEqual([
    expect.objectContaining({ severity: 'info' }),
  ]);
});
