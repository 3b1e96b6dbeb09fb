import { commandLineOf, neverEnds } from '../../lib/kube/command-line';
import type { ReviewedContainer } from '../workload';
import { isServingStore } from './data-directory';
import { isBesideApplications, knownProgramIn } from './known-program';
import { probesOf } from './probes';
import { titleOfPort } from './serving';

/** Why a container does not end when the work of its neighbours is done. */
export interface Stay {
  /** The second half of a sentence about the container. */
  readonly why: string;
  /** Whether its program is known; else its ports and probes speak for it. */
  readonly isCertain: boolean;
}

/** What says that a container goes on until somebody stops it; undefined where nothing does. */
export function stayOf(reviewed: ReviewedContainer): Stay | undefined {
  const { container } = reviewed;
  const line = commandLineOf(container);
  const program = knownProgramIn(container.image);
  if (program?.kind === 'toolbox') return neverEnds(line) ? ENDLESS : undefined;
  if (isBesideApplications(program)) return { why: `runs \`${program?.name ?? ''}\``, isCertain: true };
  if (isServingStore(reviewed)) return { why: `serves as \`${program?.name ?? ''}\``, isCertain: true };
  if (neverEnds(line)) return ENDLESS;
  const [port] = container.ports ?? [];
  const [probe] = probesOf(reviewed);
  const isCalledHelper = HELPER.test(container.name);
  if (port !== undefined && (isCalledHelper || probe !== undefined))
    return { why: `serves on port ${titleOfPort(port)}`, isCertain: isCalledHelper };
  return isCalledHelper && probe !== undefined ? { why: `has a ${probe.name}`, isCertain: true } : undefined;
}

const ENDLESS: Stay = { why: 'has a command without an end', isCertain: true };

/** Names that containers beside the work have. */
const HELPER = /(^|-)(sidecar|ambassador|adapter|proxy|agent|exporter|shipper|forwarder|collector|tunnel)(-|$)/;
