import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, watch, type FSWatcher } from 'node:fs';
import { join, resolve, sep } from 'node:path';

/** The changes to a project's files, in bursts. */
export class Changes {
  private readonly watchers = new Map<string, FSWatcher>();
  private readonly contents = new Map<string, string>();
  private changed = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private tell: ((paths: readonly string[]) => void) | undefined;

  /** @param except A folder that is not watched, since we write into it. */
  constructor(
    root: string,
    private readonly except: string,
  ) {
    this.watchTree(resolve(root));
  }

  /** The files of the next burst of changes, those included that came since the last one was asked for. */
  next(): Promise<readonly string[]> {
    return new Promise((tell) => {
      this.tell = tell;
      if (this.changed.size > 0) this.settle();
    });
  }

  /** Watches the folder of a file, too; what is below it is not. */
  watchFolder(folder: string): void {
    if (this.watchers.has(folder)) return;
    try {
      const watcher = watch(folder, (_, name) => {
        if (name !== null) this.notice(join(folder, name), name);
      });
      watcher.on('error', () => {
        this.forget(folder);
      });
      this.watchers.set(folder, watcher);
    } catch {
      // The folder went away between two looks at it.
    }
  }

  close(): void {
    clearTimeout(this.timer);
    for (const folder of [...this.watchers.keys()]) this.forget(folder);
  }

  private forget(folder: string): void {
    this.watchers.get(folder)?.close();
    this.watchers.delete(folder);
  }

  private forgetTree(folder: string): void {
    for (const path of [...this.watchers.keys()]) {
      if (path === folder || path.startsWith(`${folder}${sep}`)) this.forget(path);
    }
  }

  private watchTree(folder: string): void {
    if (folder === resolve(this.except)) return;
    this.watchFolder(folder);
    for (const name of tryFoldersIn(folder)) this.watchTree(join(folder, name));
  }

  private notice(path: string, name: string): void {
    if (isPassedOver(name) || path === resolve(this.except) || this.isSame(path)) return;
    const content = this.contents.get(path);
    // A watcher is of the folder, not of its name: one that is made anew needs new ones.
    if (content === FOLDER || content === GONE) this.forgetTree(path);
    if (content === FOLDER) this.watchTree(path);
    this.changed.add(path);
    this.settle();
  }

  /** Editors touch what they do not change, and an App may write the same text at each run. */
  private isSame(path: string): boolean {
    const before = this.contents.get(path);
    const now = contentOf(path);
    this.contents.set(path, now);
    return before === now && now !== FOLDER;
  }

  /** A save is several changes: the burst is over when there has been silence. */
  private settle(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const { tell, changed } = this;
      if (tell === undefined || changed.size === 0) return;
      this.tell = undefined;
      this.changed = new Set();
      tell([...changed]);
    }, SILENCE);
  }
}

/** In milliseconds. */
const SILENCE = 25;
const FOLDER = 'folder';
const GONE = 'gone';

function contentOf(path: string): string {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EISDIR' ? FOLDER : GONE;
  }
}

/** Packages, what is hidden, what editors leave beside a file that they save, and what programs tell of themselves. */
function isPassedOver(name: string): boolean {
  return (
    name === 'node_modules' ||
    (name.startsWith('.') && !name.startsWith('.env')) ||
    /~$|^4913$|\.(log|tmp|swp)$/.test(name)
  );
}

function tryFoldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory() && !isPassedOver(entry.name)).map(({ name }) => name);
  } catch {
    return [];
  }
}
