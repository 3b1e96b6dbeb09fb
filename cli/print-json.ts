import { identityOf } from '../synth/identity';
import type { LaidOut } from '../synth/layout';
import { manifestsIn } from '../synth/read-yaml';
import type { MadeFile } from './made-files';
import type { OutputFolder } from './output-folder';

/** An object as `podwright synth --json` tells it; `construct` where an App of ours made it. */
type PrintedObject = Partial<LaidOut>;

/** What printing must know beside the files: what a check found, or whether strays were removed. */
export type Outcome = { readonly faults: readonly string[] } | { readonly adopt: boolean };

/** What a run did, or a check found, as one JSON document. */
export function printJson(output: OutputFolder, made: readonly MadeFile[], outcome: Outcome): string {
  const isCheck = 'faults' in outcome;
  const standings = new Map(output.files.map(({ path, standing }) => [path, standing]));
  const files = made.map((file) => {
    const standing = standings.get(file.path) ?? 'missing';
    const status = isCheck || standing === 'unchanged' ? standing : 'written';
    return { path: output.place(file.path), status, objects: objectsIn(file) };
  });
  const gone = (paths: readonly string[], status: string) =>
    paths.map((path) => ({ path: output.place(path), status, objects: [] }));
  const others = [
    ...gone(output.stale, isCheck ? 'stale' : 'removed'),
    ...gone(output.strays, !isCheck && outcome.adopt ? 'removed' : 'stray'),
  ];
  const document = {
    output: output.folder,
    files: [...files, ...others],
    ...(isCheck ? { faults: outcome.faults } : {}),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function objectsIn({ path, text, object }: MadeFile): readonly PrintedObject[] {
  if (object !== undefined) return [object];
  if (!/\.ya?ml$/.test(path)) return [];
  return [...manifestsIn(text)].flatMap((read) => ('value' in read ? [identityOf(read.value)] : []));
}
