import { effectiveTag, isFloatingTag, tryImage } from '../../lib/kube/image';

/**
 * How long a tag stays at the image that it names today: `fixed` for ever by convention (`v1.4.2`, a commit, a digest),
 * `series` until the next patch of a version (`1.27`, `16-alpine`, `stable`), `branch` until the next build (`dev`,
 * `main`, `1.5-SNAPSHOT`), `floating` for `latest` and no tag.
 */
export type TagStability = 'fixed' | 'series' | 'branch' | 'floating';

/** How long the tag of an image stays where it is; undefined where there is no readable image, or none yet. */
export function tagStabilityOf(image = ''): TagStability | undefined {
  const parsed = tryImage(image);
  if (parsed === undefined || isFilledInLater(image)) return undefined;
  if (parsed.digest !== undefined) return 'fixed';
  if (isFloatingTag(image)) return 'floating';
  const tag = (effectiveTag(parsed) ?? '').toLowerCase();
  if (BRANCH.test(tag)) return 'branch';
  if (WHOLE_IN_TWO.test(parsed.repository) && TWO_NUMBERS.test(tag)) return 'fixed';
  return SERIES.test(tag) ? 'series' : 'fixed';
}

/** Whether the image is not known yet: Istio puts its own proxy in the place of this word when the Pod is admitted. */
export function isFilledInLater(image: string): boolean {
  return image === 'auto';
}

/** Names that builds of a branch get, alone or before a variant such as `-alpine`; and snapshots of a coming version. */
const BRANCH =
  /^(dev|devel|develop|development|main|master|trunk|head|edge|nightly|unstable|snapshot|canary|test|testing|staging|wip|local|debug|preview)(-[a-z]+)?$|[-.](snapshot|dirty|dev|wip)$/;

/** A version without its last part, or a word for the newest of a kind, alone or before a variant. */
const SERIES = /^(\d{1,2}|v?\d{1,3}\.\d{1,3}|stable|lts|current|release|mainline)(-[a-z][a-z0-9.-]*)?$/;

/** Two numbers are a whole version of PostgreSQL. */
const WHOLE_IN_TWO = /(^|\/)(postgres|postgresql|postgis)$/;
const TWO_NUMBERS = /^\d+\.\d+/;
