import type { Construct } from 'constructs';
import { FieldPath } from '../kube/field-path';
import { configMapKeyComplaints } from '../kube/names';
import type { Problem } from '../kube/problem';
import { ProblemList } from '../kube/problem-list';
import { fieldsArgument } from '../pod/argument';
import { secretKey } from '../pod/env';
import type { EnvFrom } from '../pod/env';
import { Manifest } from './manifest';
import type { ManifestBody, ObjectMetadata } from './manifest';
import { nameProblems } from './object-name';

/** The encrypted values of a Secret. */
export interface SealedSecretProps<Key extends string> {
  /** What `kubeseal` printed, by key. Sealed for this name and namespace: neither can be changed without sealing anew. */
  readonly encryptedData: Readonly<Record<Key, string>>;
  /** The type of the Secret. @default `Opaque` */
  readonly type?: string;
  readonly metadata?: ObjectMetadata;
}

/**
 * A Secret of the same name whose values only the Sealed Secrets controller of the cluster can decrypt. Its name goes
 * wherever that of a Secret goes.
 *
 * @see https://github.com/bitnami-labs/sealed-secrets
 */
export class SealedSecret<Key extends string = string> extends Manifest {
  readonly #encryptedData: Readonly<Record<string, string>>;
  readonly #type: string | undefined;

  constructor(scope: Construct, id: string, props: SealedSecretProps<Key>) {
    const { encryptedData, type, metadata = {} } = fieldsArgument(`SealedSecret "${id}"`, props);
    super(scope, id, {
      apiVersion: 'bitnami.com/v1alpha1',
      kind: 'SealedSecret',
      metadata: { name: id, ...metadata },
    });
    this.#encryptedData = Object.freeze({
      ...fieldsArgument(`the encryptedData of SealedSecret "${id}"`, encryptedData),
    });
    this.#type = type;
  }

  /** One key of the Secret as a variable. */
  key(key: Key): EnvFrom {
    return secretKey(this, key);
  }

  protected override body(): ManifestBody {
    const type = this.#type === undefined ? {} : { type: this.#type };
    const { namespace } = this.metadata;
    const metadata = { name: this.name, ...(namespace === undefined ? {} : { namespace }) };
    return {
      fields: { spec: { encryptedData: this.#encryptedData, template: { ...type, metadata } } },
      problems: [...nameProblems(this), ...problemsOf(this.#encryptedData)],
      promise: `Secret ${this.name} gets values that only the cluster can decrypt.`,
    };
  }
}

function problemsOf(encryptedData: Readonly<Record<string, unknown>>): readonly Problem[] {
  const list = new ProblemList();
  const path = FieldPath.of('spec').child('encryptedData');
  if (Object.keys(encryptedData).length === 0) list.required('secret-keys', path, 'a Secret without keys is of no use');
  for (const [key, sealed] of Object.entries(encryptedData)) {
    for (const complaint of configMapKeyComplaints(key)) list.invalid('secret-key', path.key(key), key, complaint);
    if (typeof sealed === 'string' && SEALED.test(sealed)) continue;
    // Forbidden, since the other classes show the value.
    list.forbidden(
      'not-sealed',
      path.key(key),
      'is not what kubeseal prints: the value would be there for all to read',
    );
  }
  return list.problems;
}

/** An encrypted key of at least 2048 bits, its length before it and the value after it, in base64. */
const SEALED = /^[A-Za-z0-9+/]{344,}={0,2}$/;
