import { secretInText, secretInVariable, secretsInArguments } from '../../../lib/kube/secrets/literals';
import { isSecretName } from '../../../lib/kube/secrets/names';

describe('a name says that its value is a secret', () => {
  test.each([
    'PASSWORD',
    'DB_PASSWORD',
    'PGPASSWORD',
    'MYSQL_ROOT_PASSWORD',
    'mysql_pwd',
    'REDIS_PASSWD',
    'dbPassword',
    'spring.datasource.password',
    'API_TOKEN',
    'GITHUB_TOKEN',
    'accessToken',
    'TOKEN_2',
    'TOKEN2',
    'CLIENT_SECRET',
    'oauth-client-secret',
    'API_KEY',
    'apiKey',
    'APIKEY',
    'AWS_SECRET_ACCESS_KEY',
    'PRIVATE_KEY',
    'ENCRYPTION_KEY',
    'SECRET_KEY_BASE',
    'JWT_SIGNING_KEY',
    'SMTP_PASS',
    'KEYSTORE_PASSPHRASE',
    'GOOGLE_CREDENTIALS',
    'STORAGE_ACCOUNT_KEY',
  ])('%s', (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  test.each([
    'PASSWORD_FILE',
    'DB_PASSWORD_FILE',
    'TOKEN_PATH',
    'TOKEN_URL',
    'TOKEN_TTL_SECONDS',
    'SECRET_NAME',
    'secretName',
    'PASSWORD_MIN_LENGTH',
    'MAX_TOKENS',
    'PUBLIC_KEY',
    'PARTITION_KEY',
    'CACHE_KEY',
    'PRIMARY_KEY',
    'KEY',
    'PROXY_PASS',
    'BYPASS',
    'PASSES',
    'KEYBOARD',
    'API_KEY_HEADER',
    'CREDENTIALS_PATH',
    'GOOGLE_APPLICATION_CREDENTIALS_FILE',
    'LOG_LEVEL',
    'TOKENIZER',
    'SECRETARY',
    'IMAGE_PULL_SECRET',
    'TLS_SECRET',
    'existingSecret',
    'REQUIRE_PASSWORD',
    'MYSQL_RANDOM_ROOT_PASSWORD',
    'ETCD_INITIAL_CLUSTER_TOKEN',
    '',
    '___',
  ])('and %s does not', (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});

describe('a literal looks like a secret', () => {
  const jwt = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0NTY3ODkwIn0', 'dozjgNryP4J3jVmNHl0w5N'].join('.');

  test.each([
    ['DB_PASSWORD', 'hunter2'],
    ['API_TOKEN', 'changeme'],
    ['DB_PASSWORD', '123456'],
    ['GOOGLE_CREDENTIALS', '{"type": "service_account"}'],
    ['SETTINGS', '-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----'],
    ['SETTINGS', '-----BEGIN PRIVATE KEY-----\nMIIB'],
    ['SETTINGS', '-----BEGIN OPENSSH PRIVATE KEY-----'],
    ['SETTINGS', '-----BEGIN PGP PRIVATE KEY BLOCK-----'],
    ['AWS_ACCESS_KEY_ID', ['AKIA', 'IOSFODNN7EXAMPLE'].join('')],
    ['SESSION', jwt],
    ['HEADER', `Bearer ${jwt}`],
    ['GIT', ['ghp', 'abcdefghijklmnopqrstuvwxyz0123456789'].join('_')],
    ['GIT', ['glpat', 'abcdefghij0123456789'].join('-')],
    ['CHAT', ['xoxb', '123456789012', 'abcdefghijkl'].join('-')],
    ['PAY', ['sk', 'live', 'abcdefghijklmnop0123'].join('_')],
    ['DATABASE_URL', 'postgres://app:hunter2@db.example.com:5432/app'],
    ['DATABASE_URL', 'redis://:hunter2@redis:6379'],
    ['DATABASE_URL', 'postgres://user:password@host/db'],
    ['AUTH', 'Bearer abcdefghijkl0123456789'],
    ['BROKER', 'amqp://guest:guest@mq:5672/'],
    ['CONNECTION', 'Server=db;User Id=app;Password=hunter2;'],
    ['CONNECTION', 'host=db user=app password=hunter2 dbname=app'],
    ['CONNECTION', 'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=abcdefghijklmnop==;'],
    ['JAVA_OPTS', '-Xmx1g -Djavax.net.ssl.keyStorePassword=hunter2'],
  ])('%s: %s', (name, value) => {
    expect(secretInVariable(name, value)).toEqual(expect.any(String));
  });

  test.each([
    ['DB_PASSWORD', ''],
    ['DB_PASSWORD', '  '],
    ['DB_PASSWORD', '$(OTHER)'],
    ['DB_PASSWORD', '${OTHER}'],
    ['DB_PASSWORD', '$OTHER'],
    ['DB_PASSWORD', '{{ .Values.password }}'],
    ['DB_PASSWORD', '<path:secret/data/db#password>'],
    ['DB_PASSWORD', 'vault:secret/data/db#password'],
    ['DB_PASSWORD', 'ref+vault://secret/db#/password'],
    ['DB_PASSWORD', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db'],
    ['DB_PASSWORD', 'projects/p/secrets/db/versions/1'],
    ['DB_PASSWORD', '/run/secrets/db'],
    ['DB_PASSWORD', '********'],
    ['ALLOW_EMPTY_PASSWORD', 'yes'],
    ['REQUIRE_TOKEN', 'true'],
    ['AUTO_TOKEN', 'disabled'],
    ['REFRESH_TOKEN', '3600'],
    ['REFRESH_TOKEN', '86400'],
    ['API_TOKEN', 'login.json'],
    ['BROKER_PASSWORD', 'amqp://mq:5672'],
    ['REFRESH_TOKEN', '15m'],
    ['OAUTH_TOKEN', 'https://login.example.com/token'],
    ['PASSWORD_FILE', '/run/secrets/db'],
    ['TOKEN_PATH', 'var/run/token'],
    ['SECRET_NAME', 'db-credentials'],
    ['DATABASE_URL', 'postgres://db.example.com:5432/app'],
    ['DATABASE_URL', 'postgres://app@db.example.com/app'],
    ['DATABASE_URL', 'postgres://$(DB_USER):$(DB_PASSWORD)@db/app'],
    ['DATABASE_URL', 'postgres://app:${DB_PASSWORD}@db/app'],
    ['DATABASE_URL', 'postgres://app:***@host/db'],
    ['AUTH', 'Bearer $(API_TOKEN)'],
    ['AUTH', 'Basic authentication is switched off'],
    ['SITE', 'http://example.com:8080/a@b'],
    ['CERTIFICATE', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----'],
    ['PEM', '-----BEGIN PUBLIC KEY-----\nMIIB'],
    ['HASH', 'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['TZ', 'Europe/Vienna'],
    ['WORD', 'AKIA'],
  ])('and %s: %s does not', (name, value) => {
    expect(secretInVariable(name, value)).toBeUndefined();
  });

  test.each([
    'PGPASSWORD=hunter2 psql -h db',
    'export API_TOKEN="abc123"\nrun',
    'db:\n  user: app\n  password: hunter2\n',
    '- password: "hunter2"',
    '{ "password": "hunter2" }',
    '{\n  "user": "app",\n  "apiKey": "abc123"\n}',
    'spring.datasource.password=hunter2',
    '[auth]\nclient_secret = abc123\n',
    'curl https://app:hunter2@example.com/',
    'curl "https://example.com/?access_token=abc123"',
  ])('a text sets one: %j', (text) => {
    expect(secretInText(text)).toEqual(expect.any(String));
  });

  test.each([
    'PGPASSWORD="$(cat /run/secrets/db)" psql',
    'PGPASSWORD=$PASSWORD psql',
    'export TOKEN=$(fetch)',
    'if [ "$TOKEN" = "" ]; then exit 1; fi',
    'if (token == other) {}',
    'password: ${DB_PASSWORD}',
    'password: ""',
    'password:\n  file: /run/secrets/db',
    'password: |\n',
    'passwordFile: /run/secrets/db',
    'bearer_token_file: /var/run/secrets/token',
    '# password: hunter2',
    '// token = abc',
    'token: getToken()',
    'token := os.Getenv("TOKEN")',
    'const token = await fetchToken();',
    'secretKeyRef:\n  name: db\n  key: password',
    'Please say your password: it is not stored',
    'HTTP_Passwd   ${PASSWORD}',
    'max_tokens = 4096',
    'password: is asked for at the first login',
    'tls:\n  secret: shop-tls\n',
    'kubectl get secret db-credentials',
  ])('and a text does not: %j', (text) => {
    expect(secretInText(text)).toBeUndefined();
  });

  test.each([
    [['--password=hunter2'], [0]],
    [['--db.password', 'hunter2'], [1]],
    [['-token', 'abc', '--verbose'], [1]],
    [['sh', '-c', 'PGPASSWORD=hunter2 psql'], [2]],
    [['--dsn=postgres://app:hunter2@db/app'], [0]],
    [['--password-file=/run/secrets/db'], []],
    [['--password', '$(DB_PASSWORD)'], []],
    [['--password', '--verbose'], []],
    [['--token-path', 'a/b'], []],
    [['--max-tokens', '4096'], []],
    [[1, null, 'serve'], []],
  ])('arguments %j hold one at %j', (args, positions) => {
    expect([...secretsInArguments(args).keys()]).toEqual(positions);
  });
});

test.each(['x', 'a://', 'a=', '${', '{{', '$(', 'eyJ', "a='", 'password: "', '-----BEGIN A '])(
  'a mebibyte of %j is read in no time',
  (part) => {
    const text = part.repeat(2 ** 20 / part.length);
    // The time of the processor, which does not grow with what else the machine does.
    const start = process.cpuUsage();
    secretInVariable('PASSWORD', text);
    secretInText(text);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(2000);
  },
);
