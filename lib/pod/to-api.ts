import { FieldPath } from '../kube/field-path';
import type { ProblemList } from '../kube/problem-list';
import { isRecord } from './plain';

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
    ...given('env', env, (key, value) => (isRecord(value) ? { name: key, ...value } : { name: key, value })),
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

/** The API's form of a mount whose path is the key. */
export function toApiMount(mountPath: string, mount: unknown): Fields {
  return isRecord(mount) ? { ...mount, mountPath } : { name: mount, mountPath };
}
