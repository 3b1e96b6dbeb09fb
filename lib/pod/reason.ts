import { fieldsArgument, textArgument } from './argument';
import { isDay } from './day';

/** Why something is as it is: printed beside the YAML that it excuses, and listed in the review. */
export interface Why {
  /** One sentence, testable, that a reviewer can defend: what would break without it. */
  readonly because: string;
  /** The team or person that answers for it. */
  readonly owner?: string;
  /** The last day on which the exception holds, as `YYYY-MM-DD`. From the next day on checks fail; printing never does. */
  readonly until?: string;
}

/** A value with the reason for it, where the API has nothing against it and a reviewer would ask. */
export class Because<T> {
  readonly why: Why;

  /** @internal Use {@link because}. */
  constructor(
    readonly value: T,
    why: string,
  ) {
    this.why = checkedWhy({ because: why }, 'because(reason, value)');
    Object.freeze(this);
  }
}

/** A value that leaves a secure default or a requirement, with the reason for it. */
export class Except<T> {
  readonly why: Why;

  /** @internal Use {@link except}. */
  constructor(
    readonly value: T,
    why: Why,
  ) {
    this.why = checkedWhy(why, 'except(value, why)');
    Object.freeze(this);
  }
}

/** The absence of a default or of something required, with the reason for it. */
export class Without {
  readonly why: Why;

  /** @internal Use {@link without}. */
  constructor(why: Why) {
    this.why = checkedWhy(why, 'without(why)');
    Object.freeze(this);
  }
}

/**
 * Gives a decision its reason, which is printed above the field.
 *
 * @throws TypeError where no reason is given.
 * @example `nodeSelector: because('the write-ahead log needs NVMe', { 'disk-type': 'nvme-ssd' })`
 */
export function because<const T>(reason: string, value: T): Because<T> {
  return new Because(value, reason);
}

/**
 * Sets a value that a secure default or a requirement forbids, with the reason for it.
 *
 * @throws TypeError where no reason is given, or `until` is no day.
 * @example `readOnlyRootFilesystem: except(false, { because: 'the JVM writes its hsperfdata', until: '2027-03-31' })`
 */
export function except<const T>(value: T, why: Why): Except<T> {
  return new Except(value, why);
}

/**
 * Leaves out a default or something required, with the reason for it.
 *
 * @throws TypeError where no reason is given, or `until` is no day.
 * @example `resources: without({ because: 'the namespace has a LimitRange that sizes it', owner: 'platform' })`
 */
export function without(why: Why): Without {
  return new Without(why);
}

/**
 * A frozen copy of a reason that plain JavaScript may have got wrong.
 *
 * @param call What was called with it, for the message.
 * @throws TypeError where no reason is given, where `until` is no day, or a word is misspelt.
 */
export function checkedWhy(why: Why, call: string): Why {
  const { because: reason, owner, until, ...others } = fieldsArgument(`the reason in ${call}`, why);
  textArgument(`the reason in ${call}`, reason);
  if (owner !== undefined) textArgument(`the owner in ${call}`, owner);
  if (until !== undefined && !isDay(until)) {
    throw new TypeError(`until in ${call} takes a day such as 2027-03-31, and got ${JSON.stringify(until)}`);
  }
  const [stranger] = Object.keys(others);
  if (stranger !== undefined) {
    throw new TypeError(`the reason in ${call} has because, owner and until, and got ${JSON.stringify(stranger)}`);
  }
  return Object.freeze({ ...why });
}
