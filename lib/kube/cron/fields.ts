/** One of the five fields of a cron schedule. */
export interface CronField {
  /** What the field counts. */
  readonly name: 'minute' | 'hour' | 'day of month' | 'month' | 'day of week';
  /** The values at which it fires, ascending; empty where it never does. */
  readonly values: readonly number[];
  /** Whether it stands open (`*` or `?`), so that it does not restrict the other day field. */
  readonly open: boolean;
}

/** Reads the five fields of a schedule; a text says what is wrong. */
export function readFields(texts: readonly string[]): readonly CronField[] | string {
  const fields: CronField[] = [];
  for (const [position, bounds] of BOUNDS.entries()) {
    const field = readField(texts[position] ?? '', bounds);
    if (typeof field === 'string') return field;
    fields.push(field);
  }
  return fields;
}

interface Bounds {
  readonly name: CronField['name'];
  readonly min: number;
  readonly max: number;
  /** Names for the values, the first for the smallest. */
  readonly words: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const BOUNDS: readonly Bounds[] = [
  { name: 'minute', min: 0, max: 59, words: [] },
  { name: 'hour', min: 0, max: 23, words: [] },
  { name: 'day of month', min: 1, max: 31, words: [] },
  { name: 'month', min: 1, max: 12, words: MONTHS },
  { name: 'day of week', min: 0, max: 6, words: DAYS },
];

interface Range {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly open: boolean;
}

function readField(text: string, bounds: Bounds): CronField | string {
  const values = new Set<number>();
  let open = false;
  for (const part of text.split(',').filter((each) => each !== '')) {
    const range = readRange(part, bounds);
    if (typeof range === 'string') return `${bounds.name} ${JSON.stringify(part)} ${range}`;
    for (let value = range.from; value <= range.to; value += range.step) values.add(value);
    open ||= range.open;
  }
  return { name: bounds.name, values: [...values].sort((a, b) => a - b), open };
}

/** `*`, `5`, `1-5`, each with an optional `/step`; `5/15` counts from 5 to the end. */
function readRange(text: string, bounds: Bounds): Range | string {
  const [span = '', stepText, ...slashes] = text.split('/');
  const [low = '', high, ...hyphens] = span.split('-');
  const isOpen = low === '*' || low === '?';
  if (!isOpen && hyphens.length > 0) return 'has more than one "-"';
  if (slashes.length > 0) return 'has more than one "/"';
  const step = stepText === undefined ? 1 : readNumber(stepText);
  const from = isOpen ? bounds.min : readValue(low, bounds);
  const to = isOpen || (high === undefined && stepText !== undefined) ? bounds.max : readValue(high ?? low, bounds);
  if (from === undefined || to === undefined || step === undefined) return `must be ${expected(bounds)}`;
  if (from < bounds.min || to > bounds.max) return `must be from ${bounds.min} to ${bounds.max}`;
  if (from > to) return 'ends before it begins';
  return step === 0 ? 'must have a step of at least 1' : { from, to, step, open: isOpen && step === 1 };
}

function expected({ min, max, words }: Bounds): string {
  const names = words.length === 0 ? '' : ` or a name such as ${words[0]?.toUpperCase() ?? ''}`;
  return `a number from ${min} to ${max}${names}`;
}

function readValue(text: string, { min, words }: Bounds): number | undefined {
  const position = words.indexOf(text.toLowerCase());
  return position === -1 ? readNumber(text) : position + min;
}

/** Digits with an optional sign, as Go reads them; a number below zero is none. */
function readNumber(text: string): number | undefined {
  if (!/^[+-]?[0-9]+$/.test(text)) return undefined;
  const whole = BigInt(text.replace('+', ''));
  return whole < 0n || whole >= 2n ** 63n ? undefined : Number(whole);
}
