import type { Scalar } from './field';

/**
 * A scalar as the server holds it once it has decoded it. A reader of YAML may give whole numbers as bigint; here they
 * are numbers, and text where they are quantities.
 */
export function heldScalar(value: unknown, scalar: Scalar): unknown {
  if (typeof value !== 'bigint') return value;
  return scalar === 'quantity' ? value.toString() : Number(value);
}

/** What Go's decoder makes of a null that stands in a list or a map: the type's nothing. */
export function scalarNothing(scalar: Scalar): unknown {
  return NOTHING[scalar];
}

/** A time that was never set is written as null again. */
const NOTHING: Readonly<Record<Scalar, unknown>> = {
  string: '',
  bool: false,
  int32: 0,
  int64: 0,
  quantity: '0',
  intOrString: 0,
  time: null,
  enum: '',
  any: null,
};
