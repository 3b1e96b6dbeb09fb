import type { FieldPath } from '../../lib/kube/field-path';
import { isMap } from '../../lib/kube/schema/walk';
import type { Entity } from '../entity';
import type { Workload } from '../workload';
import { volumeUses } from './volume-use';

/** A ConfigMap or Secret that a Pod needs to start, with the key that it needs of it. */
export interface ConfigReference {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  /** Left out where all keys are taken as they come. */
  readonly key?: string;
  readonly path: FieldPath;
}

/** The ConfigMaps and Secrets without which a workload's containers do not start; what is optional is left out. */
export function configReferencesOf(workload: Workload): readonly ConfigReference[] {
  return [...environmentReferencesOf(workload), ...volumeReferencesOf(workload)];
}

/** The keys of a ConfigMap or Secret; undefined for an empty one, which something else may fill. */
export function keysIn(entity: Entity): ReadonlySet<string> | undefined {
  const keys = ['data', 'binaryData', 'stringData'].flatMap((field) => {
    const entries = entity.read(field);
    return isMap(entries) ? Object.keys(entries) : [];
  });
  return keys.length === 0 ? undefined : new Set(keys);
}

/** Those that the variables of its containers are taken from: without them a container is not made. */
export function environmentReferencesOf({ containers }: Workload): readonly ConfigReference[] {
  return containers.flatMap(({ container: { env = [], envFrom = [] }, path }) => [
    ...env.flatMap(({ valueFrom = {} }, position) => {
      const at = path.child('env').index(position).child('valueFrom');
      return [
        ...one('ConfigMap', valueFrom.configMapKeyRef, at.child('configMapKeyRef')),
        ...one('Secret', valueFrom.secretKeyRef, at.child('secretKeyRef')),
      ];
    }),
    ...envFrom.flatMap(({ configMapRef, secretRef }, position) => {
      const at = path.child('envFrom').index(position);
      return [
        ...one('ConfigMap', configMapRef, at.child('configMapRef')),
        ...one('Secret', secretRef, at.child('secretRef')),
      ];
    }),
  ]);
}

/** Those that its volumes hold: without them none of its containers is made. */
export function volumeReferencesOf(workload: Workload): readonly ConfigReference[] {
  return volumeUses(workload).flatMap(({ path, volume: { configMap, projected, secret } }) => [
    ...whole('ConfigMap', configMap, configMap?.name, path.child('configMap')),
    ...whole('Secret', secret, secret?.secretName, path.child('secret')),
    ...(projected?.sources ?? []).flatMap((source, position) => {
      const at = path.child('projected').child('sources').index(position);
      return [
        ...whole('ConfigMap', source.configMap, source.configMap?.name, at.child('configMap')),
        ...whole('Secret', source.secret, source.secret?.name, at.child('secret')),
      ];
    }),
  ]);
}

interface Reference {
  readonly name?: string;
  readonly key?: string;
  readonly optional?: boolean;
}

function one(kind: ConfigReference['kind'], reference: Reference | undefined, path: FieldPath): ConfigReference[] {
  const { key, name = '', optional } = reference ?? {};
  return name === '' || optional === true ? [] : [{ kind, name, ...(key !== undefined && { key }), path }];
}

interface Files {
  readonly items?: readonly { readonly key: string }[];
  readonly optional?: boolean;
}

function whole(
  kind: ConfigReference['kind'],
  files: Files | undefined,
  name: string | undefined,
  path: FieldPath,
): ConfigReference[] {
  const { items = [], optional } = files ?? {};
  if (name === undefined || optional === true) return [];
  if (items.length === 0) return one(kind, { name }, path);
  return items.flatMap(({ key }, position) => one(kind, { name, key }, path.child('items').index(position)));
}
