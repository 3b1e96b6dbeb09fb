import { isRecord } from '../lib/kube/is-record';
import { ENVIRONMENT_LABEL } from '../lib/workloads/environment';
import type { Source } from '../review';

/**
 * Says of each object that stands in the folder of an environment, or of a cluster of it, that it goes there: those
 * folders hold objects of the same names, which never meet. Whose folder it is, the objects that we wrote into it tell.
 */
export function placed(sources: readonly Source[]): readonly Source[] {
  const destinations = new Map<string, string>();
  for (const source of sources) {
    const destination = tryDestination(source);
    if (destination !== undefined) destinations.set(destination.folder, destination.name);
  }
  return sources.map((source) => {
    const folder = stepsTo(source);
    for (let depth = folder.length; depth > 0; depth -= 1) {
      const destination = destinations.get(folder.slice(0, depth).join('/'));
      if (destination !== undefined) return { ...source, destination };
    }
    return source;
  });
}

/** The folder of the environment whose label an object of ours has, or of the cluster whose construct made it. */
function tryDestination(source: Source): { readonly folder: string; readonly name: string } | undefined {
  const { environment, namespace } = labelled(source.object);
  if (source.construct === undefined || typeof environment !== 'string') return undefined;
  const steps = stepsTo(source);
  const constructs = source.construct.split('/');
  const at = steps.indexOf(environment);
  if (at < 0 || !constructs.includes(environment)) return undefined;
  const inner = steps[at + 1];
  const isNamespace = at + 2 === steps.length && inner === namespace;
  const isCluster = inner !== undefined && !isNamespace && inner === constructs[constructs.indexOf(environment) + 1];
  const end = isCluster ? at + 2 : at + 1;
  return { folder: steps.slice(0, end).join('/'), name: steps.slice(at, end).join('/') };
}

function labelled(object: unknown): { readonly environment?: unknown; readonly namespace?: unknown } {
  const metadata = isRecord(object) && isRecord(object['metadata']) ? object['metadata'] : {};
  const labels = isRecord(metadata['labels']) ? metadata['labels'] : {};
  return { environment: labels[ENVIRONMENT_LABEL], namespace: metadata['namespace'] };
}

function stepsTo({ file = '' }: Source): readonly string[] {
  return file.split(/[\\/]/).slice(0, -1);
}
