import { remembered } from '../remembered';

/**
 * Whether a name says that its value is a secret: `DB_PASSWORD`, `apiKey`, `client-secret`. A name that goes on
 * (`PASSWORD_FILE`, `TOKEN_PATH`, `SECRET_NAME`) speaks of something else.
 */
export function isSecretName(name: string): boolean {
  return mayNameSecret(name) && judged(name);
}

/** Whether a text may have the name of a secret in it: most have none, and need no closer look. */
export function mayNameSecret(text: string): boolean {
  return /pass|pw|secret|token|key|credential|auth/i.test(text);
}

const judged = remembered((name): boolean => {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  // A login in `.npmrc`: user and password in base64.
  if (name === '_auth') return true;
  const joined = words.join('_');
  if (ABOUT_SECRETS.test(joined) || IN_BROWSERS.test(joined)) return false;
  if (SECRET_WORDS.has(last) || SECRET_ENDS.some((end) => last.endsWith(end))) return true;
  if (last === 'pass' || last === 'pw') return ACCOUNTS.has(before);
  // SECRET_KEY_BASE is the one name of this kind that goes on.
  if (last === 'base' && before === 'key') return words.at(-3) === 'secret';
  return last === 'key' && SECRET_KEYS.has(before);
});

/** `awsSecretAccessKey_2` is `aws`, `secret`, `access`, `key`: numbers at the end only count. */
function wordsOf(name: string): readonly string[] {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  while (/^\d+$/.test(words.at(-1) ?? '')) words.pop();
  const last = words.pop();
  return last === undefined ? words : [...words, last.replace(/\d+$/, '')];
}

/** Switches, counts, names of other objects, and what is known to everybody in a cluster. */
const ABOUT_SECRETS =
  /(?:^|_)(?:(?:public|no|use|require|disable|enable|max|min|allow|allow_empty|random|random_root|csrf_?cookie|initial_cluster)_(?:[a-z]+|(?:api|access)_key)|(?:pull|tls|existing|k8_?s|kubernetes)_secret)$/;

/** What these frameworks build into the pages that everybody loads. */
const IN_BROWSERS = /^(?:next|nuxt|expo)_public_/;

const SECRET_WORDS = new Set(['pwd', 'secret', 'token', 'credential', 'credentials', 'passphrase']);

/** Words that are written together with the one before them: `PGPASSWORD`, `APIKEY`. */
const SECRET_ENDS = [
  'password',
  'passwd',
  'apikey',
  'authtoken',
  'accesstoken',
  'clientsecret',
  'privatekey',
  'secretkey',
  // Of redis.conf.
  'requirepass',
  'masterauth',
];

/** What stands before `KEY` where the key opens something; a partition key, a cache key, a public key do not. */
const SECRET_KEYS = new Set([
  'access',
  'account',
  'api',
  'app',
  'auth',
  'encryption',
  'hmac',
  'license',
  'master',
  'private',
  'secret',
  'service',
  'session',
  'shared',
  'signing',
  'ssh',
  'storage',
  'webhook',
]);

/** What stands before `PASS` where it is short for a password; `PROXY_PASS` is an address. */
const ACCOUNTS = new Set([
  'admin',
  'amqp',
  'auth',
  'bind',
  'database',
  'db',
  'ftp',
  'keystore',
  'ldap',
  'mail',
  'mongo',
  'mysql',
  'pg',
  'postgres',
  'rabbitmq',
  'redis',
  'root',
  'smtp',
  'user',
]);
