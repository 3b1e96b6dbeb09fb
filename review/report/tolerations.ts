import type { Toleration } from '../../lib/kube/api/scheduling';
import { code, list, seconds } from './words';

/** The taint that a lost node gets, and how long a Pod stays bound to it; undefined for ever. */
export type LossTaint = 'node.kubernetes.io/not-ready' | 'node.kubernetes.io/unreachable';

/** What the API server lets a Pod wait on a node that is lost, in seconds, where the Pod itself says nothing. */
const DEFAULT_WAIT = 300;

/**
 * How long a Pod stays on a node with the taint before it is evicted, in seconds; undefined where it stays for ever.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#taint-based-evictions
 */
export function secondsOnLostNode(tolerations: readonly Toleration[], taint: LossTaint): number | undefined {
  const concerned = tolerations.filter(
    ({ effect = '', key = '' }) => (key === taint || key === '') && isNoExecute(effect),
  );
  const tolerating = concerned.filter(({ operator = 'Equal', value = '', key = '' }) =>
    operator === 'Exists' ? true : key === taint && value === '',
  );
  if (concerned.length === 0) return DEFAULT_WAIT;
  if (tolerating.length === 0) return 0;
  const waits = tolerating.flatMap(({ tolerationSeconds }) =>
    tolerationSeconds === undefined ? [] : [tolerationSeconds],
  );
  return waits.length === 0 ? undefined : Math.max(Math.min(...waits), 0);
}

/** The taints that a Pod puts up with, in words; undefined where it says nothing of them. */
export function tolerationsText(tolerations: readonly Toleration[]): string | undefined {
  const tolerated = toleratedTaints(tolerations);
  if (tolerated === undefined) return undefined;
  if (toleratesAll(tolerations)) return 'it may run on tainted nodes too: no taint keeps it away';
  return `it tolerates ${tolerated}: nodes with other taints that keep Pods away are closed to it`;
}

/** The taints that keep Pods away and not this one, in words; undefined where there are none. */
export function toleratedTaints(tolerations: readonly Toleration[]): string | undefined {
  const hard = tolerations.filter(({ effect }) => effect !== 'PreferNoSchedule');
  return hard.length === 0 ? undefined : list([...new Set(hard.map(tolerationText))]);
}

/** Whether no taint keeps the Pod away, whether one toleration says so or one for each effect that does. */
export function toleratesAll(tolerations: readonly Toleration[]): boolean {
  const effects = tolerations
    .filter(({ key, operator, tolerationSeconds }) => !key && operator === 'Exists' && tolerationSeconds === undefined)
    .map(({ effect = '' }) => effect);
  return effects.includes('') || (effects.includes('NoSchedule') && effects.includes('NoExecute'));
}

function tolerationText(toleration: Toleration): string {
  const { effect, key = '', operator = 'Equal', tolerationSeconds, value = '' } = toleration;
  const length = tolerationSeconds === undefined ? '' : ` for ${seconds(tolerationSeconds)}`;
  if (key === '') return `every taint${effect ? ` with ${code(effect)}` : ''}${length}`;
  const compared = operator === 'Gt' || operator === 'Lt' ? `${key} ${operator} ${value}` : `${key}=${value}`;
  const taint = operator === 'Exists' ? key : compared;
  return `${code(effect ? `${taint}:${effect}` : taint)}${operator === 'Exists' ? ' (any value)' : ''}${length}`;
}

function isNoExecute(effect: string): boolean {
  return effect === '' || effect === 'NoExecute';
}
