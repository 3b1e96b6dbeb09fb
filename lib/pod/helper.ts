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
  /** What it keeps is this replica's alone, and may be lost at any time. */
  readonly disposable?: boolean;
  /** What a reviewer should know of it besides, a sentence each. */
  readonly caveats?: readonly string[];
  /** Which port of the application it stands before: traffic is to reach the application through it alone. */
  readonly fronts?: string;
  /** The names of ports, of any container, that are for the Pod alone: no Service may lead to them. */
  readonly internalPorts?: readonly string[];
}

/** What is lost while a helper is down: logs and traces, the application itself, its metrics, or later changes. */
export type IfDown = 'observability' | 'unavailable' | 'scraping' | 'freshness';

/** What a helper is and what its failure means, a line each for the manifest. */
export function helperSentences({ caveats = [], ...helper }: Helper): readonly string[] {
  const lost = helper.disposable === true ? [DISPOSABLE] : [];
  return [`${titleOf(helper)}: ${meaningOf(helper)}`, ...lost, ...caveats];
}

function titleOf({ pattern, upstream, source, fronts }: Helper): string {
  if (fronts !== undefined) return `${pattern} before port ${fronts}`;
  if (upstream !== undefined) return `${pattern} to ${upstream}`;
  return source === undefined ? pattern : `${pattern} of ${source}`;
}

function meaningOf({ pattern, ifDown, withinSeconds }: Helper): string {
  if (pattern !== 'init')
    return ifDown === undefined ? `${BESIDE} the application` : `${WHILE_DOWN}, ${MEANING[ifDown]}`;
  const late = withinSeconds === undefined ? '' : `, or takes more than ${withinSeconds} s`;
  return `${WHEN_FAILED}${late}, the application does not start`;
}

const BESIDE = 'runs beside';
const WHILE_DOWN = 'while it is down';
const WHEN_FAILED = 'when it fails';

/** How the first of these sentences begins, by which it is known in a manifest; the rest may stand on further lines. */
export const BEGINS_HELPER = new RegExp(
  `^(?:sidecar|ambassador|adapter|init)(?: (?:to|of|before) .+?)?: (?:${WHILE_DOWN}|${WHEN_FAILED}|${BESIDE})`,
);

const DISPOSABLE = 'what it keeps is of this replica alone, and is lost with it';

const MEANING: Readonly<Record<IfDown, string>> = {
  observability: 'the application goes on and nobody sees what it collects',
  unavailable: 'the application cannot do its work',
  scraping: 'the application goes on and its metrics are missing',
  freshness: 'the application goes on with what it was given last',
};
