import { deepFrozen } from '../deep-frozen';
import { isRecord } from '../is-record';
import { setOwn } from '../own';
import { tryPodOf } from '../pod-of';
import type { KubernetesVersion } from '../version';
import { minorOf } from '../version';
import { canonical, canonicalQuantity } from './canonical';
import { enabledIn, type Field, type FieldType, type Scalar } from './field';
import { scalarFault } from './scalar-fault';
import { trySchemaOf, typeOf } from './schema';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The canonical form of an object where a strict decoder of the version takes everything in it just as it stands: fields
 * that the version has on, values of their types, no nulls, no whole numbers as bigint, and nothing missing that the API
 * demands. Undefined for any other object, and for kinds that are not in the table.
 *
 * The form is frozen through and through. What stands in it already is not copied, but frozen too; so may be parts of an
 * object that turns out not to be sound.
 *
 * What programs render is nearly always sound, and finding that out takes one walk. Later steps ask with
 * {@link soundVersionOf} and pass over what they would do to objects of strangers.
 */
export function trySound(object: unknown, target: KubernetesVersion): Fields | undefined {
  if (!isRecord(object)) return undefined;
  const { apiVersion, kind } = object;
  const type = typeof apiVersion === 'string' && typeof kind === 'string' ? trySchemaOf(apiVersion, kind) : undefined;
  const sound = type === undefined ? undefined : formOf(type.name, target).read(object);
  if (sound === undefined) return undefined;
  SOUND.set(sound, target);
  const spec = tryPodOf(sound)?.spec;
  if (spec !== undefined) SOUND.set(spec, target);
  return sound;
}

/** An object in its canonical form, frozen, which is {@link trySound | sound} if it can be. */
export function canonicalFor(object: Fields, target: KubernetesVersion): Fields {
  return trySound(object, target) ?? deepFrozen(canonical(object));
}

/** The version for which an object, or the spec of a Pod in it, was found to be sound; undefined for all others. */
export function soundVersionOf(value: unknown): KubernetesVersion | undefined {
  return typeof value === 'object' && value !== null ? SOUND.get(value) : undefined;
}

/** Frozen objects, of which stays true what was found. */
const SOUND = new WeakMap<object, KubernetesVersion>();

/** The sound form of a value; undefined where it has none. */
type Read<Result = unknown> = (value: unknown) => Result | undefined;

/** How objects of a type are read for a version. */
class Form {
  readonly #slots: ReadonlyMap<string, Slot>;
  readonly #demanded: number;
  readonly #unwritten = new Layout();

  constructor(type: string, target: KubernetesVersion) {
    const fields = typeOf(type).fields.filter((field) => enabledIn(field, target));
    const slotOf = (field: Field, place: number): Slot => {
      const { name, required } = field;
      return { name, place, required, read: readerOf(field.type, field, target) };
    };
    this.#slots = new Map(fields.map((field, place) => [field.name, slotOf(field, place)]));
    this.#demanded = fields.filter(({ required }) => required).length;
  }

