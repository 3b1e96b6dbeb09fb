import { isMap } from '../schema/walk';

const NAME_LABEL = 'kubernetes.io/metadata.name';

/** A Namespace with the label by which selectors find it: its own name, whatever else was written there. */
export function namespaceDefaults(namespace: Readonly<Record<string, unknown>>): object {
  const metadata = isMap(namespace['metadata']) ? namespace['metadata'] : {};
  const { labels, name } = metadata;
  if (typeof name !== 'string' || name === '') return namespace;
  return { ...namespace, metadata: { ...metadata, labels: { ...(isMap(labels) ? labels : {}), [NAME_LABEL]: name } } };
}
