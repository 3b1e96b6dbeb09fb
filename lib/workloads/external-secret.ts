import type { Construct } from 'constructs';
import { tryDuration } from '../kube/cron/duration';
import { FieldPath } from '../kube/field-path';
import { configMapKeyComplaints, dnsSubdomainComplaints } from '../kube/names';
import { ProblemList } from '../kube/problem-list';
import { fieldsArgument, textArgument } from '../pod/argument';
import { secretKey } from '../pod/env';
import type { EnvFrom } from '../pod/env';
import { takeIn } from '../pod/plain';
import type { Taken } from '../pod/plain';
import { Manifest } from './manifest';
import type { ManifestBody, ObjectMetadata } from './manifest';
import { nameProblems } from './object-name';

/** Where a value is kept in the store. */
export interface RemoteRef {
  /** The entry: a path in Vault, the name of a secret of a cloud. */
  readonly key: string;
  /** One field of the entry. @default the whole entry */
  readonly property?: string;
  /** @default the newest */
  readonly version?: string;
}

/** Which values a Secret gets, and from where. */
export interface ExternalSecretProps<Key extends string> {
  /** The store that has the values: of this namespace, or of the cluster. */
  readonly secretStoreRef: { readonly name: string; readonly kind: 'SecretStore' | 'ClusterSecretStore' };
  /** How often the values are read again, as Go writes durations: `1h`, `15m`; `0` for once. */
  readonly refreshInterval: string;
  /** The keys of the Secret, and where the value of each is kept. */
  readonly data: Readonly<Record<Key, RemoteRef>>;
  readonly metadata?: ObjectMetadata;
}

/**
 * A Secret of the same name whose values the External Secrets Operator reads from a store: the repository holds where
 * they are, and never what they are. Its name goes wherever that of a Secret goes.
 *
 * Pods do not see a change of the values in their variables: write a version into `pod.rollOnChange()` to replace them.
 *
 * @see https://external-secrets.io/latest/api/externalsecret/
 */
export class ExternalSecret<Key extends string = string> extends Manifest {
  readonly #spec: Taken<Omit<ExternalSecretProps<Key>, 'metadata'>>;

  /** @throws TypeError where there is no store, or no data. */
  constructor(scope: Construct, id: string, props: ExternalSecretProps<Key>) {
    const what = `ExternalSecret "${id}"`;
    const { metadata = {}, ...spec } = fieldsArgument(what, props);
    const { name } = fieldsArgument(`the secretStoreRef of ${what}`, spec.secretStoreRef);
    textArgument(`the name in the secretStoreRef of ${what}`, name);
    fieldsArgument(`the data of ${what}`, spec.data);
    super(scope, id, {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name: id, ...metadata },
    });
    this.#spec = takeIn(spec, FieldPath.of('spec'));
  }

  /** One key of the Secret as a variable. */
  key(key: Key): EnvFrom {
    return secretKey(this, key);
  }

  protected override body(): ManifestBody {
    const { value, problems } = this.#spec;
    const { secretStoreRef, refreshInterval, data, ...others } = value;
    const entries = Object.entries<RemoteRef>(data);
    return {
      fields: {
        spec: {
          refreshInterval,
          secretStoreRef,
          target: { name: this.name, creationPolicy: 'Owner' },
          data: entries.map(([key, remoteRef]) => ({ secretKey: key, remoteRef })),
        },
      },
      problems: [...nameProblems(this), ...problems, ...problemsOf(value, entries, others)],
      promise: `Secret ${this.name} gets its values from ${secretStoreRef.kind} ${secretStoreRef.name}.`,
    };
  }
}

function problemsOf(
  { secretStoreRef, refreshInterval }: Omit<ExternalSecretProps<string>, 'data'>,
  data: readonly (readonly [key: string, remoteRef: RemoteRef])[],
  others: object,
) {
  const list = new ProblemList();
  const spec = FieldPath.of('spec');
  const store = spec.child('secretStoreRef');
  for (const name of Object.keys(others)) list.forbidden('unknown-field', spec.child(name), 'is no field of ours');
  for (const complaint of dnsSubdomainComplaints(secretStoreRef.name)) {
    list.invalid('invalid-name', store.child('name'), secretStoreRef.name, complaint);
  }
  if (!STORES.includes(secretStoreRef.kind)) {
    list.notSupported('secret-store', store.child('kind'), secretStoreRef.kind, STORES);
  }
  if (!isDuration(refreshInterval)) {
    const detail = 'must be a duration with units, as "1h" and "15m" are; "0" reads once';
    list.invalid('duration', spec.child('refreshInterval'), refreshInterval, detail);
  }
  if (data.length === 0) list.required('secret-keys', spec.child('data'), 'a Secret without keys is of no use');
  for (const [position, [key, remote]] of data.entries()) {
    const path = spec.child('data').index(position);
    for (const complaint of configMapKeyComplaints(key))
      list.invalid('secret-key', path.child('secretKey'), key, complaint);
    if (typeof remote.key !== 'string' || remote.key === '') {
      list.required('remote-key', path.child('remoteRef').child('key'), 'say where the value is kept');
    }
  }
  return list.problems;
}

function isDuration(text: unknown): boolean {
  return typeof text === 'string' && tryDuration(text) !== undefined;
}

const STORES: readonly string[] = ['SecretStore', 'ClusterSecretStore'];
