import type { FieldPath } from '../field-path';
import type { Problem, ProblemType } from '../problem';
import { minorOf, type KubernetesVersion } from '../version';
import { enabledIn, existsIn, stageIn, type Field, type FieldType } from './field';
import { fieldAdvice, type Ancestor } from './field-advice';
import { scalarFault, wordFor } from './scalar-fault';
import { typeOf, type TypeSchema } from './schema';

/** Holds a value against a type of the table, as the decoder of the target version reads it, and collects what it refuses. */
export class Walk {
  readonly problems: Problem[] = [];
  /** The objects around the place, from the outermost on. */
  private readonly ancestors: Ancestor[] = [];

  /**
   * @param gates The feature gates that the cluster has switched on; where they are given, a field is reported that the
   *   server would drop in silence. Undefined where nobody asks.
   */
  constructor(
    private readonly target: KubernetesVersion,
    private readonly gates?: readonly string[],
  ) {}

  /** Judges an object and everything in it. */
  object(value: unknown, type: TypeSchema, path: FieldPath): void {
    if (value == null) return;
    if (!isMap(value)) {
      this.wrongType(path, value, `must be a map (${type.name}), and this is ${wordFor(value)}`);
      return;
    }
    this.ancestors.push({ type, path });
    for (const name of Object.keys(value)) {
      const entry = value[name];
      const field = type.field(name);
      if (entry === undefined || (field !== undefined && this.isFineAt(field, entry))) continue;
      if (field !== undefined) this.field(entry, field, path.child(name));
      else this.add('UnknownField', 'unknown-field', path.child(name), fieldAdvice(name, this.ancestors, value));
    }
    this.ancestors.pop();
  }

  /** Records a problem. */
  add(type: ProblemType, code: string, path: FieldPath, detail: string, value?: unknown): void {
    this.problems.push({ code, path: path.toString(), type, ...(isShown(value) ? { value } : {}), detail });
  }

  /** Most values are scalars of which there is nothing to say, and nobody asks for their paths. */
  private isFineAt(field: Field, value: unknown): boolean {
    return (
      existsIn(field, this.target) &&
      (this.gates === undefined || enabledIn(field, this.target)) &&
      this.isFine(value, field, field.type, field.name)
    );
  }

  private isFine(value: unknown, field: Field, type: FieldType, name: string): boolean {
    if (type.shape !== 'scalar') return false;
    return scalarFault(type.scalar, value, name) === undefined && this.newerThanTarget(value, field) === undefined;
  }

  private field(value: unknown, field: Field, path: FieldPath): void {
    if (existsIn(field, this.target)) {
      if (this.gates !== undefined && !enabledIn(field, this.target)) this.switchedOff(field, path, this.gates);
      this.value(value, field, { type: field.type, path, name: field.name });
    } else if (field.since !== undefined && minorOf(field.since) > minorOf(this.target)) {
      const detail = `came in Kubernetes ${field.since}${laterStages(field)}, and the target is ${this.target}`;
      this.add('UnknownField', 'field-newer-than-target', path, detail);
    } else {
      const detail = `Kubernetes ${field.until ?? ''} had it last, and the target is ${this.target}`;
      this.add('UnknownField', 'field-gone', path, detail);
    }
  }

  private switchedOff(field: Field, path: FieldPath, gates: readonly string[]): void {
    const { gate = 'unknown' } = field;
    if (gates.includes(gate)) return;
    const stage = stageIn(field, this.target)?.stage ?? 'not there';
    const detail =
      `is ${stage} in Kubernetes ${this.target} and off by default: the server would drop it without a word; ` +
      `if the cluster has the feature gate ${gate} on, name it in featureGates`;
    this.problems.push({ code: 'field-off-by-default', path: path.toString(), type: 'Forbidden', detail, ours: true });
  }

  private value(value: unknown, field: Field, place: Place): void {
    if (value == null) return;
    const { type, path, name } = place;
    switch (type.shape) {
      case 'scalar': {
        const fault = scalarFault(type.scalar, value, name);
        if (fault !== undefined) this.add('TypeInvalid', fault.code, path, fault.detail, value);
        else this.newerValue(value, field, path);
        return;
      }
      case 'object':
        this.object(value, typeOf(type.name), path);
        return;
      case 'list':
        if (Array.isArray(value)) this.list(value, field, { type: type.of, path, name });
        else this.wrongType(path, value, `must be a list, and this is ${wordFor(value)}`);
        return;
      case 'map':
        if (!isMap(value)) this.wrongType(path, value, `must be a map, and this is ${wordFor(value)}`);
        else {
          for (const key of Object.keys(value)) {
            const entry = value[key];
            if (this.isFine(entry, field, type.of, key)) continue;
            this.value(entry, field, { type: type.of, path: path.key(key), name: key });
          }
        }
    }
  }

  private list(value: readonly unknown[], field: Field, { type, path, name }: Place): void {
    value.forEach((entry, position) => {
      if (!this.isFine(entry, field, type, name)) this.value(entry, field, { type, path: path.index(position), name });
    });
  }

  /** The version that a value came with, where the target is older. */
  private newerThanTarget(value: unknown, field: Field): string | undefined {
    const since = typeof value === 'string' ? field.valueSince.get(value) : undefined;
    return since === undefined || minorOf(since) <= minorOf(this.target) ? undefined : since;
  }

  private newerValue(value: unknown, field: Field, path: FieldPath): void {
    const since = this.newerThanTarget(value, field);
    if (since === undefined) return;
    const detail = `the value came in Kubernetes ${since}, and the target is ${this.target}`;
    this.add('NotSupported', 'value-newer-than-target', path, detail, value);
  }

  private wrongType(path: FieldPath, value: unknown, detail: string): void {
    this.add('TypeInvalid', 'wrong-type', path, detail, value);
  }
}

/** Whether a value is a map in the sense of YAML and JSON. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A place inside a field: what may stand there and how the place is called. */
interface Place {
  readonly type: FieldType;
  readonly path: FieldPath;
  /** The field's name, or the key inside a map. */
  readonly name: string;
}

function isShown(value: unknown): boolean {
  return value !== undefined && typeof value !== 'object';
}

function laterStages(field: Field): string {
  const first = field.since === undefined ? undefined : stageIn(field, field.since);
  if (first === undefined) return '';
  const later = field.stages.filter((stage) => minorOf(stage.version) > minorOf(first.version));
  return ` (${[first.stage, ...later.map(({ stage, version, on }) => `${stage} ${version}${on ? '' : ', off'}`)].join('; ')})`;
}
