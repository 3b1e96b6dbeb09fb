import type { PodSpec } from '../../kube/api/pod';
import type { Volume } from '../../kube/api/volume';
import { containersOf } from '../../kube/containers';
import { FieldPath } from '../../kube/field-path';
import { tryPodOf } from '../../kube/pod-of';
import { field, listAt } from '../app-pods';
import type { Fields } from '../app-pods';

/** The kinds of objects that others refer to by name. */
export type ReferredKind =
  'ConfigMap' | 'Deployment' | 'PersistentVolumeClaim' | 'Secret' | 'Service' | 'ServiceAccount' | 'StatefulSet';

/** A name by which one object refers to another of its namespace. */
export interface Reference {
  readonly kind: ReferredKind;
  readonly name: string;
  /** Where the name stands. */
  readonly path: FieldPath;
  /** Whether it may be missing. */
  readonly optional: boolean;
  /** The key of a ConfigMap or Secret that is asked for. */
  readonly key?: { readonly name: string; readonly path: FieldPath };
  /** The port of a Service that is asked for, by number or name. */
  readonly port?: { readonly value: string | number; readonly path: FieldPath };
}

/** All references of an object, its Pod's among them. */
export function referencesIn(object: Fields): readonly Reference[] {
  const pod = tryPodOf(object);
  if (pod?.spec !== undefined) return referencesOfPod(pod.spec, pod.path.child('spec'));
  if (object['kind'] === 'Ingress') return referencesOfIngress(object);
  return object['kind'] === 'HorizontalPodAutoscaler' ? referencesOfAutoscaler(object) : [];
}

function referencesOfPod(spec: PodSpec, path: FieldPath): readonly Reference[] {
  const { serviceAccountName, imagePullSecrets = [], volumes = [] } = spec;
  const found = [...named('ServiceAccount', serviceAccountName, path.child('serviceAccountName'))];
  imagePullSecrets.forEach(({ name }, at) => {
    found.push(...named('Secret', name, path.child('imagePullSecrets').index(at).child('name')));
  });
  volumes.forEach((volume, at) => {
    found.push(...referencesOfVolume(volume, path.child('volumes').index(at)));
  });
  for (const { container, path: place } of containersOf(spec, path)) {
    container.env?.forEach(({ valueFrom }, at) => {
      if (valueFrom !== undefined)
        found.push(...ofVariable(valueFrom, place.child('env').index(at).child('valueFrom')));
    });
    container.envFrom?.forEach(({ configMapRef, secretRef }, at) => {
      const entry = place.child('envFrom').index(at);
      found.push(...ofObject('ConfigMap', configMapRef, entry.child('configMapRef')));
      found.push(...ofObject('Secret', secretRef, entry.child('secretRef')));
    });
  }
  return found;
}

function ofVariable(valueFrom: { readonly configMapKeyRef?: Keyed; readonly secretKeyRef?: Keyed }, path: FieldPath) {
  return [
    ...ofKey('ConfigMap', valueFrom.configMapKeyRef, path.child('configMapKeyRef')),
    ...ofKey('Secret', valueFrom.secretKeyRef, path.child('secretKeyRef')),
  ];
}

interface Keyed extends ReferredTo {
  readonly key: string;
}

interface ReferredTo {
  readonly name?: string;
  readonly optional?: boolean;
}

interface Files extends ReferredTo {
  readonly items?: readonly { readonly key: string }[];
}

function referencesOfVolume(volume: Volume, path: FieldPath): readonly Reference[] {
  const { configMap, secret, persistentVolumeClaim, projected } = volume;
  if ((configMap ?? secret ?? persistentVolumeClaim ?? projected) === undefined) return [];
  const claim = path.child('persistentVolumeClaim').child('claimName');
  const sources = projected?.sources ?? [];
  return [
    ...ofFiles('ConfigMap', configMap, path.child('configMap')),
    ...ofFiles('Secret', secret && { ...secret, name: secret.secretName ?? '' }, path.child('secret'), 'secretName'),
    ...named('PersistentVolumeClaim', persistentVolumeClaim?.claimName, claim),
    ...sources.flatMap((source, at) => {
      const entry = path.child('projected').child('sources').index(at);
      return [
        ...ofFiles('ConfigMap', source.configMap, entry.child('configMap')),
        ...ofFiles('Secret', source.secret, entry.child('secret')),
      ];
    }),
  ];
}

function referencesOfIngress(object: Fields): readonly Reference[] {
  const rules = FieldPath.of('spec').child('rules');
  const paths = listAt(object, 'spec', 'rules').flatMap((rule, at) =>
    listAt(rule, 'http', 'paths').flatMap((entry, position) => {
      const path = rules.index(at).child('http').child('paths').index(position).child('backend').child('service');
      return ofBackend(field(entry, 'backend', 'service'), path);
    }),
  );
  const fallback = FieldPath.of('spec').child('defaultBackend').child('service');
  return [...ofBackend(field(object, 'spec', 'defaultBackend', 'service'), fallback), ...paths];
}

function ofBackend(service: unknown, path: FieldPath): readonly Reference[] {
  const name = field(service, 'name');
  const [byName, byNumber] = [field(service, 'port', 'name'), field(service, 'port', 'number')];
  const port = byName ?? byNumber;
  const place = path.child('port').child(byName === undefined ? 'number' : 'name');
  return named('Service', name, path.child('name')).map((reference) =>
    typeof port === 'string' || typeof port === 'number'
      ? { ...reference, port: { value: port, path: place } }
      : reference,
  );
}

function referencesOfAutoscaler(object: Fields): readonly Reference[] {
  const target = field(object, 'spec', 'scaleTargetRef');
  const kind = field(target, 'kind');
  if (kind !== 'Deployment' && kind !== 'StatefulSet') return [];
  return named(kind, field(target, 'name'), FieldPath.of('spec').child('scaleTargetRef').child('name'));
}

function ofKey(kind: ReferredKind, reference: Keyed | undefined, path: FieldPath): readonly Reference[] {
  return ofObject(kind, reference, path).map((found) => ({
    ...found,
    ...(reference === undefined ? {} : { key: { name: reference.key, path: path.child('key') } }),
  }));
}

function ofFiles(
  kind: ReferredKind,
  files: Files | undefined,
  path: FieldPath,
  nameField = 'name',
): readonly Reference[] {
  return ofObject(kind, files, path, nameField).flatMap((found) => {
    const items = (files?.items ?? []).map(({ key }, at): Reference => {
      return { ...found, key: { name: key, path: path.child('items').index(at).child('key') } };
    });
    return items.length === 0 ? [found] : items;
  });
}

function ofObject(kind: ReferredKind, object: ReferredTo | undefined, path: FieldPath, nameField = 'name') {
  const optional = object?.optional === true;
  return named(kind, object?.name, path.child(nameField)).map((reference) => ({ ...reference, optional }));
}

function named(kind: ReferredKind, name: unknown, path: FieldPath): readonly Reference[] {
  return typeof name === 'string' && name !== '' ? [{ kind, name, path, optional: false }] : [];
}
