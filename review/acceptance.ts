import { isAtOrBelow } from '../lib/kube/field-path';
import type { Entity } from './entity';
import type { Finding } from './finding';
import type { Remark } from './remark';
import type { Workload } from './workload';

/** Somebody's answer for a breach of a rule. */
export interface Acceptance {
  readonly because: string;
  /** Who answers for it. */
  readonly owner?: string;
  /** The last day on which it holds, as `YYYY-MM-DD`. */
  readonly until?: string;
}

/** The start of an annotation that accepts a breach; the id of the rule follows. */
export const ACCEPT = 'accept.podwright.dev/';

/**
 * Who answers for a finding, if anybody: an exception in the code that wrote the object, printed beside the field, or an
 * annotation `accept.podwright.dev/RULE` on the object or on its Pod template.
 *
 * The annotation gives the reason, one a line, each after the name of its container where it is meant for one:
 * `api: the vendor's image has no other tag (owner shop, until 2027-03-31)`.
 */
export function acceptanceOf(finding: Finding, entity: Entity, workload?: Workload): Acceptance | undefined {
  const remark = entity.remarksOn(finding.path).find((each) => excuses(each, finding.path));
  if (remark !== undefined) return accepted(remark.text, remark.owner, remark.until);
  const key = `${ACCEPT}${finding.rule}`;
  const text = entity.annotations[key] ?? workload?.metadata.annotations?.[key];
  return text === undefined ? undefined : annotated(text, finding.container, namesIn(workload));
}

/** What follows a reason: ` (owner shop, until 2027-03-31)`, or one of the two; nothing where neither is said. */
export function termsOf({ owner, until }: Terms): string {
  const terms = [
    ...(owner === undefined ? [] : [`owner ${owner}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
  ];
  return terms.length === 0 ? '' : ` (${terms.join(', ')})`;
}

type Terms = Pick<Acceptance, 'owner' | 'until'>;

/** Whether an acceptance no longer holds on a day, both as `YYYY-MM-DD`; never where nobody says which day it is. */
export function hasEnded({ until }: Pick<Acceptance, 'until'>, today: string | undefined): boolean {
  return until !== undefined && today !== undefined && until < today;
}

function excuses({ kind, path, absent }: Remark, field: string): boolean {
  if (kind !== 'exception' || !isAtOrBelow(field, path)) return false;
  return (
    absent === undefined ||
    field
      .slice(path.length)
      .split(/[.[\]]+/)
      .includes(absent)
  );
}

function annotated(
  text: string,
  container: string | undefined,
  containers: ReadonlySet<string>,
): Acceptance | undefined {
  for (const line of text.split('\n')) {
    const [, name = '', rest = ''] = /^\s*([a-z0-9-]+):\s+(.*)$/.exec(line) ?? [];
    const isForOne = containers.has(name);
    if (isForOne && name !== container) continue;
    const reason = (isForOne ? rest : line).trim();
    const [, because = reason, terms = ''] = TERMS.exec(reason) ?? [];
    if (because === '') continue;
    return accepted(because, /owner ([^,)]+)/.exec(terms)?.[1], /until (\d{4}-\d{2}-\d{2})/.exec(terms)?.[1]);
  }
  return undefined;
}

/** The same, as somebody wrote it by hand. */
const TERMS = /^(.*?)\s*\(((?:owner [^,)]+)?(?:, )?(?:until \d{4}-\d{2}-\d{2})?)\)$/;

function accepted(because: string, owner: string | undefined, until: string | undefined): Acceptance {
  return { because, ...(owner !== undefined && { owner }), ...(until !== undefined && { until }) };
}

function namesIn(workload: Workload | undefined): ReadonlySet<string> {
  return new Set(workload?.containers.map(({ container }) => container.name));
}
