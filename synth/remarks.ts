import { BEGINS_HELPER } from '../lib/pod/helper';
import { commentParagraphs } from './comment-paragraphs';
import { BEGINS_EXCEPTION, tryException } from './exception-sentence';
import { constructOf, experimentOf } from './header';
import type { Places } from './places';
import type { LoneComment } from './quick-yaml';

/** A comment of a manifest, with the field that it is about and what it says. */
export interface ReadRemark {
  readonly path: string;
  readonly kind: 'reason' | 'exception' | 'role';
  readonly text: string;
  /** The field that an exception leaves out. */
  readonly absent?: string;
  readonly owner?: string;
  readonly until?: string;
}

/** What a manifest's comments say of it. */
export interface ReadRemarks {
  readonly remarks: readonly ReadRemark[];
  /** The construct that wrote the manifest, where we wrote it. */
  readonly construct?: string;
}

/**
 * Reads comments that stand on lines of their own, each about the field below it. In a manifest of ours they are the
 * reasons, roles and exceptions that its author gave; in any other, a comment is taken for a reason.
 */
export function readRemarks(comments: readonly LoneComment[], places: Places): ReadRemarks {
  const remarks: ReadRemark[] = [];
  let construct: string | undefined;
  for (const { line, text } of commentParagraphs(comments, BEGINS)) {
    const path = places.fieldAfter(line);
    if (path === undefined) continue;
    const remark = remarkOf(path, text);
    if (path !== '') remarks.push(remark);
    else {
      construct ??= constructOf(text);
      remarks.push(...experimentIn(text));
      // What is said of the whole object is its promise or a licence, unless it excuses something.
      if (remark.kind === 'exception') remarks.push(remark);
    }
  }
  return { remarks, ...(construct !== undefined && { construct }) };
}

/** A Pod without an owner is excused until the experiment ends. */
function experimentIn(header: string): readonly ReadRemark[] {
  const { lastDay, purpose } = experimentOf(header) ?? {};
  if (lastDay === undefined || purpose === undefined) return [];
  return [{ path: '', kind: 'exception', text: purpose, absent: 'ownerReferences', until: lastDay }];
}

function remarkOf(path: string, paragraph: string): ReadRemark {
  if (BEGINS_HELPER.test(paragraph)) return { path, kind: 'role', text: paragraph };
  const told = tryException(paragraph);
  if (told === undefined) return { path, kind: 'reason', text: paragraph };
  const { because, ...rest } = told;
  return { path, kind: 'exception', text: because, ...rest };
}

const BEGINS = new RegExp(`${BEGINS_EXCEPTION.source}|${BEGINS_HELPER.source}`);
