import { isMap } from '../../lib/kube/schema/walk';
import { secretInVariable, secretsInArguments } from '../../lib/kube/secrets/literals';

/** A value without what looks like a secret: what is live may hold one, and what is printed goes far. */
export function concealed(value: unknown, name: string): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'string') return secretInVariable(name, value) === undefined ? value : HIDDEN;
  if (Array.isArray(value)) {
    const secrets = secretsInArguments(value);
    return value.map((entry: unknown, position) => (secrets.has(position) ? HIDDEN : concealed(entry, name)));
  }
  if (!isMap(value)) return value;
  const { name: own } = value;
  const entries = Object.entries(value).map(([key, entry]) => {
    const isValue = key === 'value' && typeof own === 'string';
    return [key, concealed(entry, isValue ? own : key)];
  });
  return Object.fromEntries(entries);
}

const HIDDEN = '(looks like a secret, and is not shown)';
