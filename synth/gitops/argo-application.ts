import type { Construct } from 'constructs';
import { FieldPath } from '../../lib/kube/field-path';
import type { ProblemList } from '../../lib/kube/problem-list';
import { CustomResource } from './custom-resource';
import type { GitOpsMetadata } from './custom-resource';
import type { Shape } from './shape';

/** What Argo CD does by itself when the repository or the cluster changes. */
export interface ArgoAutomated {
  /** Whether what left the repository is deleted from the cluster. Argo CD's default is to leave it there. */
  readonly prune: boolean;
  /** Whether what somebody changed in the cluster is changed back. Argo CD's default is to show it as out of sync. */
  readonly selfHeal: boolean;
  /** Whether a folder without any object may delete everything. Argo CD's default, and the safe side, is no. */
  readonly allowEmpty?: boolean;
}

/** How an Application follows its folder. */
export interface ArgoSyncPolicy {
  /** Left out, somebody presses the button. */
  readonly automated?: ArgoAutomated;
  /** `CreateNamespace=true`, `ServerSideApply=true`, `PruneLast=true`. */
  readonly syncOptions?: readonly string[];
  readonly retry?: {
    readonly limit: number;
    readonly backoff?: { readonly duration: string; readonly factor?: number; readonly maxDuration?: string };
  };
}

/** Which folder goes where. */
export interface ArgoApplicationSpec {
  /** The project whose rules hold; `default` allows everything. */
  readonly project: string;
  readonly source: {
    readonly repoURL: string;
    /** The folder with the manifests, from the root of the repository: `dist/prod/eu-1`. */
    readonly path: string;
    /** A branch, a tag or a commit. */
    readonly targetRevision: string;
    /**
     * How the files are found in a folder without `kustomization.yaml`: only right in it, or below it, too, where most
     * layouts put them. With one, Argo CD refuses this field.
     *
     * @default only right in the folder
     * @see https://argo-cd.readthedocs.io/en/stable/user-guide/directory/
     */
    readonly directory?: { readonly recurse: boolean };
  };
  /** The cluster, by its name in Argo CD or by its address. */
  readonly destination:
    | { readonly name: string; readonly server?: never; readonly namespace?: string }
    | { readonly server: string; readonly name?: never; readonly namespace?: string };
  readonly syncPolicy?: ArgoSyncPolicy;
}

/** An Application of Argo CD. Its chart's namespace is the one that Argo CD watches. */
export interface ArgoApplicationProps extends ArgoApplicationSpec {
  /** With the finalizer `resources-finalizer.argocd.argoproj.io`, whoever deletes it deletes all that it applied. */
  readonly metadata?: GitOpsMetadata;
}

/**
 * Keeps a folder of a repository applied to a cluster, by Argo CD.
 *
 * Within one sync, objects with a lower sync wave are applied first and must be healthy before the next wave begins
 * (`syncWave`); within a wave Argo CD orders by kind. Pruning goes in the opposite order.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#applications
 */
export class ArgoApplication extends CustomResource<ArgoApplicationSpec> {
  constructor(scope: Construct, id: string, props: ArgoApplicationProps) {
    super(scope, id, { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', shape: ARGO_APPLICATION }, props);
  }

  protected override check({ destination }: ArgoApplicationSpec, list: ProblemList): void {
    checkDestination(destination, FieldPath.of('spec').child('destination'), list);
  }

  protected override promise(spec: ArgoApplicationSpec): string {
    const { source, destination } = spec;
    const where = destination.name ?? destination.server;
    const below = source.directory?.recurse === true ? ' with all folders below it' : '';
    return `Applies ${source.path}${below} of ${source.targetRevision} to ${where}; ${syncSentence(spec.syncPolicy)}.`;
  }
}

/** A destination names its cluster in one way. */
export function checkDestination(
  { name, server }: { readonly name?: string; readonly server?: string },
  path: FieldPath,
  list: ProblemList,
): void {
  if ((name === undefined) === (server === undefined)) {
    list.invalid('argo-destination', path, undefined, 'names the cluster either by name or by server');
  }
}

/** What Argo CD does by itself, in words. */
export function syncSentence({ automated }: ArgoSyncPolicy = {}): string {
  if (automated === undefined) return 'somebody starts each sync by hand';
  const gone = automated.prune ? 'is deleted' : 'stays in the cluster';
  const changed = automated.selfHeal ? 'is changed back' : 'is shown';
  return `what leaves the folder ${gone}, what is changed by hand ${changed}`;
}

const AUTOMATED: Shape = {
  fields: { prune: 'boolean', selfHeal: 'boolean', allowEmpty: 'boolean' },
  required: ['prune', 'selfHeal'],
};
const BACKOFF: Shape = {
  fields: { duration: 'duration', factor: 'integer', maxDuration: 'duration' },
  required: ['duration'],
};

/** What may stand in the spec of an Application. */
export const ARGO_APPLICATION: Shape = {
  fields: {
    project: 'text',
    source: {
      fields: {
        repoURL: 'text',
        path: 'path',
        targetRevision: 'text',
        directory: { fields: { recurse: 'boolean' }, required: ['recurse'] },
      },
      required: ['repoURL', 'path', 'targetRevision'],
    },
    destination: { fields: { name: 'text', server: 'text', namespace: 'text' }, required: [] },
    syncPolicy: {
      fields: {
        automated: AUTOMATED,
        syncOptions: 'texts',
        retry: { fields: { limit: 'integer', backoff: BACKOFF }, required: ['limit'] },
      },
      required: [],
    },
  },
  required: ['project', 'source', 'destination'],
};
