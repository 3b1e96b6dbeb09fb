import { isRecord } from '../lib/kube/is-record';

/** What names an object of Kubernetes, as far as it says so. */
export interface WrittenIdentity {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
}

/** What names an object; of a value that is none, nothing. */
export function identityOf(value: unknown): WrittenIdentity {
  if (!isRecord(value)) return {};
  const { apiVersion, kind, metadata } = value;
  const { namespace, name } = isRecord(metadata) ? metadata : {};
  const identity: { -readonly [Name in keyof WrittenIdentity]: WrittenIdentity[Name] } = {};
  if (isText(apiVersion)) identity.apiVersion = apiVersion;
  if (isText(kind)) identity.kind = kind;
  if (isText(namespace)) identity.namespace = namespace;
  if (isText(name)) identity.name = name;
  return identity;
}

/** An object as people name it: `Deployment shop/checkout`. */
export function titleOf(object: Readonly<Record<string, unknown>>): string {
  const { namespace, name } = identityOf(object);
  return `${String(object['kind'])} ${[namespace, name].filter((part) => part !== undefined).join('/')}`;
}

/** `apps` for `apps/v1`, and `v1` for itself: no group is called that. */
export function groupOf(apiVersion: string): string {
  const end = apiVersion.lastIndexOf('/');
  return end < 0 ? apiVersion : apiVersion.slice(0, end);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
