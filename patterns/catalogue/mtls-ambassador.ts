import { tcpSocket } from '../../lib/pod/probe';
import { addAmbassador } from '../ambassador';
import type { Upstream, Wires } from '../ambassador';
import type { HelperAdded } from '../helper-added';
import { pattern } from '../pattern';
import type { Pattern } from '../pattern';
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

/** Where mutual TLS leads to, by which certificate, and how the application reaches it. */
export interface MtlsAmbassadorOptions<
  Name extends string,
  Listens extends Readonly<Record<string, number>>,
  Volume extends string,
  Application extends string,
> extends ReadyMadeOptions<Name> {
  readonly upstream: Upstream;
  /** The port on localhost, by name: `{ ledger: 8081 }`. */
  readonly listens: Listens;
  /** The application's variables that are to lead to it. */
  readonly wires: Wires;
  /** The container that gets the variables. @default the application container */
  readonly application?: Application;
  /** The client's certificate and key, and the CA of the server. */
  readonly certificate: CertificateFiles<Volume>;
  /** The name in the server's certificate, where it is another. @default the host of the upstream */
  readonly serverName?: string;
}

/**
 * Lets an application talk to localhost where the other side wants a client's certificate: Ghostunnel shows it, checks
 * the server's, and reads both again as they are renewed.
 *
 * **Use it** for an application that cannot show a certificate, or would have to be restarted for a new one. **Not**
 * beside a mesh; and for TLS without a client's certificate, timeouts or retries there is `envoyAmbassador`.
 *
 * **Costs** 20m CPU and 24 Mi of memory for each replica, and a hop on the loopback for each connection.
 *
 * @see https://ghostunnel.dev/docs/
 */
export function mtlsAmbassador<
  const Listens extends Readonly<Record<string, number>>,
  const Volume extends string,
  const Application extends string = never,
  const Name extends string = 'mtls-ambassador',
>(
  options: MtlsAmbassadorOptions<Name, Listens, Volume, Application>,
): Pattern<
  HelperAdded<{ name: Name; ports: typeof STATUS; internal: Listens }>,
  { readonly volumes: Readonly<Record<Volume, true>>; readonly containers: Readonly<Record<Application, string>> }
> {
  const { upstream, wires, application, certificate, serverName } = options;
  const listens: Readonly<Record<string, number>> = options.listens;
  return pattern((pod) =>
    addAmbassador(pod, {
      ...chosen(options, { image: GHOSTUNNEL_IMAGE, resources: GHOSTUNNEL_RESOURCES, runAsUser: GHOSTUNNEL_USER }),
      name: options.name ?? 'mtls-ambassador',
      upstream,
      listens,
      ports: STATUS,
      wires,
      ...(application === undefined ? {} : { application }),
      args: [
        'client',
        `--listen=127.0.0.1:${Object.values(listens)[0] ?? 0}`,
        `--target=${upstream}`,
        ...(serverName === undefined ? [] : [`--override-server-name=${serverName}`]),
        ...tunnelArgs(certificate, STATUS['tunnel-status']),
      ],
      startupProbe: tcpSocket('tunnel-status', { periodSeconds: 1, failureThreshold: 30 }),
      terminationSeconds: TUNNEL_STOPS_WITHIN,
      reads: { [CERTIFICATE_PATH]: certificate.volume },
    }),
  );
}

const STATUS = { 'tunnel-status': 6061 } as const;
