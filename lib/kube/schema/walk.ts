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

  /**
   * @param gates The feature gates that the cluster has switched on; where they are given, a field is reported that the
   *   server would drop in silence. Undefined where nobody asks.
   */
  constructor(
    private readonly target: KubernetesVersion,
    private readonly gates?: readonly string[],
  ) {}

  /** Judges an object and everything in it. */
  object(value: unknown, type: TypeSchema, path: FieldPath, around: readonly Ancestor[] = []): void {
    if (value == null) return;
    if (!isMap(value)) {
      this.wrongType(path, value, `must be a map (${type.name}), and this is ${wordFor(value)}`);
      return;
    }
    const ancestors = [...around, { type, path }];
    for (const name of Object.keys(value)) {
      const entry = value[name];
      const field = entry === undefined ? undefined : type.field(name);
      if (field !== undefined) this.field(entry, field, path.child(name), ancestors);
      else if (entry !== undefined)
        this.add('UnknownField', 'unknown-field', path.child(name), fieldAdvice(name, ancestors, value));
    }
  }

  /** Records a problem. */
  add(type: ProblemType, code: string, path: FieldPath, detail: string, value?: unknown): void {
    this.problems.push({ code, path: path.toString(), type, ...(isShown(value) ? { value } : {}), detail });
  }

  private field(value: unknown, field: Field, path: FieldPath, ancestors: readonly Ancestor[]): void {
    if (existsIn(field, this.target)) {
      if (this.gates !== undefined && !enabledIn(field, this.target)) this.switchedOff(field, path, this.gates);
      this.value(value, field, { type: field.type, path, name: field.name }, ancestors);
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

  private value(value: unknown, field: Field, place: Place, ancestors: readonly Ancestor[]): void {
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
        this.object(value, typeOf(type.name), path, ancestors);
        return;
      case 'list':
        if (Array.isArray(value)) this.list(value, field, { type: type.of, path, name }, ancestors);
        else this.wrongType(path, value, `must be a list, and this is ${wordFor(value)}`);
        return;
      case 'map':
        if (!isMap(value)) this.wrongType(path, value, `must be a map, and this is ${wordFor(value)}`);
        else {
          for (const key of Object.keys(value)) {
            this.value(value[key], field, { type: type.of, path: path.key(key), name: key }, ancestors);
          }
        }
    }
  }

  private list(
    value: readonly unknown[],
    field: Field,
    { type, path, name }: Place,
    ancestors: readonly Ancestor[],
  ): void {
    value.forEach((entry, position) => {
      this.value(entry, field, { type, path: path.index(position), name }, ancestors);
    });
  }

  private newerValue(value: unknown, field: Field, path: FieldPath): void {
    const since = typeof value === 'string' ? field.valueSince.get(value) : undefined;
    if (since === undefined || minorOf(since) <= minorOf(this.target)) return;
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
