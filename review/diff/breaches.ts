import { groupedBy } from '../../lib/kube/groups';
import { evaluatePodSecurity, type PodSecurityViolation, type ViolationPlace } from '../../lib/kube/pod-security';
import { isMap } from '../../lib/kube/schema/walk';
import type { Workload } from '../workload';

/** One thing that keeps a Pod from the level `restricted`, at one place. */
export interface Breach {
  /** What tells it from others of the two versions of a workload, wherever its container or volume stands in its list. */
  readonly key: string;
  /** The control in the words of admission: `host namespaces`. */
  readonly reason: string;
  /** Whose it is: `container "api"`, or the field of the Pod. */
  readonly where: string;
  /** The value at fault, where there may be several at one place: a capability, a port of the node. */
  readonly what?: string;
  readonly container?: string;
}

/** Everything that keeps the Pods of a workload from the level `restricted`, each place by itself. */
export function breachesOf({ metadata, written, target }: Workload): readonly Breach[] {
  const violations = evaluatePodSecurity(metadata, written, 'restricted', target);
  return violations.flatMap((violation) =>
    violation.places.flatMap((place) => breachesAt(violation, place, { metadata, spec: written })),
  );
}

/** Breaches as a sentence lists them: `host namespaces (hostPID)`. */
export function breachTexts(breaches: readonly Breach[]): readonly string[] {
  return [...groupedBy(breaches, ({ reason }) => reason)].map(([reason, members]) => {
    const places = [...groupedBy(members, ({ where }) => where)].map(([where, those]) => {
      const values = those.flatMap(({ what }) => (what === undefined ? [] : [what]));
      return values.length === 0 ? where : `${where}: ${values.join(', ')}`;
    });
    return `${reason} (${places.join('; ')})`;
  });
}

function breachesAt({ id, reason }: PodSecurityViolation, { container, path }: ViolationPlace, pod: unknown): Breach[] {
  const { named, value } = follow(path, pod);
  const where = container === undefined ? named.replace(/^spec\./, '') : `container "${container}"`;
  const breach = (what?: string): Breach => ({
    key: [id, where, what].join(' '),
    reason,
    where,
    ...(what !== undefined && { what }),
    ...(container !== undefined && { container }),
  });
  if (path.endsWith('.capabilities.add') && Array.isArray(value)) {
    return value.filter((name) => name !== 'NET_BIND_SERVICE').map((name) => breach(String(name)));
  }
  return [path.endsWith('.hostPort') && typeof value === 'number' ? breach(String(value)) : breach()];
}

/** The value at a path, and the path with entries of lists by their names. */
function follow(path: string, root: unknown): { readonly named: string; readonly value: unknown } {
  let value: unknown = root;
  let named = '';
  for (const step of path.match(/[^.[\]]+/g) ?? []) {
    if (Array.isArray(value)) {
      value = value[Number(step)];
      named += `[${isMap(value) && typeof value['name'] === 'string' ? value['name'] : step}]`;
    } else {
      value = isMap(value) ? value[step] : undefined;
      named += named === '' ? step : `.${step}`;
    }
  }
  return { named, value };
}
