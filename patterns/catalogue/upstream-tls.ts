/** TLS to an upstream: the volume with the certificate of its CA. */
export interface UpstreamTls<Volume extends string> {
  readonly volume: Volume;
  /** The file of the CA on the volume. @default 'ca.crt' */
  readonly ca?: string;
}

/** Where the CA of an upstream is in a container that mounts the volume at the path. */
export function caPath(mountPath: string, { ca = 'ca.crt' }: { readonly ca?: string }): string {
  return `${mountPath}/${ca}`;
}

/** A volume by the path where it is mounted, where there is one. */
export function mountsOf<Volume extends string>(
  mountPath: string,
  volume: Volume | undefined,
): Readonly<Record<string, Volume>> {
  return volume === undefined ? {} : { [mountPath]: volume };
}
