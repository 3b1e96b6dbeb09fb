/**
 * When the kubelet pulls an image if nothing is said: always for the tag `latest`, written or meant, and otherwise when
 * the node does not have it. A digest beside no tag, and a reference that cannot be read, count as another tag.
 */
export function defaultPullPolicy(image: string): 'Always' | 'IfNotPresent' {
  return tagOf(image) === 'latest' ? 'Always' : 'IfNotPresent';
}

function tagOf(image: string): string | undefined {
  const [name = '', digest] = image.split('@');
  const last = name.slice(name.lastIndexOf('/') + 1);
  const colon = last.indexOf(':');
  if (colon >= 0) return last.slice(colon + 1);
  return digest === undefined && isRepository(name) ? 'latest' : undefined;
}

function isRepository(name: string): boolean {
  const path = name.includes('/') ? name.slice(name.indexOf('/') + 1) : name;
  return /^[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/.test(path);
}
