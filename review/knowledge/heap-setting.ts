import type { Container } from '../../lib/kube/api/container';
import { commandLineOf } from '../../lib/kube/command-line';
import { tryQuantity, type QuantityValue } from '../../lib/kube/quantity';

/** What a program is told of the memory that it may use, by a runtime of a language. */
export interface HeapSetting {
  /** As it is written: `GOMEMLIMIT=200MiB`, `-Xmx512m`. */
  readonly text: string;
  /** The field in which it stands, from the container on: `env[2]`, `args`. */
  readonly field: 'args' | 'command' | { readonly variable: number };
  readonly amount: QuantityValue;
}

/** What the variables and the command line of a container say of memory, for Go, Java and Node.js. */
export function heapSettingsOf(container: Container): readonly HeapSetting[] {
  const { args = [], command = [], env = [] } = container;
  const variables = env.flatMap(({ name, value = '' }, variable) => {
    const go =
      name === 'GOMEMLIMIT' ? tryAmount(value.replace(/i?B$/, ''), value.endsWith('iB') ? 'i' : '') : undefined;
    if (go !== undefined) return [{ text: `${name}=${value}`, field: { variable }, amount: go }];
    return SPOKEN.test(name) ? flagsIn(value).map((flag) => ({ ...flag, field: { variable } })) : [];
  });
  if (commandLineOf(container).length === 0) return variables;
  const words = (field: 'args' | 'command', line: readonly string[]) =>
    line.flatMap(flagsIn).map((flag) => ({ ...flag, field }));
  return [...variables, ...words('command', command), ...words('args', args)];
}

const SPOKEN =
  /^(JAVA_OPTS|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|_JAVA_OPTIONS|[A-Z_]*JAVA_OPTS|[A-Z_]*HEAP_OPTS|NODE_OPTIONS)$/;

function flagsIn(text: string): Pick<HeapSetting, 'amount' | 'text'>[] {
  const java = [...text.matchAll(/-Xmx(\d{1,15})([kmgt]?)\b/gi)].map(([flag, size = '', unit = '']) => ({
    text: flag,
    amount: tryAmount(`${size}${unit}`, 'i'),
  }));
  const node = [...text.matchAll(/--max[-_]old[-_]space[-_]size=(\d{1,12})\b/g)].map(([flag, size = '']) => ({
    text: flag,
    amount: tryAmount(`${size}M`, 'i'),
  }));
  return [...java, ...node].flatMap(({ amount, text: flag }) => (amount === undefined ? [] : [{ text: flag, amount }]));
}

/** `512m` in the form of a quantity: units of bytes are capital letters there, and small k for a thousand. */
function tryAmount(text: string, binary: 'i' | ''): QuantityValue | undefined {
  const [, size, unit = ''] = /^(\d{1,18})([kmgt]?)$/i.exec(text) ?? [];
  if (size === undefined) return undefined;
  const letter = unit.toUpperCase();
  return tryQuantity(letter === '' ? size : `${size}${letter === 'K' && binary === '' ? 'k' : letter}${binary}`);
}
