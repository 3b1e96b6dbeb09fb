/**
 * What a report must know of a container beside the application: it travels with the Pod as data, and is printed above
 * the container.
 */
export interface Helper {
  /** Which way it works: beside the application, for what leaves it, for what is read of it, or before it starts. */
  readonly pattern: 'sidecar' | 'ambassador' | 'adapter' | 'init';
  /** What is lost while it is down. A failed init container always keeps the application from starting. */
  readonly ifDown?: IfDown;
  /** Where an ambassador leads to, as `host:port`. */
  readonly upstream?: string;
  /** What an adapter reads of the application. */
  readonly source?: string;
  /** The longest that an init container may take, in seconds. */
  readonly withinSeconds?: number;
  /** The names of ports that are for the Pod alone: no Service may lead to them. */
  readonly internalPorts?: readonly string[];
}

/** What is lost while a helper is down: logs and traces, the application itself, or its metrics. */
export type IfDown = 'observability' | 'unavailable' | 'scraping';

/** What a helper is and what its failure means, in one line for the manifest. */
export function helperSentence({ pattern, ifDown, upstream, source, withinSeconds }: Helper): string {
  const kind =
    upstream === undefined ? (source === undefined ? pattern : `adapter of ${source}`) : `ambassador to ${upstream}`;
  if (pattern === 'init') {
    const bound = withinSeconds === undefined ? '' : ` if it is not done within ${withinSeconds} s, or`;
    return `${kind}:${bound} when it fails, the application does not start`;
  }
  return ifDown === undefined ? kind : `${kind}: ${MEANING[ifDown]}`;
}

const MEANING: Readonly<Record<IfDown, string>> = {
  observability: 'while it is down, the application goes on and nobody sees what it collects',
  unavailable: 'while it is down, the application cannot do its work',
  scraping: 'while it is down, the application goes on without metrics',
};
