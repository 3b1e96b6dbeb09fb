import type { Quantity } from '../api/scalars';
import { tryQuantity } from './parse';
import { QuantityValue } from './quantity';

/** What a resource is counted in. */
export type ResourceUnit = 'cores' | 'bytes' | 'things';

/** What a resource is counted in: `cpu` in cores, memory and storage in bytes, everything else (GPUs, Pods) in things. */
export function unitOfResource(resourceName: string): ResourceUnit {
  const name = resourceName.replace(/^(requests|limits)\./, '');
  if (name === 'cpu') return 'cores';
  if (/^(memory|storage|ephemeral-storage|sizeLimit)$|^hugepages-/.test(name)) return 'bytes';
  return 'things';
}

/**
 * Says what was probably meant by a quantity that the API server refuses, or that it accepts and that hardly anybody
 * means (`400m` of memory, `500Mi` of CPU); undefined where there is nothing to say.
 *
 * @param resourceName The resource as it stands in `requests` and `limits`, or `sizeLimit` and `storage` for volumes.
 */
export function quantityAdvice(value: Quantity, resourceName: string): string | undefined {
  const text = String(value);
  const unit = unitOfResource(resourceName);
  const quantity = tryQuantity(value);
  if (quantity === undefined) return adviceOnUnreadable(text, unit);
  if (!/[0-9]/.test(text)) return `there is no digit in it, and Kubernetes reads it as 0; write ${example(unit)}`;
  if (unit === 'cores') return adviceOnCores(text.trim(), quantity);
  if (unit === 'bytes') return adviceOnBytes(text.trim(), quantity);
  return quantity.isWhole() ? undefined : `${resourceName} is counted in whole things; write a whole number`;
}

const NUMBER = String.raw`([+-]?[0-9]+(?:\.[0-9]*)?|[+-]?\.[0-9]+)`;
const WORD = new RegExp(`^${NUMBER}\\s*([A-Za-z]+)$`);
const SMALLEST_SENSIBLE_BYTES = QuantityValue.ofUnits(4096);
const MOST_SENSIBLE_CORES = QuantityValue.ofUnits(250);

function example(unit: ResourceUnit): string {
  return { cores: '"250m" or "2"', bytes: '"256Mi"', things: 'a whole number such as "1"' }[unit];
}

function adviceOnUnreadable(text: string, unit: ResourceUnit): string {
  const trimmed = text.trim();
  if (trimmed === '') return `a quantity may not be empty; write ${example(unit)}`;
  const plain = trimmed.replace(/(?<=\d)_(?=\d)/g, '').replace(/(?<=\d),(?=\d)/, '.');
  const meant = meantBy(plain, unit);
  if (meant !== undefined) return `${reasonFor(trimmed)}; write ${meant}`;
  return `a quantity is a number and at most one suffix (n u m k M G T P E, or Ki Mi Gi Ti Pi Ei); write ${example(unit)}`;
}

function reasonFor(trimmed: string): string {
  if (/\d,\d/.test(trimmed)) return 'the decimal point is "."';
  if (/\d_\d/.test(trimmed)) return 'digits stand without separators';
  if (/[A-Za-z]b(ytes?)?$|\d\s*b(ytes?)?$/i.test(trimmed))
    return 'memory is always in bytes and has no "B" in its suffix';
  if (/\s/.test(trimmed)) return 'no blank may stand between the number and its suffix';
  return `there is no suffix ${JSON.stringify(trimmed.replace(/^[^A-Za-z]*/, ''))}`;
}

/** The quoted text, or two of them, that Kubernetes would read and that looks like this one. */
function meantBy(text: string, unit: ResourceUnit): string | undefined {
  if (tryQuantity(text) !== undefined) return JSON.stringify(text);
  const [, number = '', word = ''] = WORD.exec(text) ?? [];
  if (number === '') return undefined;
  const letter = word.charAt(0).toUpperCase();
  if (unit === 'cores' && /^(v?cpus?|cores?)$/i.test(word)) return `"${number}"`;
  if (unit === 'cores' && /^m(illi)?(v?cpus?|cores?)$/i.test(word)) return `"${number}m"`;
  if (tryQuantity(`${number}${word}`) !== undefined) return `"${number}${word}"`;
  if (/^b(ytes?)?$/i.test(word)) return `"${number}"`;
  if (/^[kmgtpe]i(b|bytes?)?$/i.test(word)) return `"${number}${letter}i"`;
  if (!/^[kmgtpe](b|bytes?)?$/i.test(word)) return undefined;
  return `"${number}${letter}i" (times 1024) or "${number}${letter === 'K' ? 'k' : letter}" (times 1000)`;
}

function adviceOnCores(text: string, quantity: QuantityValue): string | undefined {
  const [, number = '', suffix = ''] = WORD.exec(text) ?? [];
  if (/^[kMGTPE]i?$|^Ki$/.test(suffix)) {
    return `cpu is counted in cores, and this is ${quantity.value()} of them; write "${number}m" for thousandths of a core`;
  }
  if (quantity.compare(MOST_SENSIBLE_CORES) >= 0) {
    return `this is ${quantity.value()} cores; write "${quantity.value()}m" if thousandths of a core are meant`;
  }
  if (!quantity.times(1000).isWhole())
    return `cpu is not counted finer than a thousandth of a core; write "${quantity.milliValue()}m"`;
  return undefined;
}

function adviceOnBytes(text: string, quantity: QuantityValue): string | undefined {
  const [, number = text, suffix = ''] = WORD.exec(text) ?? [];
  if (suffix === 'm') return `"m" is a thousandth of a byte; write "${number}Mi"`;
  if (suffix === 'u' || suffix === 'n') return `"${suffix}" is a fraction of a byte; write ${example('bytes')}`;
  if (quantity.sign() > 0 && quantity.compare(SMALLEST_SENSIBLE_BYTES) < 0) {
    return `this is ${quantity.value()} bytes; write "${number}Mi" if mebibytes are meant`;
  }
  if (!quantity.isWhole()) return `bytes have no fraction; write "${quantity.value()}"`;
  return undefined;
}
