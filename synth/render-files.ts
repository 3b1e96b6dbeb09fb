import type { Problem } from '../lib/kube/problem';
import { PodError } from '../lib/workloads/pod-error';
import type { Refusal } from '../lib/workloads/pod-error';
import { commentsFor } from './comments';
import { headerLines } from './header';
import type { Layout } from './layout';
import type { CheckedObject } from './objects';
import type { ManifestFile } from './write';
import { printYaml } from './yaml/print';
import { PrintError } from './yaml/print-error';

/**
 * Prints objects as files.
 *
 * @throws PodError where a text cannot be printed, a path leads out of the folder, or two objects share one file.
 */
export function renderFiles(objects: readonly CheckedObject[], layout: Layout): readonly ManifestFile[] {
  const refusals: Refusal[] = [];
  const taken = new Map<string, CheckedObject>();
  const files = objects.map((checked) => {
    const { title, construct } = checked;
    const { text, problems } = tryPrint(checked);
    const path = layout(laidOut(checked));
    // Some file systems do not tell upper case from lower.
    const wrong = [...problems, ...pathProblems(path, taken.get(path.toLowerCase()))];
    if (wrong.length > 0) refusals.push({ object: title, construct, problems: wrong, sentences: [] });
    taken.set(path.toLowerCase(), checked);
    return { path, text };
  });
  if (refusals.length > 0) throw new PodError(refusals);
  return files;
}

function laidOut({ object, construct }: CheckedObject): Parameters<Layout>[0] {
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

function pathProblems(path: string, other: CheckedObject | undefined): Problem[] {
  const problems: Problem[] = [];
  const say = (code: string, type: Problem['type'], detail: string) =>
    problems.push({ code, path: 'metadata.name', type, value: path, detail });
  if (!/^[^/\\]/.test(path) || path.split(/[/\\]/).some((step) => step === '..' || step === '.' || step === '')) {
    say(
      'path-outside-output',
      'Invalid',
      'the layout must give a path inside the output folder, such as shop/app.yaml',
    );
  }
  if (other !== undefined) {
    const detail = `the layout gives ${other.title} (construct ${other.construct}) the same file: one would be lost`;
    say('duplicate-path', 'Duplicate', detail);
  }
  return problems;
}
