/** Annotations of an object. */
export type Annotations = Readonly<Record<string, string>>;

/**
 * The wave in which Argo CD applies an object: lower ones first, 0 without it, and each must be healthy before the next.
 *
 * @throws TypeError where it is no whole number.
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/
 */
export function syncWave(wave: number): Annotations {
  if (!Number.isInteger(wave)) throw new TypeError(`a sync wave is a whole number, and this is ${wave}`);
  return { 'argocd.argoproj.io/sync-wave': String(wave) };
}

/**
 * Keeps an object in the cluster when it leaves the folder, whatever Argo CD and Flux prune otherwise: for what holds
 * data, such as a PersistentVolumeClaim, and what holds everything, such as a Namespace.
 */
export function neverPruned(): Annotations {
  return {
    'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
    'kustomize.toolkit.fluxcd.io/prune': 'disabled',
  };
}
