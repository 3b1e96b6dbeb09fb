import { httpGet, tcpSocket } from '../../lib/pod/probe';
import type { HelperAdded } from '../helper-added';
import { pattern } from '../pattern';
import type { Pattern } from '../pattern';
import { tryPortNumber } from '../port-of-pod';
import { addSidecar } from '../sidecar';
import {
  CERTIFICATE_PATH,
  GHOSTUNNEL_IMAGE,
  GHOSTUNNEL_RESOURCES,
  GHOSTUNNEL_USER,
  TUNNEL_STOPS_WITHIN,
  tunnelArgs,
} from './ghostunnel';
import type { CertificateFiles } from './ghostunnel';
import { chosen } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';

/** Before which port mutual TLS ends, by which certificate, and who may come. */
export interface MtlsProxyOptions<
  Name extends string,
  Port extends string,
  Volume extends string,
  Serves extends Readonly<Record<string, number>>,
> extends ReadyMadeOptions<Name> {
  /** The application's port, by name. No Service may lead there any longer. */
  readonly port: Port;
  /** The server's certificate and key, and the CA of the clients. */
  readonly certificate: CertificateFiles<Volume>;
  /** Which clients may come, by what stands in their certificates; one that matches is enough. */
  readonly allow: AllowedClients;
  /** The port that a Service leads to instead, by name. @default `{ mtls: 8443 }` */
  readonly serves?: Serves;
}

/** Whom the holder of a certificate of the CA must be. */
export type AllowedClients =
  | { readonly dns: readonly [string, ...string[]] }
  /** With `*` and `**`: `spiffe://example.com/ns/shop/**`. */
  | { readonly uri: readonly [string, ...string[]] }
  | { readonly commonName: readonly [string, ...string[]] }
  /** Whoever has a certificate of the CA. */
  | 'anyone';

/**
 * Ends mutual TLS before an application that speaks none: Ghostunnel checks who comes by their certificate, and passes
 * plain bytes on over the loopback. It reads renewed certificates without a restart.
 *
 * **Use it** for an application that cannot speak TLS or check clients, where there is no mesh. **Not** beside a mesh,
 * which does the same for every Pod; and not where the application must know who comes: it is told nothing of them.
 *
 * Ghostunnel rather than Envoy: flags instead of a configuration, certificates read again from files alone, and no way to
 * lead anywhere but to localhost.
 *
 * **Costs** 20m CPU and 24 Mi of memory for each replica; more where many connections are opened at once.
 *
 * @see https://ghostunnel.dev/docs/
 */
export function mtlsProxy<
  const Port extends string,
  const Volume extends string,
  const Serves extends Readonly<Record<string, number>> = typeof SERVES,
  const Name extends string = 'mtls-proxy',
>(
  options: MtlsProxyOptions<Name, Port, Volume, Serves>,
): Pattern<
  HelperAdded<{ name: Name; ports: Serves & typeof STATUS; hidden: Port; ready: true }>,
  { readonly volumes: Readonly<Record<Volume, true>>; readonly ports: Readonly<Record<Port, true>> }
> {
  const { port, certificate, allow } = options;
  const serves: Readonly<Record<string, number>> = options.serves ?? SERVES;
  const [[servedName, servedPort] = ['', 0]] = Object.entries(serves);
  const ports: Readonly<Record<string, number>> = { ...serves, ...STATUS };
  return pattern((pod) =>
    addSidecar(pod, {
      ...chosen(options, { image: GHOSTUNNEL_IMAGE, resources: GHOSTUNNEL_RESOURCES, runAsUser: GHOSTUNNEL_USER }),
      name: options.name ?? 'mtls-proxy',
      ifDown: 'unavailable',
      fronts: port,
      ports,
      args: [
        'server',
        `--listen=0.0.0.0:${servedPort}`,
        `--target=127.0.0.1:${String(tryPortNumber(pod, port))}`,
        ...tunnelArgs(certificate, STATUS['mtls-status']),
        ...allowing(allow),
      ],
      startupProbe: tcpSocket(servedName, { periodSeconds: 1, failureThreshold: 30 }),
      readinessProbe: httpGet('/_status', 'mtls-status', { periodSeconds: 10 }),
      terminationSeconds: TUNNEL_STOPS_WITHIN,
      reads: { [CERTIFICATE_PATH]: certificate.volume },
    }),
  );
}

const SERVES = { mtls: 8443 } as const;
const STATUS = { 'mtls-status': 6060 } as const;

function allowing(allow: AllowedClients): readonly string[] {
  if (allow === 'anyone') return ['--allow-all'];
  if ('dns' in allow) return allow.dns.map((name) => `--allow-dns=${name}`);
  if ('uri' in allow) return allow.uri.map((uri) => `--allow-uri=${uri}`);
  return allow.commonName.map((name) => `--allow-cn=${name}`);
}
