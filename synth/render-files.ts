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

/** The file of one object. */
export interface RenderedFile extends ManifestFile {
  readonly object: LaidOut;
}

/**
 * Prints objects as files.
 *
 * @throws PodError where a text cannot be printed, a path leads out of the folder, or two objects share one file.
 */
export function renderFiles(objects: readonly CheckedObject[], layout: Layout): readonly RenderedFile[] {
  const refusals: Refusal[] = [];
  const paths = new TakenPaths();
  const files = objects.map((checked) => {
    const { title, construct } = checked;
    const { text, problems } = tryPrint(checked);
    const object = laidOut(checked);
    const path = layout(object);
    const wrong = [...problems, ...paths.take(path, checked)];
    if (wrong.length > 0) refusals.push({ object: title, construct, problems: wrong, sentences: [] });
    return { path, text, object };
  });
  if (refusals.length > 0) throw new PodError(refusals);
  return files;
}

function laidOut({ object, construct }: CheckedObject): LaidOut {
  const { name, namespace } = object['metadata'] as { readonly name: string; readonly namespace?: string };
  return { apiVersion: String(object['apiVersion']), kind: String(object['kind']), name, namespace, construct };
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
