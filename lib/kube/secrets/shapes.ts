import { withoutComments } from './assignments';

/** What a text holds that gives itself away as a secret, in words for a message; undefined where nothing does. */
export function secretShapeIn(text: string): string | undefined {
  if (ANY_SHAPE.test(text)) return SHAPES.find(([, shape]) => shape.test(text))?.[0];
  return hasAddressWithPassword(text) ? PASSWORD : undefined;
}

/**
 * Whether a text stands for a value that is somewhere else, or is none: a reference, a place, a switch, a number.
 */
export function isReference(text: string): boolean {
  const value = text.trim().replace(/^(["'])(.*)\1$/s, '$2');
  return value === '' || REFERENCES.some((reference) => reference.test(value));
}

/** Whether a text holds a private key. */
export function holdsPrivateKey(text: string): boolean {
  return PRIVATE_KEY.test(text);
}

const PRIVATE_KEY = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/;
const PASSWORD = 'an address with a password in it';

const SHAPES: readonly (readonly [what: string, shape: RegExp])[] = [
  ['a private key', PRIVATE_KEY],
  // Of the lines that such a key starts with, as a kubeconfig has them.
  [
    'a private key in base64',
    /LS0tLS1CRUdJTiB(?:QUklWQVRFIEtFWS|FQyBQUklWQVRFIEtFWS|SU0EgUFJJVkFURSBLRVkt|PUEVOU1NIIFBSSVZBVEUgS0VZ|FTkNSWVBURUQgUFJJVkFURSBLRVkt)/,
  ],
  ['an access key of AWS', /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/],
  ['a JSON web token', /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/],
  // Words, of a sentence or for somebody to replace, are none.
  [
    'a header that logs in',
    /\b(?:Bearer|Basic) +(?!(?:[A-Za-z][a-z]+(?:(?:[-_][A-Z]?|[A-Z])[a-z]+)*|[A-Z]+(?:[_-][A-Z]+)+)(?![\w+/.~=-]))[\w+/.~-]{16,}={0,2}(?![\w{(])/,
  ],
  [
    'a header that logs in',
    /\bBasic +(?=[a-z]*[A-Z0-9+/])(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)/,
  ],
  ['a login of a registry', /"auths"\s*:\s*\{[^]{0,300}?"auth"\s*:\s*"[A-Za-z0-9+/]{4,}={0,2}"/],
  ['a token of GitHub', /(?<![A-Za-z0-9])(?:gh[opsur]_[A-Za-z0-9]{36,}|github_pat_\w{22,})/],
  ['a token of GitLab', /(?<![A-Za-z0-9])gl(?:pat|dt|rt|ptt)-[\w-]{20,}/],
  ['a token of Slack', /(?<![A-Za-z0-9])(?:xox[abeoprs]|xapp)-[A-Za-z0-9-]{10,}/],
  ['a webhook of Slack', /hooks\.slack\.com\/services\/T\w+\/B\w+\/\w+/],
  ['a key of Google', /(?<![\w-])(?:AIza[\w-]{35}|GOCSPX-[\w-]{28})(?![\w-])/],
  ['a token of Google', /(?<![\w.-])ya29\.[\w-]{20,}/],
  ['a key of Stripe', /(?<![A-Za-z0-9])(?:[rs]k_(?:live|test)_[A-Za-z0-9]{16,}|whsec_[A-Za-z0-9+/]{32,})/],
  ['a token of npm', /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}/],
  ['a token of PyPI', /(?<![\w-])pypi-AgEIcHlwaS5vcmc[\w-]{20,}/],
  ['a token of Docker', /(?<![A-Za-z0-9])dckr_pat_[\w-]{27}/],
  ['a key of age', /AGE-SECRET-KEY-1[0-9A-Z]{58}/],
  ['a token of Vault', /(?<![\w.])hv[bs]\.[\w-]{20,}/],
  ['a key of SendGrid', /(?<![\w.])SG\.[\w-]{16,}\.[\w-]{16,}/],
];

/** Nearly no text has any of them, and one look is enough to know; it takes no flags, and so none of them has any. */
const ANY_SHAPE = new RegExp(SHAPES.map(([, shape]) => shape.source).join('|'));

/** `postgres://user:password@host`, unless the password is a reference; in a comment it is an example. */
const ADDRESS = /(?<=[a-z0-9]:\/\/)[^\s:/?#@"'`]*:([^\s/@"'`]+)@/gi;

function hasAddressWithPassword(text: string): boolean {
  return (
    text.includes('://') &&
    [...withoutComments(text).matchAll(ADDRESS)].some(
      ([, password = '']) => !isReference(password) && !HIDDEN.test(password),
    )
  );
}

/** A password that was taken out of a text for people to read. */
const HIDDEN = /^(?:\*+|x{3,}|\.{3,}|…|\[?redacted\]?)$/i;

/** Base64 may start with a slash: what has the length of a key of AWS, or is padded, is no path. */
const RANDOM = String.raw`(?:(?=.*[A-Z])(?=.*[a-z])(?=.*\d)[A-Za-z0-9+/]{40}|[A-Za-z0-9+/]+=+)$`;

const REFERENCES: readonly RegExp[] = [
  // Variables of Kubernetes, of shells, of templates.
  /^\$[({A-Za-z_0-9]/,
  /\$\(\w+\)/,
  /\$\{[^{}]+\}/,
  /\{\{[^{}]*\}\}/,
  /^<[^<>]+>$/,
  /^%(?:s|\(?\w+\)?[%s])$/,
  /^\{\w+\}$/,
  // Placeholders: of tools that fill them in, of language models.
  /^(?:__\w+__|@@?[\w.]+@@?|#\{[^{}]+\}#?|\[[A-Z_]+\])$/,
  // Places: files, and entries of stores of secrets.
  new RegExp(String.raw`^(?!${RANDOM})@?(?:\.{0,2}|~)/`),
  /^[a-z][a-z-]*(?:\/[a-z][a-z0-9-]*)+$/,
  /^(?:file|env|vault|secret|ref|op|sm|ref\+\w+|secretref|keyvault|gcpsm|awssm|ssm|sops|secretsmanager|aws-sm|k8s|kubernetes):/i,
  /^ref\+/,
  /^arn:/,
  /^projects\/[^/]+\/secrets\//,
  /^[a-z][a-z0-9+.-]*:\/\/\S+$/i,
  /^[\w./-]+\.(?:json|ya?ml|toml|txt|properties|conf|cfg|ini|env|xml|pem|key|crt|cer|jks|p12|pfx)$/i,
  // Encrypted where it stands.
  /^(?:ENC[[(]|\{cipher\})/,
  // For everybody.
  /^-----BEGIN (?:[A-Z0-9]+ )*(?:PUBLIC KEY|CERTIFICATE)-----/,
  /^(?:ssh-|ecdsa-|sk-)[\w@.-]+ AAAA/,
  // What opens nothing.
  /^(?:[*•]+|~)$/,
  /^(?:true|false|yes|no|on|off|none|null|nil|undefined|disabled?|enabled?|required|optional|auto|default|string|str)$/i,
  /^P(?=\d|T\d)(?:\d+[YMWD])*(?:T(?:\d+[HMS])+)?$/,
  // Longer numbers open doors.
  /^[+-]?\d{1,5}(?:\.\d+)?(?:[a-zµ]{1,2})?$/i,
];
