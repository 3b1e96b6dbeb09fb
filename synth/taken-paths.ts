import { FieldPath } from '../lib/kube/field-path';
import type { Problem } from '../lib/kube/problem';
import { ProblemList } from '../lib/kube/problem-list';
import { foldersOf, isInsideFolder } from './inside-folder';
import type { CheckedObject } from './objects';
import { RESERVED } from './record';

/** The paths that a layout has given away: each inside the output folder, none twice, none a folder of another. */
export class TakenPaths {
  // Some file systems do not tell upper case from lower, nor one way to write an accent from another: no two paths may
  // differ in that alone.
  readonly #files = new Map<string, CheckedObject>();
  readonly #folders = new Map<string, CheckedObject>();

  /** Gives a path to an object, and says what is wrong with it. */
  take(path: unknown, object: CheckedObject): readonly Problem[] {
    if (typeof path !== 'string' || !isInsideFolder(path)) return outside(path);
    const lower = path.normalize('NFC').toLowerCase();
    const folders = foldersOf(lower);
    const other = this.#files.get(lower) ?? this.#folders.get(lower) ?? first(folders, this.#files);
    this.#files.set(lower, object);
    for (const folder of folders) this.#folders.set(folder, object);
    return other === undefined && !path.startsWith(RESERVED) && !isTooLong(path) ? NONE : inside(path, other);
  }
}

const NONE: readonly Problem[] = [];
const NAME = FieldPath.of('metadata').child('name');

function outside(path: unknown): readonly Problem[] {
  const list = new ProblemList();
  const detail = 'the layout must give a path inside the output folder, such as shop/app.yaml';
  list.invalid('path-outside-output', NAME, path, detail);
  return list.problems;
}

/** What is wrong with a path in the output folder, where another object may have it. */
function inside(path: string, other: CheckedObject | undefined): readonly Problem[] {
  const list = new ProblemList();
  if (path.startsWith(RESERVED)) {
    list.invalid('reserved-path', NAME, path, `names that begin with ${RESERVED} are kept for records`);
  }
  if (isTooLong(path)) {
    const detail = `a file system takes no name of more than ${LONGEST_NAME} bytes: give the App a layout that makes it shorter`;
    list.invalid('path-too-long', NAME, path, detail);
  }
  if (other !== undefined) {
    const detail = `the layout gives ${other.title} (construct ${other.construct}) the same path, or one that needs a folder there: one would be lost`;
    list.duplicate('duplicate-path', NAME, path, detail);
  }
  return list.problems;
}

/** What Linux, macOS and Windows take for the name of one file or folder, in bytes of UTF-8. */
const LONGEST_NAME = 255;

function isTooLong(path: string): boolean {
  const mayBe = path.length * WIDEST_UNIT > LONGEST_NAME;
  return mayBe && path.split('/').some((step) => Buffer.byteLength(step) > LONGEST_NAME);
}

/** No unit of a string takes more bytes. */
const WIDEST_UNIT = 3;

function first<T>(keys: readonly string[], map: ReadonlyMap<string, T>): T | undefined {
  return keys.map((key) => map.get(key)).find((value) => value !== undefined);
}
