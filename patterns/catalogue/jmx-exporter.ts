import { emptyDir, readOnly } from '../../lib/pod/volume';
import type { Duration } from '../duration';
import { init } from '../init';
import type { InitAdded } from '../init';
import { applicationOf, pattern } from '../pattern';
import type { Pattern } from '../pattern';
import { refusingUnknownPort, tryPortNumber } from '../port-of-pod';
import type { ShareAdded } from '../share';
import { BUSYBOX, chosen, NOBODY, TINY } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';

/** Which JVM is read, where the agent comes from, and what it tells. */
export interface JmxExporterOptions<
  Name extends string,
  Port extends string,
  Application extends string,
> extends ReadyMadeOptions<Name> {
  /** The port for metrics, by name, which the container of the JVM declares: `{ metrics: 9404 }`. */
  readonly port: Port;
  /** The agent's jar: at Maven Central or a mirror of it, and the sum that you have checked. */
  readonly agent: { readonly url: `https://${string}`; readonly sha256: string };
  /** When to give up fetching it: the Pod does not start then. @default '1m' */
  readonly timeout?: Duration;
  /** The agent's configuration, as YAML. @default every bean, under names that the agent makes of it */
  readonly rules?: string;
  /** The variable from which the JVM takes its flags. @default 'JAVA_TOOL_OPTIONS', which every JVM reads */
  readonly variable?: string;
  /** The container of the JVM. @default the application container */
  readonly application?: Application;
}

/**
 * Offers the beans of a JVM as metrics for Prometheus: an init container fetches the JMX Exporter's agent and checks it,
 * and the application's JVM loads it.
 *
 * The agent rather than an exporter of its own: its authors ask for it, nobody publishes an image of either, and a JVM
 * beside the JVM would need 100 Mi and an open RMI port.
 *
 * **Use it** for a Java server whose image you do not build: brokers, databases, products. **Not** for a service of your
 * own, whose metrics belong into it (Micrometer), nor for an image that you build, which can hold the jar; and not where
 * the container runs other Java programs, for probes or by hand, which would all want the same port.
 *
 * **Costs** no container: some 20 to 50 Mi within the application's own memory. But the Pod does not start where the jar
 * cannot be had, so it belongs on a mirror of yours.
 *
 * @see https://prometheus.github.io/jmx_exporter/1.5.0/java-agent/http-mode/
 */
export function jmxExporter<
  const Port extends string,
  const Application extends string = never,
  const Name extends string = 'jmx-exporter',
>(
  options: JmxExporterOptions<Name, Port, Application>,
): Pattern<
  InitAdded<Name, `${Name}-config`> & ShareAdded<Name>,
  { readonly ports: Readonly<Record<Port, true>>; readonly containers: Readonly<Record<Application, string>> }
> {
  const { port, agent, timeout = '1m', rules = '{}', variable = 'JAVA_TOOL_OPTIONS', application } = options;
  const name: string = options.name ?? 'jmx-exporter';
  return pattern((pod) => {
    const jvm = application ?? applicationOf(pod);
    const flag = `-javaagent:${PATH}/agent.jar=${String(tryPortNumber(pod, port))}:${PATH}/config.yaml`;
    const fetched = pod
      .volume(name, emptyDir({ sizeLimit: '16Mi' }), { [jvm]: readOnly(PATH) })
      .extend(jvm, { env: { [variable]: flag } })
      .use(
        init({
          ...chosen(options, { image: BUSYBOX, resources: TINY, runAsUser: NOBODY }),
          name,
          timeout,
          repeatSafe: true,
          command: ['sh', '-c', SCRIPT, agent.url, agent.sha256, PATH, '/config/config.yaml'],
          writes: { [PATH]: name },
          config: { mountPath: '/config', files: { 'config.yaml': rules } },
        }),
      );
    return refusingUnknownPort(fetched, name, 'the agent listens on', port);
  });
}

const PATH = '/jmx-exporter';

/** What is fetched is used only where its sum is right, which is more than a certificate would tell. */
const SCRIPT = `cd "$2" || exit 1
cp "$3" config.yaml || exit 1
until wget -q -T 10 -O agent.jar "$0"; do
  echo "$0 cannot be fetched yet"
  sleep 2
done
echo "$1  agent.jar" | sha256sum -c -
`;
