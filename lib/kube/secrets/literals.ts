import { remembered } from '../remembered';
import { isSecretName } from './names';
import { isReference, secretShapeIn } from './shapes';

/** Why the value of a variable, or of a key, looks like a secret; undefined where it does not. */
export function secretInVariable(name: string, value: string): string | undefined {
  if (!isSecretName(name) || isReference(value)) return secretInText(value);
  const shape = secretShapeIn(value);
  return shape === undefined ? `the name "${name}" says that its value is a secret` : `it holds ${shape}`;
}

/** Why a text, a script or a file, looks as if it held a secret; undefined where it does not. */
export function secretInText(text: string): string | undefined {
  return secretsIn(text)[0];
}

// Arguments and values come again in every workload of a kind.
const secretsIn = remembered((text): readonly string[] => {
  const shape = secretShapeIn(text);
  if (shape !== undefined) return [`it holds ${shape}`];
  const name = assignmentsIn(text).find(([key, value]) => isSecretName(key) && !isReference(value))?.[0];
  return name === undefined ? [] : [`it sets "${name}", whose name says that its value is a secret`];
});

/**
 * The positions of arguments that look like secrets, with the reason: `--token=abc`, and `abc` after `--token`.
 */
export function secretsInArguments(args: readonly unknown[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  args.forEach((argument, position) => {
    if (typeof argument !== 'string') return;
    const flag = argument.startsWith('-') ? undefined : flagIn(args[position - 1]);
    const why = flag === undefined ? secretInText(argument) : secretInVariable(flag, argument);
    if (why !== undefined) found.set(position, why);
  });
  return found;
}

/** The name of a flag that its value may stand behind: `token` of `--token`. */
function flagIn(argument: unknown): string | undefined {
  return typeof argument === 'string' ? /^--?([A-Za-z][\w.-]*)$/.exec(argument)?.[1] : undefined;
}

/** `name=value` anywhere, and `name: value` at the start of a line, as YAML and JSON write it; comments do not count. */
function assignmentsIn(text: string): (readonly [name: string, value: string])[] {
  if (!/[=:]/.test(text)) return [];
  const lines = text.split('\n').filter((line) => !/^\s*(?:#|\/\/|;)/.test(line));
  return lines.flatMap((line) => [
    ...[...line.matchAll(EQUALS)].map(assignment),
    ...[...line.matchAll(COLON)].map(assignment).filter(([name]) => !NAMES_OTHERS.test(name)),
  ]);
}

function assignment([, name = '', ...values]: RegExpMatchArray): readonly [name: string, value: string] {
  return [name, values.join('')];
}

/** As keys of configuration these name a Secret as often as they hold one. */
const NAMES_OTHERS = /^(?:secret|credentials?)$/i;

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
