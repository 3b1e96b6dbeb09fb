import { groupedBy } from '../../lib/kube/groups';
import type { ObjectDiff } from '../diff';

/** A change that is told once, and the files that it is made in. */
export interface ToldChange {
  readonly object: ObjectDiff;
  /** None where the object stands in no file. */
  readonly places: readonly { readonly file: string; readonly line?: number }[];
}

/**
 * The changes, those told together that say the same of objects of one name, as where one reaches forty clusters. An
 * object that stands in no file is told by itself.
 */
export function togetherTold(objects: readonly ObjectDiff[]): readonly ToldChange[] {
  const groups = groupedBy(objects.entries(), ([position, object]) =>
    object.file === undefined ? position : whatIsSaid(object),
  );
  return [...groups.values()].flatMap((group) => {
    const [object] = group.map(([, each]) => each);
    return object === undefined ? [] : [{ object, places: group.flatMap(([, each]) => placeOf(each) ?? []) }];
  });
}

function placeOf({ file, line }: ObjectDiff): ToldChange['places'][number] | undefined {
  return file === undefined ? undefined : { file, ...(line !== undefined && { line }) };
}

function whatIsSaid({ change, object, was, consequences, fields }: ObjectDiff): string {
  return JSON.stringify([change, object, was, consequences, fields], (_, value: unknown) =>
    typeof value === 'bigint' ? `${value} as a large number` : value,
  );
}
