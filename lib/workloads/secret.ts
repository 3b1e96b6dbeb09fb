import type { Construct } from 'constructs';
import { FieldPath } from '../kube/field-path';
import { configMapKeyComplaints } from '../kube/names';
import { ProblemList } from '../kube/problem-list';
import { fieldsArgument } from '../pod/argument';
import { secretKey } from '../pod/env';
import type { EnvFrom } from '../pod/env';
import type { Note } from '../pod/note';
import { isRecord } from '../kube/is-record';
import { takeIn } from '../pod/plain';
import type { Taken } from '../pod/plain';
import { Except } from '../pod/reason';
import { unbox } from '../pod/unbox';
import { Manifest } from './manifest';
import type { ManifestBody, ObjectMetadata } from './manifest';
import { nameProblems } from './object-name';

/** What a Secret says of itself. */
export interface SecretProps<Key extends string> {
  /** @default `Opaque`, filled in by Kubernetes */
  readonly type?: string;
  /** Values in the repository, for everybody to read: an exception, for what is secret to nobody. */
  readonly stringData?: Except<Readonly<Record<Key, string>>>;
  readonly metadata?: ObjectMetadata;
}

/**
 * A Secret whose values are filled in by the cluster (a token of a service account), or are no secrets (the password of
 * a throw-away database). Real ones are referred to: `ExternalSecret`, `SealedSecret`.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/secret/
 */
export class Secret<Key extends string = string> extends Manifest {
  readonly #type: string | undefined;
  readonly #values: Taken<{ readonly stringData?: unknown }>;

  constructor(scope: Construct, id: string, props: SecretProps<Key> = {}) {
    const { type, stringData, metadata = {} } = fieldsArgument(`Secret "${id}"`, props);
    super(scope, id, { apiVersion: 'v1', kind: 'Secret', metadata: { name: id, ...metadata } });
    this.#type = type;
    this.#values = takeIn(stringData === undefined ? {} : { stringData }, FieldPath.root);
  }

  /** One key as a variable. */
  key(key: Key): EnvFrom {
    return secretKey(this, key);
  }

  protected override body(): ManifestBody {
    const notes: Note[] = [];
    const { value, problems } = this.#values;
    const { stringData } = value;
    const list = new ProblemList();
    const path = FieldPath.of('stringData');
    const values: unknown = stringData instanceof Except ? stringData.value : undefined;
    for (const key of Object.keys(isRecord(values) ? values : {})) {
      for (const complaint of configMapKeyComplaints(key)) list.invalid('secret-key', path.key(key), key, complaint);
    }
    return {
      fields: {
        ...(this.#type === undefined ? {} : { type: this.#type }),
        ...(stringData === undefined ? {} : { stringData: unbox(stringData, path, notes) }),
      },
      notes,
      problems: [...nameProblems(this), ...problems, ...list.problems],
    };
  }
}
