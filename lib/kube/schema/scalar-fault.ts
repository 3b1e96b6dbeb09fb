import { quantityAdvice, tryQuantity } from '../quantity';
import type { Scalar } from './field';

/** Why a value cannot stand in a field without fields of its own. */
export interface ScalarFault {
  readonly code: 'wrong-type' | 'invalid-quantity' | 'invalid-time';
  readonly detail: string;
}

/**
 * Why the API server's decoder would refuse a value for a scalar field; undefined where it takes it.
 *
 * The decoder converts nothing: `"80"` is no number and `true` is no text. An `enum` is any text to it.
 *
 * @param name The field's name, or the resource's in a map of quantities; advice on quantities depends on it.
 */
export function scalarFault(scalar: Scalar, value: unknown, name: string): ScalarFault | undefined {
  switch (scalar) {
    case 'string':
    case 'enum':
      return typeof value === 'string'
        ? undefined
        : wrongType(`must be text, and this is ${wordFor(value)}${quoteIt(value)}`);
    case 'bool':
      return typeof value === 'boolean' ? undefined : wrongType(`must be true or false${withoutQuotes(value)}`);
    case 'int32':
    case 'int64':
      return wholeNumberFault(value, scalar);
    case 'intOrString':
      return typeof value === 'string' ? undefined : wholeNumberFault(value, 'int32', ' or text');
    case 'quantity':
      return quantityFault(value, name);
    case 'time':
      return timeFault(value);
    case 'any':
      return undefined;
  }
}

/** What a value is, in the words of YAML. */
export function wordFor(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
    case 'bigint':
      return 'a number';
    case 'boolean':
      return String(value);
    case 'object':
      return 'a map';
    default:
      return 'nothing that YAML can hold';
  }
}

const RANGES = {
  int32: { lowest: -(2n ** 31n), highest: 2n ** 31n - 1n },
  int64: { lowest: -(2n ** 63n), highest: 2n ** 63n - 1n },
} as const;

function wholeNumberFault(value: unknown, size: keyof typeof RANGES, orElse = ''): ScalarFault | undefined {
  if (typeof value !== 'bigint' && !(typeof value === 'number' && Number.isInteger(value))) {
    return wrongType(`must be a whole number${orElse}${withoutQuotes(value)}`);
  }
  const { lowest, highest } = RANGES[size];
  if (value >= lowest && value <= highest) return undefined;
  return wrongType(`must be a whole number between ${lowest.toString()} and ${highest.toString()}`);
}

function quantityFault(value: unknown, name: string): ScalarFault | undefined {
  const written = typeof value === 'bigint' ? value.toString() : value;
  if (typeof written !== 'string' && typeof written !== 'number') {
    return wrongType(`must be a quantity, and this is ${wordFor(value)}`);
  }
  if (tryQuantity(written) !== undefined) return undefined;
  return { code: 'invalid-quantity', detail: quantityAdvice(written, name) ?? 'must be a quantity' };
}

/** A date and a time of day with its zone, as Go reads RFC 3339: leap seconds are refused, one digit does for the hour. */
const RFC_3339 =
  /^(\d{4})-(0[1-9]|1[0-2])-(\d{2})T(?:[01]?\d|2[0-3]):[0-5]\d:[0-5]\d(?:[.,]\d+)?(?:Z|[+-](?:[01]\d|2[0-4]):[0-5]\d)$/;

function timeFault(value: unknown): ScalarFault | undefined {
  if (typeof value !== 'string') return wrongType(`must be a time in quotes, and this is ${wordFor(value)}`);
  const [, year, month, day] = RFC_3339.exec(value) ?? [];
  if (isDay(Number(year), Number(month), Number(day))) return undefined;
  return { code: 'invalid-time', detail: 'must be a time as RFC 3339 writes it, such as "2026-01-31T08:00:00Z"' };
}

function isDay(year: number, month: number, day: number): boolean {
  const lastDay = new Date(Date.UTC(year === 0 ? 400 : year, month, 0)).getUTCDate();
  return day >= 1 && day <= lastDay;
}

function wrongType(detail: string): ScalarFault {
  return { code: 'wrong-type', detail };
}

function quoteIt(value: unknown): string {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
    ? '; put it in quotes'
    : '';
}

function withoutQuotes(value: unknown): string {
  return typeof value === 'string' ? ' without quotes' : `, and this is ${wordFor(value)}`;
}
