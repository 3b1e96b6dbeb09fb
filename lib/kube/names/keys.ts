import { atLeast } from '../version';
import { FINE, sentences, tooLong, type Complaints } from './complaints';

/** The name of a container or Service port: 1 to 15 lower-case letters, digits and `-`, with at least one letter. */
export function portNameComplaints(value: string): Complaints {
  if (ORDINARY_PORT.test(value)) return FINE;
  return sentences(
    tooLong(value, 15),
    !/^[-a-z0-9]+$/.test(value) && 'must consist of lower-case letters, digits and "-", as "http-metrics" does',
    !/[a-z]/.test(value) && 'must contain at least one letter (a-z)',
    value.includes('--') && 'must not contain "--"',
    /^-|-$/.test(value) && 'must not begin or end with "-"',
  );
}

/**
 * The name of an environment variable. Until 1.31: letters, digits, `-`, `_` and `.`, not beginning with a digit. From
 * 1.32: any printable ASCII character but `=`.
 */
export function envNameComplaints(value: string, version: string): Complaints {
  if (value === '') return ['must not be empty'];
  if (atLeast(version, RELAXED_ENV_SINCE)) {
    return sentences(!/^[ -<>-~]+$/.test(value) && 'must consist of printable ASCII characters other than "="');
  }
  return sentences(
    !/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(value) &&
      'must consist of letters, digits, "-", "_" and ".", and not begin with a digit, as "MY_NAME" does',
    dotComplaint(value),
  );
}

/** A key in the data of a ConfigMap or Secret: a file name of letters, digits, `-`, `_` and `.`. */
export function configMapKeyComplaints(value: string): Complaints {
  return sentences(
    tooLong(value, 253),
    !/^[-._a-zA-Z0-9]+$/.test(value) && 'must consist of letters, digits, "-", "_" and ".", as "app.properties" does',
    dotComplaint(value),
  );
}

/** A percentage as in `maxUnavailable: 25%`. */
export function percentComplaints(value: string): Complaints {
  return sentences(!/^[0-9]+%$/.test(value) && 'must be a whole number followed by "%", as "25%" is');
}

/** The name of an HTTP header of a probe. */
export function headerNameComplaints(value: string): Complaints {
  return sentences(
    !/^[-A-Za-z0-9]+$/.test(value) && 'must consist of letters, digits and "-", as "X-Header-Name" does',
  );
}

/** A word of at most 15 letters and digits, with no digit in front: the common case, decided in one look. */
const ORDINARY_PORT = /^[a-z][a-z0-9]{0,14}$/;

/** The gate RelaxedEnvironmentVariableValidation is on from here (and can no longer be turned off from 1.34). */
const RELAXED_ENV_SINCE = '1.32';

function dotComplaint(value: string): string | false {
  if (value === '.' || value === '..') return `must not be ${JSON.stringify(value)}`;
  return value.startsWith('..') && 'must not begin with ".."';
}
