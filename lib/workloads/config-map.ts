import type { Construct } from 'constructs';
import { FieldPath, isAtOrBelow } from '../kube/field-path';
import { configMapKeyComplaints } from '../kube/names';
import type { Problem } from '../kube/problem';
import { ProblemList } from '../kube/problem-list';
import { holdsPrivateKey } from '../kube/secrets/shapes';
import { fieldsArgument } from '../pod/argument';
import { checksumOf } from '../pod/checksum';
import type { Checksummed } from '../pod/checksum';
import { takeInConfigData, textsOf } from '../pod/config-data';
import type { ConfigData, TakenData } from '../pod/config-data';
import { configMapKey } from '../pod/env';
import type { EnvFrom } from '../pod/env';
import type { Note } from '../pod/note';
import { unbox } from '../pod/unbox';
import { excusesOf } from './excuse';
import { Manifest } from './manifest';
import type { ManifestBody, ObjectMetadata } from './manifest';
import { nameProblems } from './object-name';

/** What a ConfigMap holds. */
export interface ConfigMapProps<Data extends ConfigData> {
  /** Texts by key; a text that looks like a secret takes an exception. */
  readonly data?: Data;
  /** Bytes in base64 by key; a private key among them takes `excuse()`. */
  readonly binaryData?: Readonly<Record<string, string>>;
  /** Whether the cluster refuses changes: other data needs an object of another name then. @default false */
  readonly immutable?: boolean;
  readonly metadata?: ObjectMetadata;
}

/**
 * Configuration that Pods of one namespace share. What belongs to one Pod alone travels with it: `pod.configMap()`.
 *
 * Running containers do not see a change in their variables; `pod.rollOnChange(settings)` replaces the Pods with each.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/configmap/
 */
export class ConfigMap<Data extends ConfigData = ConfigData> extends Manifest implements Checksummed {
  /** Changes with the data, whatever the order of the keys; a JSON patch does not count. */
  readonly checksum: string;
  readonly #taken: TakenData;
  readonly #binaryData: Readonly<Record<string, string>>;
  readonly #immutable: boolean | undefined;

  /** @throws TypeError where data is no record. */
  constructor(scope: Construct, id: string, props: ConfigMapProps<Data>) {
    const { data = {}, binaryData = {}, immutable, metadata = {} } = fieldsArgument(`ConfigMap "${id}"`, props);
    super(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id, ...metadata } });
    this.#binaryData = Object.freeze({ ...fieldsArgument(`the binaryData of ConfigMap "${id}"`, binaryData) });
    this.#taken = takeInConfigData(fieldsArgument(`the data of ConfigMap "${id}"`, data), this.#binaryData);
    this.#immutable = immutable;
    this.checksum = checksumOf(textsOf(this.#taken.data), this.#binaryData);
  }

  /** One key as a variable. A running container does not see later changes. */
  key(key: keyof Data & string): EnvFrom {
    return configMapKey(this, key);
  }

  protected override body(): ManifestBody {
    const notes: Note[] = [];
    const data = unbox(this.#taken.data, FieldPath.of('data'), notes);
    return {
      fields: {
        ...(this.#immutable === undefined ? {} : { immutable: this.#immutable }),
        ...(Object.keys(this.#taken.data).length === 0 ? {} : { data }),
        ...(Object.keys(this.#binaryData).length === 0 ? {} : { binaryData: this.#binaryData }),
      },
      notes,
      problems: [...nameProblems(this), ...this.#taken.problems, ...this.problems()],
    };
  }

  private problems(): readonly Problem[] {
    const list = new ProblemList();
    const path = FieldPath.of('binaryData');
    for (const [key, bytes] of Object.entries(this.#binaryData)) {
      for (const complaint of configMapKeyComplaints(key))
        list.invalid('config-map-key', path.key(key), key, complaint);
      if (Object.hasOwn(this.#taken.data, key))
        list.duplicate('config-map-key', path.key(key), key, 'data has this key too');
      if (!BASE64.test(bytes)) list.invalid('not-base64', path.key(key), undefined, 'bytes are written in base64');
      else if (holdsPrivateKey(Buffer.from(bytes, 'base64').toString('latin1')) && !this.excuses(path.key(key)))
        list.forbidden('literal-secret', path.key(key), PRIVATE_KEY, { ours: true });
    }
    return list.problems;
  }

  private excuses(field: FieldPath): boolean {
    return excusesOf(this).some(({ path }) => isAtOrBelow(field.toString(), path));
  }
}

const PRIVATE_KEY =
  "it holds a private key: everybody who reads the cluster's ConfigMaps would have it, so it belongs into a Secret; if " +
  'it opens nothing, say so by excuse(configMap, path, why)';

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
