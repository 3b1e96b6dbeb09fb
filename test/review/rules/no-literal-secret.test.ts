import { noLiteralSecret } from '../../../review/rules/no-literal-secret';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const env = (name: string, value: string) => [deployment({ env: [{ name, value }] })];

describeRule(noLiteralSecret, {
  passes: {
    'a setting': env('LOG_LEVEL', 'debug'),
    'where a secret is': env('DB_PASSWORD_FILE', '/run/secrets/db'),
    'a path': env('TOKEN', '/var/run/token'),
    'a reference': env('API_TOKEN', '$(TOKEN_FROM_ELSEWHERE)'),
    'a switch': env('REQUIRE_PASSWORD', 'true'),
    'a time': env('SESSION_SECRET', '3600'),
    nothing: env('DB_PASSWORD', ''),
    'a URL without a password': env('DATABASE_URL', 'postgres://api@db:5432/shop'),
    'a URL with a reference': env('DATABASE_URL', 'postgres://api:$(DB_PASSWORD)@db:5432/shop'),
    'an option': [deployment({ args: ['--token-ttl=1h', '--password-file=/run/secrets/db'] })],
  },
  fails: {
    'a password': [env('DB_PASSWORD', 'hunter2'), [`${CONTAINER}.env[0].value`]],
    'a password that was to be changed': [env('POSTGRES_PASSWORD', 'changeme'), [`${CONTAINER}.env[0].value`]],
    'a URL with a password': [
      env('DATABASE_URL', 'postgres://api:hunter2@db:5432/shop'),
      [`${CONTAINER}.env[0].value`],
    ],
    'a key of a cloud': [env('ID', `AKIA${'A'.repeat(16)}`), [`${CONTAINER}.env[0].value`]],
    'a header of a probe': [
      [
        deployment({
          livenessProbe: { httpGet: { port: 80, httpHeaders: [{ name: 'X-API-Key', value: 'abc123' }] } },
        }),
      ],
      [`${CONTAINER}.livenessProbe.httpGet.httpHeaders[0].value`],
    ],
    'the command of a hook': [
      [deployment({ lifecycle: { preStop: { exec: { command: ['redis-cli', '-a', 'hunter2', 'save'] } } } })],
      [`${CONTAINER}.lifecycle.preStop.exec.command[2]`],
    ],
    'an option with a password': [[deployment({ args: ['--db-password=hunter2'] })], [`${CONTAINER}.args`]],
  },
});
