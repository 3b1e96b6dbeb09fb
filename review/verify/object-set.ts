import type { Entity } from '../entity';
import { namespaceOf } from './reading';

/** The API group of an object: empty for the core. Its version does not count. */
export function groupOf({ identity: { apiVersion } }: Entity): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}

/** Objects by what names them on both sides: group, kind, namespace and name. */
export class ObjectSet {
  private readonly byName = new Map<string, Entity>();
  private readonly byKind = new Map<string, Entity>();
  private readonly inNamespace = new Set<string>();
  private readonly kinds = new Set<string>();

  constructor(readonly entities: readonly Entity[]) {
    for (const entity of entities) {
      const { kind, name } = entity.identity;
      const place = keyOf(kind, namespaceOf(entity), name);
      const key = keyOf(groupOf(entity), place);
      if (!this.byName.has(key)) this.byName.set(key, entity);
      if (!this.byKind.has(place)) this.byKind.set(place, entity);
      this.inNamespace.add(namespaceOf(entity));
      this.kinds.add(keyOf(groupOf(entity), kind));
    }
  }

  /** The object that goes by the same names as one of the other side. */
  counterpart(entity: Entity): Entity | undefined {
    const { kind, name } = entity.identity;
    return this.byName.get(keyOf(groupOf(entity), keyOf(kind, namespaceOf(entity), name)));
  }

  /** The object of a kind and name in a namespace. */
  find(kind: string, namespace: string, name: string): Entity | undefined {
    return this.byKind.get(keyOf(kind, namespace, name));
  }

  /** Whether there is any object of the kind of another. */
  hasKindOf(entity: Entity): boolean {
    return this.kinds.has(keyOf(groupOf(entity), entity.identity.kind));
  }

  hasKind(kind: string): boolean {
    return this.entities.some(({ identity }) => identity.kind === kind);
  }

  hasNamespace(namespace: string): boolean {
    return this.inNamespace.has(namespace);
  }
}

/** A null character stands in no name. */
function keyOf(...parts: readonly string[]): string {
  return parts.join('\0');
}
