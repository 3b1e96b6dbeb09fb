import { titleOf, type Entity, type Identity } from '../entity';
import { code, sentence } from '../report/words';
import type { Mismatch } from './mismatch';
import type { Stranger } from './ownership';

/** An object that Git has and the cluster does not. A Job that is removed after its end may have ended. */
export function missing(entity: Entity): Mismatch {
  const { identity } = entity;
  const isRemoved = identity.kind === 'Job' && entity.read('spec', 'ttlSecondsAfterFinished') !== undefined;
  const text = `Git has ${identity.kind} ${code(identity.name)}, and the list of the cluster does not`;
  const why = isRemoved ? ': it is removed some time after its end, and may have ended' : '';
  return { severity: isRemoved ? 'info' : 'error', topic: 'missing', object: identity, sentence: sentence(text + why) };
}

/** Two manifests of one object: nobody can tell which of them is meant. */
export function ambiguous(entity: Entity, first: Entity): Mismatch {
  const places = [first, entity].map(({ source }) => code(source.file ?? 'one manifest'));
  const text = `${places.join(' and ')} both describe ${titleOf(entity.identity)}: name the folder of one environment`;
  return { severity: 'error', topic: 'ambiguous', object: entity.identity, sentence: sentence(text) };
}

/** What runs beside the objects of Git; whose it is, only people know. */
export function unknown({ apiVersion, isNamedOnly, kind, name, namespace }: Stranger): Mismatch {
  const object: Identity = { apiVersion, kind, namespace, name };
  const from = isNamedOnly ? ', which is named by what belongs to it,' : '';
  const text = `${titleOf(object)}${from} runs in a namespace of these manifests, and they do not have it: somebody else may answer for it`;
  return { severity: 'info', topic: 'unknown', object, sentence: sentence(text) };
}