  read(value: unknown): Fields | undefined {
    if (!isRecord(value)) return undefined;
    const names = Object.keys(value);
    const layout = this.layoutOf(value, names);
    if (layout === undefined || layout.demanded < this.#demanded) return undefined;
    const standsSo = layout.isInOrder && layout.slots.length === names.length;
    let copy: Record<string, unknown> | undefined = standsSo ? undefined : {};
    for (const { name, read } of layout.slots) {
      const before = value[name];
      const after = read(before);
      if (after === undefined) return undefined;
      if (after !== before) copy ??= fieldsUpTo(name, value);
      if (copy !== undefined) copy[name] = after;
    }
    return Object.freeze(copy ?? value);
  }

  /** The layout of the fields that are there; undefined where one is unknown. */
  private layoutOf(fields: Fields, names: readonly string[]): Layout | undefined {
    let layout: Layout | undefined = this.#unwritten;
    for (const name of names) {
      if (fields[name] !== undefined) layout = layout.with(name, this.#slots);
      if (layout === undefined) return undefined;
    }
    return layout;
  }
}

/**
 * The fields of an object in the order in which they were written. Thousands of objects share one, which has worked out
 * once how they are printed.
 */
class Layout {
  /** In the order of printing. */
  readonly slots: readonly Slot[];
  /** Whether they were written in that order. */
  readonly isInOrder: boolean;
  /** How many of them the API demands. */
  readonly demanded: number;
  readonly #longer = new Map<string, Layout>();

  constructor(private readonly written: readonly Slot[] = []) {
    this.slots = [...written].sort((one, other) => one.place - other.place);
    this.isInOrder = this.slots.every((slot, position) => slot === written[position]);
    this.demanded = written.filter(({ required }) => required).length;
  }

  /** The layout with one field more; undefined where it is none of those that are known. */
  with(name: string, known: ReadonlyMap<string, Slot>): Layout | undefined {
    const before = this.#longer.get(name);
    if (before !== undefined) return before;
    const slot = known.get(name);
    if (slot === undefined) return undefined;
    const longer = new Layout([...this.written, slot]);
    this.#longer.set(name, longer);
    return longer;
  }
}

/** A field, with its place in the order of printing, and how its value is read. */
interface Slot {
  readonly name: string;
  readonly place: number;
  /** Whether the API demands it. */
  readonly required: boolean;
  readonly read: Read;
}

/** A copy of the fields that stand before one of them. */
function fieldsUpTo(name: string, fields: Fields): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const before of Object.keys(fields)) {
    if (before === name) break;
    setOwn(copy, before, fields[before]);
  }
  return copy;
}

function formOf(type: string, target: KubernetesVersion): Form {
  const key = `${target} ${type}`;
  const known = FORMS.get(key);
  if (known !== undefined) return known;
  const form = new Form(type, target);
  FORMS.set(key, form);
  return form;
}

const FORMS = new Map<string, Form>();

function readerOf(type: FieldType, field: Field, target: KubernetesVersion): Read {
  switch (type.shape) {
    case 'scalar':
      return scalarReader(type.scalar, field, target);
    case 'object': {
      let form: Form | undefined;
      return (value) => (form ??= formOf(type.name, target)).read(value);
    }
    case 'list': {
      const read = readerOf(type.of, field, target);
      return (value) => readList(value, read);
    }
    case 'map': {
      const read = readerOf(type.of, field, target);
      return (value) => readMap(value, read);
    }
  }
}

function scalarReader(scalar: Scalar, field: Field, target: KubernetesVersion): Read {
  // Of what may be anything, nobody can say that it is what it should be.
  if (scalar === 'any') return () => undefined;
  const isFine = (value: unknown) => typeof value !== 'bigint' && scalarFault(scalar, value, field.name) === undefined;
  if (scalar === 'quantity') return (value) => (isFine(value) ? canonicalQuantity(value) : undefined);
  const newer = new Set<unknown>(
    [...field.valueSince].flatMap(([value, since]) => (minorOf(since) > minorOf(target) ? [value] : [])),
  );
  if (newer.size === 0) return (value) => (isFine(value) ? value : undefined);
  return (value) => (isFine(value) && !newer.has(value) ? value : undefined);
}

function readList(value: unknown, read: Read): readonly unknown[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const entries = value as readonly unknown[];
  let copy: unknown[] | undefined;
  for (let position = 0; position < entries.length; position++) {
    const before = entries[position];
    const after = read(before);
    if (after === undefined) return undefined;
    if (after !== before) copy ??= entries.slice(0, position);
    copy?.push(after);
  }
  return Object.freeze(copy ?? entries);
}

function readMap(value: unknown, read: Read): Fields | undefined {
  if (!isRecord(value)) return undefined;
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(value)) {
    const before = value[key];
    const after = before === undefined ? undefined : read(before);
    if (after === undefined && before !== undefined) return undefined;
    if (after === undefined || after !== before) copy ??= fieldsUpTo(key, value);
    if (copy !== undefined && after !== undefined) setOwn(copy, key, after);
  }
  return Object.freeze(copy ?? value);
}
