/**
 * How names are resolved in a Pod, beside what `dnsPolicy` gives.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-dns-config
 */
export interface PodDNSConfig {
  /**
   * Addresses of name servers, at most 3.
   *
   * @atomic
   */
  readonly nameservers?: readonly string[];
  /**
   * Domains in which short names are looked for, at most 32.
   *
   * @atomic
   */
  readonly searches?: readonly string[];
  /**
   * Options of the resolver, such as `ndots`.
   *
   * @atomic
   */
  readonly options?: readonly PodDNSConfigOption[];
}

/** One option of the resolver. */
export interface PodDNSConfigOption {
  /** The option. */
  readonly name?: string;
  /** Its value, for options that have one. */
  readonly value?: string;
}

/** One line of `/etc/hosts`. */
export interface HostAlias {
  /** The address. */
  readonly ip: string;
  /**
   * The names that lead to it.
   *
   * @atomic
   */
  readonly hostnames?: readonly string[];
}
