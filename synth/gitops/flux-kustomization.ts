import type { Construct } from 'constructs';
import { CustomResource } from './custom-resource';
import type { GitOpsMetadata } from './custom-resource';
import type { Shape } from './shape';

/** Which folder Flux applies, how often, and what it does with what leaves it. */
export interface FluxKustomizationSpec {
  /** Where the repository is fetched. */
  readonly sourceRef: {
    readonly kind: 'GitRepository' | 'OCIRepository' | 'Bucket';
    readonly name: string;
    readonly namespace?: string;
  };
  /** The folder with the manifests, from the root of the repository: `dist/prod/eu-1`. */
  readonly path: string;
  /** How often the cluster is compared with the folder, and what was changed by hand is changed back: `10m`. */
  readonly interval: string;
  /** Whether what left the folder is deleted from the cluster. */
  readonly prune: boolean;
  /** Whether it counts as done only when everything that was applied is healthy; what depends on it waits for that. */
  readonly wait?: boolean;
  /** How long applying and waiting may take. @default the interval */
  readonly timeout?: string;
  /** How soon a failure is tried again. @default the interval */
  readonly retryInterval?: string;
  /** Kustomizations that must be done before: a CRD before what uses it. */
  readonly dependsOn?: readonly { readonly name: string; readonly namespace?: string }[];
  /** What becomes of everything when this object is deleted. @default `MirrorPrune`: as `prune` says */
  readonly deletionPolicy?: 'MirrorPrune' | 'Delete' | 'WaitForTermination' | 'Orphan';
  /** Whose rights Flux uses. */
  readonly serviceAccountName?: string;
  /** Another cluster than that of Flux. */
  readonly kubeConfig?: { readonly secretRef: { readonly name: string; readonly key?: string } };
  readonly suspend?: boolean;
}

/** A Kustomization of Flux. */
export interface FluxKustomizationProps extends FluxKustomizationSpec {
  readonly metadata?: GitOpsMetadata;
}

/**
 * Keeps a folder of a repository applied to a cluster, by Flux.
 *
 * Flux applies namespaces and custom resource definitions first and everything else together; a stricter order is one of
 * several Kustomizations with `dependsOn` and `wait`.
 *
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/
 */
export class FluxKustomization extends CustomResource<FluxKustomizationSpec> {
  constructor(scope: Construct, id: string, props: FluxKustomizationProps) {
    super(
      scope,
      id,
      { apiVersion: 'kustomize.toolkit.fluxcd.io/v1', kind: 'Kustomization', shape: KUSTOMIZATION },
      props,
    );
  }

  protected override promise({ path, sourceRef, interval, prune }: FluxKustomizationSpec): string {
    const gone = prune ? 'is deleted' : 'stays in the cluster';
    const changed = `what is changed by hand is changed back every ${interval}`;
    return `Applies ${path} of ${sourceRef.kind} ${sourceRef.name}; what leaves the folder ${gone}, ${changed}.`;
  }
}

const REFERENCE: Shape = { fields: { name: 'text', namespace: 'text' }, required: ['name'] };

const KUSTOMIZATION: Shape = {
  fields: {
    sourceRef: {
      fields: { kind: { oneOf: ['GitRepository', 'OCIRepository', 'Bucket'] }, name: 'text', namespace: 'text' },
      required: ['kind', 'name'],
    },
    path: 'path',
    interval: 'duration',
    prune: 'boolean',
    wait: 'boolean',
    timeout: 'duration',
    retryInterval: 'duration',
    dependsOn: { listOf: REFERENCE },
    deletionPolicy: { oneOf: ['MirrorPrune', 'Delete', 'WaitForTermination', 'Orphan'] },
    serviceAccountName: 'text',
    kubeConfig: {
      fields: { secretRef: { fields: { name: 'text', key: 'text' }, required: ['name'] } },
      required: ['secretRef'],
    },
    suspend: 'boolean',
  },
  required: ['sourceRef', 'path', 'interval', 'prune'],
};
