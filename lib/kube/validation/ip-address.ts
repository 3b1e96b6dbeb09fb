/** How an address is read: since 1.36 the API server refuses leading zeros and IPv4 in IPv6 clothes. */
export interface IpReading {
  readonly strict: boolean;
}

/** Whether a text is an IP address of either family. */
export function isIpAddress(text: string, reading: IpReading): boolean {
  return parseIp(text, reading) !== undefined;
}

/** The family of an address; undefined where the text is none. */
export function ipFamilyOf(text: string): 'IPv4' | 'IPv6' | undefined {
  const bytes = parseIp(text, { strict: false });
  if (bytes === undefined) return undefined;
  return bytes.length === 4 || isMapped(bytes) ? 'IPv4' : 'IPv6';
}

/** Whether an address means nobody, this machine, or only the next cable: no address for traffic from outside. */
export function isSpecialIpAddress(text: string): boolean {
  const bytes = parseIp(text, { strict: false }) ?? [];
  const plain = isMapped(bytes) ? bytes.slice(12) : bytes;
  const [first = 0, second = 0, third = 0] = plain;
  if (plain.length === 4) {
    return (
      first === 127 ||
      plain.every((byte) => byte === 0) ||
      (first === 169 && second === 254) ||
      (first === 224 && second === 0 && third === 0)
    );
  }
  const isLoopback = plain.slice(0, 15).every((byte) => byte === 0) && (plain[15] ?? 0) <= 1;
  return isLoopback || (first === 0xfe && (second & 0xc0) === 0x80) || (first === 0xff && (second & 0x0f) === 0x02);
}

/** Whether a text is a range of addresses: an address, a slash, and the length of the common beginning. */
export function isCidr(text: string, reading: IpReading): boolean {
  const range = parseRange(text, reading);
  if (range === undefined) return false;
  return !reading.strict || (!/\/0\d/.test(text) && isZeroBeyond(range.bytes, range.length));
}

/** The addresses that begin alike. */
export interface AddressRange {
  readonly bytes: readonly number[];
  /** How many bits are common. */
  readonly length: number;
}

/** Reads a range of addresses as servers always did; undefined where it is none. */
export function tryAddressRange(text: string): AddressRange | undefined {
  return parseRange(text, { strict: false });
}

/** Whether all of a range is in another, and is not the whole of it. */
export function isSmallerRange(range: AddressRange, whole: AddressRange): boolean {
  const inner = plainRange(range);
  const outer = plainRange(whole);
  if (range.length <= whole.length || inner.bytes.length !== outer.bytes.length) return false;
  return outer.bytes.every((byte, position) => {
    const common = ~beyond(outer.length, position);
    return (byte & common) === ((inner.bytes[position] ?? 0) & common);
  });
}

function parseRange(text: string, reading: IpReading): AddressRange | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const bytes = parseIp(text.slice(0, slash), reading);
  const length = text.slice(slash + 1);
  if (bytes === undefined || !/^\d{1,3}$/.test(length) || Number(length) > bytes.length * 8) return undefined;
  return { bytes, length: Number(length) };
}

/** A range of IPv4 addresses inside IPv6 ones is one of IPv4 addresses. */
function plainRange({ bytes, length }: AddressRange): AddressRange {
  return isMapped(bytes) && length >= MAPPED_BITS
    ? { bytes: bytes.slice(12), length: length - MAPPED_BITS }
    : { bytes, length };
}

function parseIp(text: string, { strict }: IpReading): number[] | undefined {
  if (!text.includes(':')) return parseIpv4(text, strict);
  const bytes = parseIpv6(text, strict);
  return bytes === undefined || (strict && isMapped(bytes)) ? undefined : bytes;
}

function parseIpv4(text: string, strict: boolean): number[] | undefined {
  const octets = text.split('.');
  const shape = strict ? /^(0|[1-9]\d{0,2})$/ : /^\d+$/;
  if (octets.length !== 4 || !octets.every((octet) => shape.test(octet) && Number(octet) <= 255)) return undefined;
  return octets.map(Number);
}

/** Eight groups of 16 bits, of which `::` stands for one or more that are zero, and an IPv4 address for the last two. */
function parseIpv6(text: string, strict: boolean): number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [before, after] = halves.map((half, position) => groups(half, position === halves.length - 1, strict));
  if (before === undefined || (halves.length === 2 && after === undefined)) return undefined;
  const missing = 16 - before.length - (after?.length ?? 0);
  if (halves.length === 1) return missing === 0 ? before : undefined;
  return missing < 2 ? undefined : [...before, ...Array.from({ length: missing }, () => 0), ...(after ?? [])];
}

function groups(half: string, isLast: boolean, strict: boolean): number[] | undefined {
  if (half === '') return [];
  const bytes: number[] = [];
  const parts = half.split(':');
  for (const [position, part] of parts.entries()) {
    if (isLast && position === parts.length - 1 && part.includes('.')) {
      const tail = parseIpv4(part, strict);
      if (tail === undefined) return undefined;
      bytes.push(...tail);
    } else if (/^[0-9A-Fa-f]{1,4}$/.test(part)) {
      const value = Number.parseInt(part, 16);
      bytes.push(value >> 8, value & 0xff);
    } else {
      return undefined;
    }
  }
  return bytes;
}

function isMapped(bytes: readonly number[]): boolean {
  return (
    bytes.length === 16 && bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff
  );
}

function isZeroBeyond(bytes: readonly number[], length: number): boolean {
  return bytes.every((byte, position) => (byte & beyond(length, position)) === 0);
}

/** The bits of a byte that are behind the common beginning. */
function beyond(length: number, position: number): number {
  return 0xff >> Math.min(Math.max(length - position * 8, 0), 8);
}

const MAPPED_BITS = 96;
