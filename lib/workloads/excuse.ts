import type { ApiObject } from 'cdk8s';
import { textArgument } from '../pod/argument';
import type { Exception } from '../pod/note';
import { checkedWhy } from '../pod/reason';
import type { Why } from '../pod/reason';

/**
 * Says why a field of an object may be what the checks of an App refuse: printed above the field and listed in reviews
 * like every other exception. It is for objects whose values cannot carry their reason, stock cdk8s ones above all.
 *
 * What the API server itself refuses cannot be excused.
 *
 * @param path From the object, in the API server's spelling: `spec.selector`, `spec.ports[0].targetPort`.
 * @throws TypeError where no path or no reason is given.
 */
export function excuse(object: ApiObject, path: string, why: Why): void {
  const field = textArgument('the path of an excuse', path);
  const checked = checkedWhy(why, 'excuse(object, path, why)');
  const note: Exception = { kind: 'exception', path: field, absent: false, scope: 'field', why: checked };
  object.node.addMetadata(KEY, note);
}

/** What was said of an object by {@link excuse}. */
export function excusesOf(object: ApiObject): readonly Exception[] {
  const { metadata } = object.node;
  if (metadata.length === 0) return NONE;
  return metadata.filter(({ type }) => type === KEY).map(({ data }) => data as Exception);
}

const KEY = 'podwright/excuse';
const NONE: readonly Exception[] = [];
