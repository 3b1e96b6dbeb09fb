import { withFields } from '../kube/alter';
import { FieldPath } from '../kube/field-path';
import type { ProblemList } from '../kube/problem-list';
import { isRecord } from '../kube/is-record';
import { Because } from './reason';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Turns a container as the sugar writes it into the API's shape: records become lists of named things.
 *
 * What is not a record stays as it is, so that strict decoding can say what is wrong with it.
 */
export function toApiContainer(name: string, options: Fields, list: ProblemList): Fields {
  const { ports, env, volumeMounts, ...others } = options;
  return {
    name,
    ...others,
    ...given('ports', ports, (key, port) =>
      isRecord(port) ? { name: key, ...port } : { name: key, containerPort: port },
    ),
    ...given('env', env, toApiVariable),
    ...given('volumeMounts', volumeMounts, (path, mount) => toApiMount(path, mount)),
  };

  function given(field: string, value: unknown, toEntry: (key: string, entry: unknown) => Fields): Fields {
    if (value === undefined) return {};
    if (!isRecord(value)) return { [field]: value };
    const entries = Object.entries(value).filter(([key, entry], position) => {
      if (entry !== undefined) return true;
      const path = FieldPath.of(field).index(position);
      list.invalid('undefined-value', path, key, 'is undefined: leave the key out, or give it a value');
      return false;
    });
    return entries.length === 0 ? {} : { [field]: entries.map(([key, entry]) => toEntry(key, entry)) };
  }
}

/** The API's form of a variable whose name is the key; its reason stands at the source or the value. */
function toApiVariable(name: string, value: unknown): Fields {
  if (isRecord(value)) return { name, ...value };
  if (!(value instanceof Because) || !isRecord(value.value)) return { name, value };
  const { because } = value.why;
  const fields = Object.entries(value.value).map(([field, source]): [string, unknown] => [
    field,
    new Because(source, because),
  ]);
  return { name, ...Object.fromEntries(fields) };
}

/** The API's form of a mount whose path is the key. */
export function toApiMount(mountPath: string, mount: unknown): Fields {
  return isRecord(mount) ? withFields(mount, { mountPath }) : { name: mount, mountPath };
}
