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
 * The form is frozen through and through. What stands in it already is not copied, but frozen too.
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
  SOUND.set(deepFrozen(sound), target);
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
    const slots = this.slotsOf(value, names);
    if (slots === undefined) return undefined;
    const copy: Record<string, unknown> = {};
    let isSame = slots.length === names.length;
    let position = 0;
    for (const { name, read } of slots) {
      const before = value[name];
      const after = read(before);
      if (after === undefined) return undefined;
      if (after !== before || names[position] !== name) isSame = false;
      copy[name] = after;
      position += 1;
    }
    return isSame ? value : copy;
  }

  /** The slots of fields in the order of printing; undefined where a field is unknown, or a demanded one is not there. */
  private slotsOf(fields: Fields, names: readonly string[]): readonly Slot[] | undefined {
    const slots: Slot[] = [];
    let missing = this.#demanded;
    for (const name of names) {
      if (fields[name] === undefined) continue;
      const slot = this.#slots.get(name);
      if (slot === undefined) return undefined;
      if (slot.required) missing -= 1;
      insert(slots, slot);
    }
    return missing > 0 ? undefined : slots;
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

/** Puts a slot behind those that come before it: most are the last so far, for which sorting is too much. */
function insert(slots: Slot[], slot: Slot): void {
  let at = slots.length;
  for (; at > 0; at -= 1) {
    const before = slots[at - 1];
    if (before === undefined || before.place < slot.place) break;
    slots[at] = before;
  }
  slots[at] = slot;
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
  const copy: unknown[] = [];
  let isSame = true;
  const entries = value as readonly unknown[];
  for (const before of entries) {
    const after = read(before);
    if (after === undefined) return undefined;
    if (after !== before) isSame = false;
    copy.push(after);
  }
  return isSame ? entries : copy;
}

function readMap(value: unknown, read: Read): Fields | undefined {
  if (!isRecord(value)) return undefined;
  const copy: Record<string, unknown> = {};
  let isSame = true;
  for (const key of Object.keys(value)) {
    const before = value[key];
    const after = before === undefined ? undefined : read(before);
    if (after !== before) isSame = false;
    if (after !== undefined) setOwn(copy, key, after);
    else if (before !== undefined) return undefined;
    else isSame = false;
  }
  return isSame ? value : copy;
}
