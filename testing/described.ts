import { Construct } from 'constructs';
import { isRecord } from '../lib/kube/is-record';
import { Pod } from '../lib/pod/pod';

/** What somebody passed where something else is needed, and what to do with it: `a Promise: await it`. */
export function described(given: unknown): string {
  if (Array.isArray(given)) return `a list of ${given.length}: give each of its objects on its own`;
  if (isRecord(given)) return describedRecord(given);
  if (given instanceof Promise) return 'a Promise: await it';
  if (typeof given === 'string') return `the text ${JSON.stringify(clip(given))}`;
  if (typeof given === 'function') return 'a function';
  if (typeof given !== 'object' || given === null) return String(given);
  return `an instance of ${given.constructor.name}${isStranger(given) ? STRANGER : ''}`;
}

function describedRecord({ apiVersion, kind, items }: Readonly<Record<string, unknown>>): string {
  const named = typeof kind === 'string' ? `an object of kind ${kind}` : 'an object';
  if (Array.isArray(items)) return `${named} with a list of items: give each of them on its own`;
  const missing = Object.entries({ apiVersion, kind }).filter(([, value]) => typeof value !== 'string');
  return missing.length === 0 ? named : `an object without ${missing.map(([field]) => field).join(' and ')}`;
}

/** Of a class of ours, and yet not of the one that is known here. */
function isStranger(given: object): boolean {
  if (given instanceof Construct || given instanceof Pod) return false;
  return Construct.isConstruct(given) || given.constructor.name === 'Pod';
}

const STRANGER = ' from another copy of podwright: load it once, and after jest.resetModules() load the matchers anew';

const LONGEST_SHOWN = 40;

function clip(text: string): string {
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`;
}
