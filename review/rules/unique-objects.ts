import { FieldPath } from '../../lib/kube/field-path';
import type { Entity } from '../entity';
import type { Severity } from '../finding';
import type { ObjectRule } from '../rule';

/** Of two objects with one name the last that is applied wins. */
export const uniqueObjects: ObjectRule = {
  id: 'unique-objects',
  about: 'object',
  kinds: 'all',
  severity: 'error',
  title: 'An object is written once',
  consequence:
    'Which of them is in the cluster depends on the order in which they are applied, and nobody sees the other.',
  fix: 'Delete one of them, or give it a name of its own.',
  see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#names',
  *check(entity, landscape) {
    const { kind, name } = entity.identity;
    if (name === '' || entity.read('metadata', 'name') === undefined) return;
    const other = landscape.firstOf(entity);
    if (other === undefined || other === entity || groupOf(other) !== groupOf(entity)) return;
    const where = other.source.file === undefined ? '' : ` in \`${other.source.file}\``;
    yield {
      path: FieldPath.of('metadata').child('name'),
      ...severityOf(entity, other),
      found: `There is another ${kind} \`${name}\`${where}.`,
    };
  },
};

function groupOf({ identity }: Entity): string {
  return identity.apiVersion.includes('/') ? identity.apiVersion.replace(/\/.*$/, '') : '';
}

/** Without a namespace, files of one folder may be there to choose from. */
function severityOf(entity: Entity, other: Entity): { readonly severity?: Severity } {
  if (folderOf(other) !== folderOf(entity)) return { severity: 'info' };
  const isApart = other.source.file !== entity.source.file;
  return isApart && entity.identity.namespace === undefined ? { severity: 'warning' } : {};
}

/** Folders may be layers of one another, or different clusters. */
function folderOf({ source }: Entity): string {
  return (source.file ?? '').replace(/[^/]*$/, '');
}
