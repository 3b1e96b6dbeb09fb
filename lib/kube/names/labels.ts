import { remembered } from '../remembered';
import { FINE, sentences, tooLong, type Complaints } from './complaints';
import { dnsSubdomainComplaints } from './dns';

/**
 * The key of a label, and every other "qualified name": a name of at most 63 characters, with an optional prefix that
 * is a DNS subdomain (`example.com/tier`).
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
 */
export function labelKeyComplaints(key: string): Complaints {
  return keyComplaints(key);
}

const keyComplaints = remembered((key): Complaints => {
  const parts = key.split('/');
  if (parts.length > 2) return ['must hold at most one "/", as in "example.com/my-name"'];
  const [prefix] = parts.length === 2 ? parts : [undefined];
  const name = parts.at(-1) ?? '';
  return [...prefixComplaints(prefix), ...nameComplaints(name)];
});

/** The key of an annotation: as a label's, but letters may be capital in the prefix too. */
export function annotationKeyComplaints(key: string): Complaints {
  return labelKeyComplaints(key.toLowerCase());
}

/**
 * The value of a label: empty, or at most 63 letters, digits, `-`, `_` and `.`.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
 */
export function labelValueComplaints(value: string): Complaints {
  if (value.length <= 63 && QUALIFIED.test(value)) return FINE;
  return sentences(
    tooLong(value, 63),
    value !== '' &&
      !QUALIFIED.test(value) &&
      'must be empty or consist of letters, digits, "-", "_" and ".", and begin and end with a letter or digit, as "my_value" does',
  );
}

const QUALIFIED = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

function prefixComplaints(prefix: string | undefined): Complaints {
  if (prefix === undefined) return [];
  if (prefix === '') return ['the prefix before "/" must not be empty: write "example.com/my-name" or drop the "/"'];
  return dnsSubdomainComplaints(prefix).map((complaint) => `the prefix ${complaint}`);
}

function nameComplaints(name: string): Complaints {
  if (name === '') return ['the name must not be empty'];
  const length = tooLong(name, 63);
  return sentences(
    length && `the name ${length}`,
    !QUALIFIED.test(name) &&
      'the name must consist of letters, digits, "-", "_" and ".", and begin and end with a letter or digit, as "my.name" does',
  );
}
