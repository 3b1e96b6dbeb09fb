import type { Resources } from '../../lib/pod/quantities';

/** A volume with a certificate, its key, and the CA of whoever is on the other side, as cert-manager writes them. */
export interface CertificateFiles<Volume extends string> {
  readonly volume: Volume;
  /** @default 'tls.crt' */
  readonly cert?: string;
  /** @default 'tls.key' */
  readonly key?: string;
  /** @default 'ca.crt' */
  readonly ca?: string;
}

/** Ghostunnel without a shell, by a user of its own. */
export const GHOSTUNNEL_IMAGE = 'ghostunnel/ghostunnel:v1.11.3-distroless';

/** The user that the image has. */
export const GHOSTUNNEL_USER = 65532;

/** What one tunnel needs. */
export const GHOSTUNNEL_RESOURCES: Resources = {
  requests: { cpu: '20m', memory: '24Mi' },
  limits: { memory: '64Mi' },
};

/** A connection that stays open after a stop is cut after these seconds, within the grace period. */
export const TUNNEL_STOPS_WITHIN = 20;

/** Where the certificate is. */
export const CERTIFICATE_PATH = '/etc/mtls';

/**
 * What both directions are told: the files, which are read again every five minutes as Secrets change, how long they may
 * take to stop, and where the kubelet asks.
 */
export function tunnelArgs(
  { cert = 'tls.crt', key = 'tls.key', ca = 'ca.crt' }: CertificateFiles<string>,
  statusPort: number,
): readonly string[] {
  return [
    `--cert=${CERTIFICATE_PATH}/${cert}`,
    `--key=${CERTIFICATE_PATH}/${key}`,
    `--cacert=${CERTIFICATE_PATH}/${ca}`,
    '--timed-reload=5m',
    `--shutdown-timeout=${TUNNEL_STOPS_WITHIN}s`,
    `--status=http://0.0.0.0:${statusPort}`,
  ];
}
