import type { Resources } from '../../lib/pod/quantities';
import type { Duration } from '../duration';
import type { HelperAdded } from '../helper-added';
import { pattern } from '../pattern';
import type { Pattern } from '../pattern';
import { addPoller } from './poller';
import { chosen } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';
import { keepingSecrets } from './secret-volume';

/** Which secrets of a cloud become which files. */
export interface SecretSyncOptions<Name extends string, Volume extends string> extends ReadyMadeOptions<Name> {
  /** The volume for the files: in memory, and mounted read-only by whoever reads them. */
  readonly volume: Volume;
  /** The cloud's store, and where in it. */
  readonly from: SecretStore;
  /** Names in the store by the file that each becomes: `{ 'db.json': 'prod/orders/db' }`. Secrets that are text. */
  readonly secrets: Readonly<Record<string, string>>;
  /** How often they are fetched again; each time is a call that the cloud counts, for each secret and replica. */
  readonly every: Duration;
}

/** A store of secrets that a cloud runs. */
export type SecretStore =
  | { readonly store: 'aws-secrets-manager'; readonly region: string }
  | { readonly store: 'google-secret-manager'; readonly project: string };

/**
 * Fetches secrets from a cloud's store to files in memory, again and again; the application starts when they are there.
 *
 * Neither AWS nor Google publishes an image that does this, so it is their command line in a loop, as the identity that
 * the Pod's service account has in the cloud (EKS Pod Identity, IAM roles for service accounts, GKE workload identity).
 *
 * **Use it** where nothing may be installed in the cluster. **Not** where the Secrets Store CSI driver or the External
 * Secrets Operator runs: they do the same once a node or once a cluster.
 *
 * **Costs** 50m CPU and 128 Mi of memory for each replica with AWS, 256 Mi with Google, and an image of several hundred
 * megabytes.
 *
 * @see https://docs.aws.amazon.com/cli/latest/reference/secretsmanager/get-secret-value.html
 */
export function secretSync<const Volume extends string, const Name extends string = 'secret-sync'>(
  options: SecretSyncOptions<Name, Volume>,
): Pattern<HelperAdded<{ name: Name }>, { readonly volumes: Readonly<Record<Volume, true>> }> {
  const { name = 'secret-sync' as Name, volume, from, secrets, every } = options;
  const { fetch, env, ...own } = from.store === 'aws-secrets-manager' ? aws(from.region) : google(from.project);
  return pattern((pod) =>
    addPoller(keepingSecrets(pod, volume), {
      ...chosen(options, own),
      name,
      volume,
      files: secrets,
      every,
      fetch,
      env,
      scratch: { '/tmp': '16Mi' },
    }),
  );
}

/** As much of the cloud's own command line as a store needs. */
interface Client {
  readonly image: string;
  readonly runAsUser: number;
  readonly resources: Resources;
  readonly env: Readonly<Record<string, string>>;
  readonly fetch: string;
}

function aws(region: string): Client {
  return {
    image: 'amazon/aws-cli:2.22.35',
    runAsUser: 10001,
    resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '256Mi' } },
    env: { AWS_REGION: region, HOME: '/tmp' },
    fetch: 'timeout 30 aws secretsmanager get-secret-value --secret-id "$2" --query SecretString --output text',
  };
}

function google(project: string): Client {
  return {
    image: 'gcr.io/google.com/cloudsdktool/google-cloud-cli:508.0.0-stable',
    runAsUser: 10001,
    resources: { requests: { cpu: '50m', memory: '256Mi' }, limits: { memory: '512Mi' } },
    env: {
      CLOUDSDK_CORE_PROJECT: project,
      CLOUDSDK_CONFIG: '/tmp/gcloud',
      // A log file for each call would fill the scratch space.
      CLOUDSDK_CORE_DISABLE_FILE_LOGGING: 'true',
    },
    fetch: 'timeout 30 gcloud secrets versions access latest --secret "$2"',
  };
}
