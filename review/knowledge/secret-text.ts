/** Whether a variable of this name holds a secret, and not where or how one is kept. */
export function isNameOfSecret(name: string): boolean {
  return SECRET_NAME.test(name) && !ABOUT_SECRETS.test(name);
}

/** Whether a text is a secret whatever it is called: a key of a cloud, a token, a URL with a password in it. */
export function isSecretText(text: string): boolean {
  return SECRET_TEXTS.some((shape) => shape.test(text));
}

/** Whether a text can be a password, a token or a key, and is no path, reference, switch, number or address. */
export function canBeSecret(text: string): boolean {
  const trimmed = text.trim();
  return trimmed !== '' && !NO_SECRET.some((shape) => shape.test(trimmed));
}

/** Whether a text holds a private key. */
export function holdsPrivateKey(text: string): boolean {
  return /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/.test(text);
}

const SECRET_NAME =
  /(^|[_.-])(password|passwd|pwd|passphrase|secret|secretkey|token|api_?key|access_?key|secret_?key|private_?key|client_?secret|auth_?token|credentials?)$/i;

/** `TOKEN_URL` ends in another word and is none; what is left are names that end in such a word and mean something else. */
const ABOUT_SECRETS =
  /(^|_)(public|no|use|require|disable|enable|max|min|allow|allow_empty|random|random_root|csrf_?cookie|pull|initial[-_]cluster)[-_](password|passwd|secret|token|api_?key|access_?key|credentials?)$|_?(image_pull|pull|tls|existing|k8s|kubernetes)_secret$/i;

const SECRET_TEXTS = [
  /\b(AKIA|ASIA)[0-9A-Z]{16}\b/,
  /\bgh[opsu]_[A-Za-z0-9]{36}/,
  /\bgithub_pat_\w{40}/,
  /\bglpat-[\w-]{20}/,
  /\bxox[abprs]-[\w-]{10}/,
  /\b[sr]k_live_\w{16}/,
  /\bAIza[\w-]{35}/,
  /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/,
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@$]+:(?!\$)[^\s/@]{2,}@/i,
];

const NO_SECRET = [
  /^[./~]/,
  /\$[({]/,
  /^(true|false|yes|no|on|off|none|null|disabled|enabled|optional|required)$/i,
  /^-?\d{1,4}$/,
  /^[a-z][a-z0-9+.-]*:\/\//i,
  /^<.*>$|^\{\{.*\}\}$/,
  /^(vault|secret|ref|arn|op|sm|ssm|file|env):/i,
];
