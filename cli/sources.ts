import type { Source } from '../review';
import { isForeign } from './document-verdict';
import { readFiles, sayLost, type ReadFile } from './documents';
import { placed } from './placed';
import { Progress } from './progress';

/** Every object that the paths hold; not the whole of it where a path cannot be had. */
export async function readSources(
  paths: readonly string[],
  purpose: string,
): Promise<{ readonly sources: readonly Source[]; readonly isWhole: boolean }> {
  const sources: Source[] = [];
  const progress = new Progress();
  let isWhole = true;
  for await (const file of readFiles(paths, purpose, { beside: true })) {
    if ('reason' in file) {
      isWhole = false;
      progress.clear();
      sayLost(file);
    } else {
      for (const source of sourcesIn(file)) {
        sources.push(source);
        progress.show(() => `${sources.length} objects read: ${file.name}`);
      }
    }
  }
  progress.clear();
  return { sources: placed(sources), isWhole };
}

/** The objects of a file as the review takes them. */
export function* sourcesIn({ name: file, isNamed, documents }: ReadFile): Generator<Source> {
  for (const document of documents) {
    const { line } = document;
    if ('message' in document) yield { object: undefined, unreadable: document.message, file, line };
    else if (isNamed || !isForeign(document.value)) {
      const { value: object, beside } = document;
      const construct = beside?.construct;
      yield {
        object,
        file,
        line,
        ...(beside !== undefined && { lineOf: (path: string) => beside.lineOf(path), remarks: beside.remarks }),
        ...(construct !== undefined && { construct }),
      };
    }
  }
}
