import { mayNameSecret } from './names';

/** A name that a text gives a value, and that value without its quotes. */
export type Assignment = readonly [name: string, value: string];

/**
 * What a script or a file sets, in lines that may name a secret: `name=value` anywhere, `name: value` at the start of a
 * line, as YAML writes it, and what JSON, XML, redis.conf, `.netrc` and command lines make of it. Comments do not count.
 */
export function assignmentsIn(text: string): readonly Assignment[] {
  if (!mayNameSecret(text)) return [];
  return withoutComments(text)
    .split('\n')
    .filter(mayNameSecret)
    .flatMap((line) => [
      ...FORMS.flatMap((form) => [...line.matchAll(form)].map(assignment)),
      ...NAMING_FORMS.flatMap((form) => [...line.matchAll(form)].map(assignment)).filter(namesNoOther),
    ]);
}

/** A text with nothing in the place of its lines of comment. */
export function withoutComments(text: string): string {
  return text.replace(COMMENT, '');
}

function assignment([, name = '', ...values]: RegExpMatchArray): Assignment {
  return [name, values.join('')];
}

/** As keys of configuration these name a Secret as often as they hold one. */
function namesNoOther([name]: Assignment): boolean {
  return !/^(?:secret|credentials?)$/i.test(name);
}

/** Lines of `.npmrc` start with the address of a registry: `//registry.example.com/:_authToken=…`. */
const COMMENT = /^[ \t]*(?:#|;|<!--|\/\*|\* |-- |\/\/(?!\S*:_)).*$/gm;

/** A value that is written out: in quotes, or a word without the marks of a call, a reference or a type. */
const value = (before: string) =>
  String.raw`(?:"([^"]*)"|'([^']*)'|(?!(?:await|new|async|function|null)\b)([^\s"'()\[\]{}<>,;|&*!$\`]+)(?=${before}))`;
const ANYWHERE = String.raw`$|[\s,;&"'}]`;
/** Several words after a colon are a sentence. */
const AT_THE_END = String.raw`\s*(?:$|[,;&"'}]|\s#)`;

const EQUALS = new RegExp(String.raw`(?<![\w$.{-])(?:--?)?([A-Za-z_][\w.-]*)\s?=(?![=>])\s?${value(ANYWHERE)}`, 'g');
const COLON = new RegExp(
  String.raw`^[\s{,-]*["']?([A-Za-z_][\w.-]*)["']?\s*:(?:\s+|(?=["']))${value(AT_THE_END)}`,
  'g',
);
/** JSON on one line, arrays of PHP and Ruby, and the settings of Logstash. */
const QUOTED = /["']([A-Za-z_][\w.-]*)["']\s?(?::|=>?)\s?(?:"([^"]*)"|'([^']*)')/g;
const ARROW = /(?<![\w$.-])([A-Za-z_][\w.-]*) {0,8}=> ?(?:"([^"]*)"|'([^']*)')/g;
const ELEMENT = /<([A-Za-z_][\w.-]*)>([^<>]+)<\/\1>/g;
/** `requirepass` of redis.conf, and a line of `.netrc`. */
const SPACED = new RegExp(
  String.raw`(?:^\s*(?=requirepass|masterauth)|\blogin\s+\S+\s+(?=password))(\w+)\s+${value(ANYWHERE)}`,
  'g',
);
/** Behind a flag, where no sentence goes on: quoted, or with a digit in it. */
const FLAG =
  /(?<![\w-])--([A-Za-z][\w.-]*)\s+(?:"([^"]*)"|'([^']*)'|(?=[^\s\d]*\d)([^\s"'()[\]{}<>,;|&*!$`-][^\s"'()[\]{}<>,;|&*!$`]*))/g;
const HEADER = /(?<![\w-])(?:-H|--header)[\s=]+["']?([A-Za-z][\w-]*):\s*([^\s"'$<{]+)/g;

const FORMS = [EQUALS, ARROW, SPACED, HEADER];
/** Those of them in which `secret: shop-tls` names another object. */
const NAMING_FORMS = [COLON, QUOTED, ELEMENT, FLAG];
