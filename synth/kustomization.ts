import { FieldPath } from '../lib/kube/field-path';
import { addTo } from '../lib/kube/groups';
import { ProblemList } from '../lib/kube/problem-list';
import { folderOf } from '../lib/workloads/environment';
import { PodError } from '../lib/workloads/pod-error';
import type { Refusal } from '../lib/workloads/pod-error';
import { headerLines } from './header';
import type { CheckedObject } from './objects';
import type { ObjectFile, RenderedFile } from './render-files';
import { printYaml } from './yaml/print';

/**
 * A `kustomization.yaml` for each folder that is applied as a whole: the output folder, an environment, a cluster. It
 * lists the files in the order given, which kustomize keeps.
 *
 * @throws PodError where a layout puts an object elsewhere, since kustomize loads nothing from outside of its folder, or
 *   into the very file.
 * @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/sortoptions
 */
export function kustomizations(files: readonly ObjectFile[]): readonly RenderedFile[] {
  const folders = new Map<string, string[]>();
  const refusals: Refusal[] = [];
  for (const { path, of } of files) {
    const folder = folderOf(of.destination);
    const resource = tryInside(folder, path);
    if (resource === undefined || resource === FILE) refusals.push(misplaced(of, path, folder));
    else addTo(folders, folder, resource);
  }
  if (refusals.length > 0) throw new PodError(refusals);
  return [...folders].map(([folder, resources]) => ({
    path: folder === '' ? FILE : `${folder}/${FILE}`,
    object: { ...KUSTOMIZATION, name: 'kustomization', namespace: undefined, construct: folder, ...NOWHERE },
    text: printYaml(
      {
        ...KUSTOMIZATION,
        sortOptions: { order: 'fifo' },
        resources,
      },
      {
        header: headerLines(folder === '' ? 'App' : folder, 'Lists its files in the order in which they are applied.'),
      },
    ),
  }));
}

const FILE = 'kustomization.yaml';
const NOWHERE = { environment: undefined, cluster: undefined };
const KUSTOMIZATION = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' };

/** Whether something is for kustomize, and nothing that an API server would take. */
export function isKustomization({ apiVersion }: { readonly apiVersion: string }): boolean {
  return apiVersion === KUSTOMIZATION.apiVersion;
}

/** The path from the folder, or undefined where it does not lead into it. */
function tryInside(folder: string, path: string): string | undefined {
  if (folder === '') return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

function misplaced({ title, construct }: CheckedObject, path: string, folder: string): Refusal {
  const list = new ProblemList();
  const where = folder === '' ? 'the output folder' : `folder ${folder}`;
  const detail = `the ${FILE} of ${where} lists this object, whose file must be another one in that folder`;
  list.invalid('kustomization-path', FieldPath.of('metadata').child('name'), path, detail, { ours: true });
  return { object: title, construct, problems: list.problems, sentences: [] };
}
