import { textOf, type Entity } from '../entity';
import type { Landscape } from '../landscape';

/** The objects in the namespace of another from which an operator makes Secrets. */
export function secretMakers(beside: Entity, landscape: Landscape): readonly Entity[] {
  return KINDS.flatMap((kind) => landscape.beside(kind, beside));
}

/** The names of the Secrets that may come of such an object. */
export function secretsMadeBy(maker: Entity): readonly string[] {
  const named = [textOf(maker.read('spec', 'target', 'name')), textOf(maker.read('spec', 'secretName'))];
  return [maker.identity.name, ...named.filter((name) => name !== '')];
}

const KINDS = ['SealedSecret', 'ExternalSecret', 'Certificate', 'OnePasswordItem', 'VaultStaticSecret'];
