import type { Problem } from '../lib/kube/problem';
import { PodError } from '../lib/workloads/pod-error';
import type { Refusal } from '../lib/workloads/pod-error';
import { commentsFor } from './comments';
import { headerLines } from './header';
import type { ManifestFile } from './folder-plan';
import type { LaidOut, Layout } from './layout';
import type { CheckedObject } from './objects';
import { TakenPaths } from './taken-paths';
import { printYaml } from './yaml/print';
import { PrintError } from './yaml/print-error';

/** A file with what it holds. */
export interface RenderedFile extends ManifestFile {
  readonly object: LaidOut;
}

/** The file of a checked object. */
export interface ObjectFile extends RenderedFile {
  readonly of: CheckedObject;
}

/**
 * Prints objects as files.
 *
 * @throws PodError where a text cannot be printed, a path leads out of the folder, or two objects share one file.
 */
export function renderFiles(objects: readonly CheckedObject[], layout: Layout): readonly ObjectFile[] {
  const refusals: Refusal[] = [];
  const paths = new TakenPaths();
  const files = objects.map((checked) => {
    const { title, construct } = checked;
    const { text, problems } = tryPrint(checked);
    const object = laidOut(checked);
    const path = layout(object);
    const wrong = [...problems, ...paths.take(path, checked)];
    if (wrong.length > 0) refusals.push({ object: title, construct, problems: wrong, sentences: [] });
    return { path, text, object, of: checked };
  });
  if (refusals.length > 0) throw new PodError(refusals);
  return files;
}

function laidOut({ object, construct, destination: { environment, cluster } }: CheckedObject): LaidOut {
  const { name, namespace } = object['metadata'] as { readonly name: string; readonly namespace?: string };
  const [apiVersion, kind] = [String(object['apiVersion']), String(object['kind'])];
  return { apiVersion, kind, name, namespace, construct, environment, cluster };
}

function tryPrint({ object, notes, construct, promise }: CheckedObject): {
  readonly text: string;
  readonly problems: readonly Problem[];
} {
  try {
    const options = { header: headerLines(construct, promise), comments: commentsFor(object, notes) };
    return { text: printYaml(object, options), problems: [] };
  } catch (error) {
    if (error instanceof PrintError) return { text: '', problems: error.problems };
    throw error;
  }
}
