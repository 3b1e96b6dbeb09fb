import type { FieldPath } from '../../lib/kube/field-path';
import { keyOf } from '../../lib/kube/groups';
import type { Entity } from '../entity';
import { configReferencesOf } from '../knowledge/references';
import { secretMakers, secretsMadeBy } from '../knowledge/secret-maker';
import { volumeUses } from '../knowledge/volume-use';
import { spaceOf, type Landscape } from '../landscape';
import type { WorkloadRule } from '../rule';
import type { Workload } from '../workload';

/** What is not here may be in the cluster; where others of its kind are here, a wrong name is more likely. */
export const requireReferencedObjects: WorkloadRule = {
  id: 'require-referenced-objects',
  about: 'workload',
  severity: 'info',
  title: 'What a Pod needs is there',
  consequence: 'Unless the cluster has it, the Pods are not made, or wait without starting.',
  fix: 'Write the name of an object of the same namespace, or make the object.',
  see: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-pods/',
  *check(workload, landscape) {
    const seen = new Set<string>();
    for (const { kind, name, path } of referencesOf(workload)) {
      const others = known(kind, workload.entity, landscape);
      const title = `${kind} \`${name}\``;
      if (others.size === 0 || others.has(name) || seen.has(title)) continue;
      seen.add(title);
      yield { path, found: `There is no ${title} among the others of the namespace.` };
    }
  },
};

interface Reference {
  readonly kind: string;
  readonly name: string;
  readonly path: FieldPath;
}

function referencesOf(workload: Workload): readonly Reference[] {
  const { spec, specPath } = workload;
  const account = spec.serviceAccountName ?? '';
  const claims = volumeUses(workload).flatMap(({ path, volume: { persistentVolumeClaim: claim } }) =>
    claim === undefined
      ? []
      : {
          kind: 'PersistentVolumeClaim',
          name: claim.claimName,
          path: path.child('persistentVolumeClaim').child('claimName'),
        },
  );
  return [
    ...configReferencesOf(workload),
    ...claims,
    ...(account === '' || account === 'default'
      ? []
      : [{ kind: 'ServiceAccount', name: account, path: specPath.child('serviceAccountName') }]),
  ];
}

const KNOWN = new WeakMap<Landscape, Map<string, ReadonlySet<string>>>();

/** The names of a kind in the namespace of an object, with those that others make there. */
function known(kind: string, beside: Entity, landscape: Landscape): ReadonlySet<string> {
  const ofLandscape = KNOWN.get(landscape) ?? new Map<string, ReadonlySet<string>>();
  KNOWN.set(landscape, ofLandscape);
  const key = keyOf(kind, ...spaceOf(beside));
  const names = ofLandscape.get(key) ?? namesOf(kind, beside, landscape);
  ofLandscape.set(key, names);
  return names;
}

function namesOf(kind: string, beside: Entity, landscape: Landscape): ReadonlySet<string> {
  const own = landscape.beside(kind, beside).map(({ identity }) => identity.name);
  if (kind !== 'Secret') return new Set(own);
  const made = secretMakers(beside, landscape).flatMap(secretsMadeBy);
  return new Set([...own, ...made]);
}
