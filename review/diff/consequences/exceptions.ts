import { termsOf } from '../../acceptance';
import type { Entity } from '../../entity';
import type { Remark } from '../../remark';
import { danger, notice, type Consequence } from '../consequence';
import type { Change } from '../change';

/** Exceptions that came, went, or hold to another day. */
export function* exceptionConsequences({ before, after }: Change): Generator<Consequence> {
  if (after === undefined) return;
  const was = exceptionsOf(before);
  const is = exceptionsOf(after);
  for (const [key, remark] of is) {
    const old = was.get(key);
    if (old === undefined)
      yield danger(
        'exception',
        `A new exception in ${after.title} at \`${remark.path}\`: ${remark.text}${termsOf(remark)}.`,
      );
    else if (old.until !== remark.until) {
      yield notice(
        'exception',
        `The exception at \`${remark.path}\` holds ${untilOf(remark)} instead of ${untilOf(old)}.`,
      );
    }
  }
  for (const [key, { path, text }] of was) {
    if (!is.has(key)) yield notice('exception', `An exception of ${after.title} at \`${path}\` is gone: ${text}.`);
  }
}

function exceptionsOf(entity: Entity | undefined): ReadonlyMap<string, Remark> {
  const exceptions = (entity?.source.remarks ?? []).filter(({ kind }) => kind === 'exception');
  return new Map(exceptions.map((remark) => [`${remark.path} ${remark.absent ?? ''} ${remark.text}`, remark]));
}

function untilOf({ until }: Remark): string {
  return until === undefined ? 'without an end' : `until ${until}`;
}
