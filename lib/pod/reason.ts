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
    this.why = Object.freeze({ because: why });
    Object.freeze(this);
  }
}

/** A value that leaves a secure default or a requirement, with the reason for it. */
export class Except<T> {
  /** @internal Use {@link except}. */
  constructor(
    readonly value: T,
    readonly why: Why,
  ) {
    Object.freeze(this);
  }
}

/** The absence of a default or of something required, with the reason for it. */
export class Without {
  /** @internal Use {@link without}. */
  constructor(readonly why: Why) {
    Object.freeze(this);
  }
}

/**
 * Gives a decision its reason, which is printed above the field.
 *
 * @example `nodeSelector: because('the write-ahead log needs NVMe', { 'disk-type': 'nvme-ssd' })`
 */
export function because<const T>(reason: string, value: T): Because<T> {
  return new Because(value, reason);
}

/**
 * Sets a value that a secure default or a requirement forbids, with the reason for it.
 *
 * @example `readOnlyRootFilesystem: except(false, { because: 'the JVM writes its hsperfdata', until: '2027-03-31' })`
 */
export function except<const T>(value: T, why: Why): Except<T> {
  return new Except(value, Object.freeze({ ...why }));
}

/**
 * Leaves out a default or something required, with the reason for it.
 *
 * @example `resources: without({ because: 'the namespace has a LimitRange that sizes it', owner: 'platform' })`
 */
export function without(why: Why): Without {
  return new Without(Object.freeze({ ...why }));
}
