import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isRecordName } from './record';

/**
 * The name under which a project's Apps record what they wrote: that of the nearest `package.json`, from the current
 * folder upwards, with what a file name cannot hold as `-`; `app` where there is none.
 */
export function projectName(from = process.cwd()): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const name = tryPackageName(join(folder, 'package.json'));
    if (name !== undefined) return asRecordName(name);
    if (folder === dirname(folder)) return UNNAMED;
  }
}

const UNNAMED = 'app';

/** The name in a package.json, empty where it has none; undefined where there is no such file. */
function tryPackageName(path: string): string | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const { name } = JSON.parse(text) as { readonly name?: unknown };
    return typeof name === 'string' ? name : '';
  } catch {
    return '';
  }
}

/** `acme-shop` for `@acme/shop`. */
function asRecordName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^-._a-z0-9]+/g, '-')
    .replace(/^[-._]+/, '')
    .slice(0, 63)
    .replace(/[-._]+$/, '');
  return isRecordName(plain) ? plain : UNNAMED;
}
