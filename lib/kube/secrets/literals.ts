import { remembered } from '../remembered';
import { assignmentsIn } from './assignments';
import type { Assignment } from './assignments';
import { isSecretName } from './names';
import { passwordForProgram, scriptHandsOverPassword } from './programs';
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
  const name = assignmentsIn(text).find(isSecret)?.[0];
  if (name !== undefined) return [`it sets "${name}", whose name says that its value is a secret`];
  return scriptHandsOverPassword(text) ? [HANDED_OVER] : [];
});

/**
 * The positions of arguments that look like secrets, with the reason: `--token=abc`, `abc` after `--token`, `-pabc` of mysql.
 */
export function secretsInArguments(args: readonly unknown[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  args.forEach((argument, position) => {
    if (typeof argument !== 'string') return;
    const flag = argument.startsWith('-') ? undefined : flagIn(args[position - 1]);
    const why = flag === undefined ? secretInText(argument) : secretInVariable(flag, argument);
    if (why !== undefined) found.set(position, why);
  });
  const handedOver = passwordForProgram(args.map((argument) => (typeof argument === 'string' ? argument : '')));
  if (handedOver !== undefined && !found.has(handedOver)) found.set(handedOver, HANDED_OVER);
  return found;
}

const HANDED_OVER = 'it hands a password to a program';

/** The name of a flag that its value may stand behind: `token` of `--token`. */
function flagIn(argument: unknown): string | undefined {
  return typeof argument === 'string' ? /^--?([A-Za-z][\w.-]*)$/.exec(argument)?.[1] : undefined;
}

function isSecret([name, value]: Assignment): boolean {
  return isSecretName(name) && !isReference(value) && !isMemberOfSecretName(value);
}

/** `config.password` in a program reads what is somewhere else. */
function isMemberOfSecretName(value: string): boolean {
  return /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/.test(value) && isSecretName(value);
}
