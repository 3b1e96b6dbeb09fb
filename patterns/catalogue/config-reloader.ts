import { isRecord } from '../../lib/kube/is-record';
import { httpGet } from '../../lib/pod/probe';
import type { Resources } from '../../lib/pod/quantities';
import { without } from '../../lib/pod/reason';
import type { HelperAdded } from '../helper-added';
import { tryPortNumber } from '../port-of-pod';
import { pattern } from '../pattern';
import type { OpenPod, Pattern } from '../pattern';
import { sidecar } from '../sidecar';
import { chosen, NOBODY } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';

/** What is watched, and who is told. */
export interface ConfigReloaderOptions<
  Name extends string,
  Volume extends string,
  Port extends string,
> extends ReadyMadeOptions<Name> {
  /** The volume with the application's configuration: a ConfigMap or a Secret, mounted as a folder. */
  readonly volume: Volume;
  /** The port of the application, by name, that takes the reload. */
  readonly port: Port;
  /** What is called there by POST. @default '/-/reload' */
  readonly path?: `/${string}`;
}

/**
 * Watches a ConfigMap or Secret and calls the application's reload URL when it has changed, until that succeeds.
 *
 * **Use it** for an application that reloads by HTTP and would drop work in a restart: Prometheus, Alertmanager, Alloy.
 * **Not** for one that watches its files itself, nor where a rollout on change is fine: a name that changes with the
 * content does that. A file that is mounted by `subPath` never changes, so that there is nothing to tell.
 *
 * **Costs** 10m CPU and 24 Mi of memory for each replica.
 *
 * @see https://github.com/prometheus-operator/prometheus-operator/tree/main/cmd/prometheus-config-reloader
 */
export function configReloader<
  const Volume extends string,
  const Port extends string,
  const Name extends string = 'config-reloader',
>(
  options: ConfigReloaderOptions<Name, Volume, Port>,
): Pattern<HelperAdded<{ name: Name; ports: typeof PORTS }>, ReloaderNeeds<Volume, Port>> {
  const {
    name = 'config-reloader',
    volume,
    port,
    path = '/-/reload',
  }: ConfigReloaderOptions<string, string, string> = options;
  return pattern((pod) => {
    const added: OpenPod = sidecar({
      ...chosen(options, { image: IMAGE, resources: RESOURCES, runAsUser: NOBODY }),
      name,
      ifDown: 'freshness',
      args: [
        `--listen-address=0.0.0.0:${PORTS.reloader}`,
        '--watched-dir=/config',
        '--watch-interval=30s',
        `--reload-url=http://127.0.0.1:${String(tryPortNumber(pod, port))}${path}`,
      ],
      ports: PORTS,
      startupProbe: without({ because: 'it calls again until the application is there to answer' }),
      livenessProbe: httpGet('/healthz', 'reloader', { periodSeconds: 30 }),
      reads: { '/config': volume },
    })(pod);
    const checked = readsNoNews(pod, volume) ? added.refuse({ ...BY_SUB_PATH, value: volume }) : added;
    return tryPortNumber(pod, port) === undefined ? refusingPort(checked, name, port) : checked;
  });
}

/** What a reloader needs to be there. */
export interface ReloaderNeeds<Volume extends string, Port extends string> {
  readonly volumes: Readonly<Record<Volume, true>>;
  readonly ports: Readonly<Record<Port, true>>;
}

const IMAGE = 'quay.io/prometheus-operator/prometheus-config-reloader:v0.79.2';
const PORTS = { reloader: 9803 } as const;
const RESOURCES: Resources = { requests: { cpu: '10m', memory: '24Mi' }, limits: { memory: '48Mi' } };

/** Whether the volume is mounted, and nowhere as a whole: what is mounted by `subPath` stays as it was at the start. */
function readsNoNews({ model: { containers } }: OpenPod, volume: string): boolean {
  const mounts = containers.flatMap(({ container: { volumeMounts } }): unknown[] =>
    Array.isArray(volumeMounts) ? volumeMounts : [],
  );
  const own = mounts.filter(isRecord).filter((mount) => mount['name'] === volume);
  return own.length > 0 && own.every((mount) => 'subPath' in mount || 'subPathExpr' in mount);
}

const BY_SUB_PATH = {
  code: 'reload-of-sub-path',
  path: 'spec.volumes',
  type: 'Invalid',
  detail: 'is mounted by subPath alone, which never shows a change: mount the whole volume as a folder',
  ours: true,
} as const;

function refusingPort(pod: OpenPod, name: string, port: string): OpenPod {
  const detail = `port "${port}" takes the reload, and no container of this Pod has one of that name`;
  return pod.refuse({ code: 'unknown-port', path: 'args', type: 'NotFound', value: port, detail }, name);
}
