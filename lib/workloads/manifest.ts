import { ApiObject } from 'cdk8s';
import type { ApiObjectMetadata, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import { withFields } from '../kube/alter';
import { judge } from '../kube/judge';
import { problemSentence } from '../kube/problem';
import type { Problem } from '../kube/problem';
import { canonicalFor } from '../kube/schema/sound';
import type { Note } from '../pod/note';
import type { Chart } from './chart';
import { excusesOf } from './excuse';
import { applyPatches, operationOf } from './patch';
import type { Operation } from './patch';
import { settingsOf } from './settings';

/** An object as it will be written: data in the order of printing, what is said of its fields, what is wrong. */
export interface RenderedManifest {
  readonly object: Readonly<Record<string, unknown>>;
  readonly notes: readonly Note[];
  readonly problems: readonly Problem[];
  /** What the owner promises, in a sentence for the top of the file. */
  readonly promise: string | undefined;
}

/** What a kind of object adds to its metadata. */
export interface ManifestBody {
  /** Fields beside `apiVersion`, `kind` and `metadata`. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly notes?: readonly Note[];
  readonly problems?: readonly Problem[];
  readonly promise?: string;
  /** What production needs beyond the API server; asked only of an object whose fields have their right types. */
  readonly requirements?: (object: RenderedManifest['object']) => readonly Problem[];
}

/** Asks constructs for what users let them validate, where what is wrong with objects of ours is said already. */
export function withOwnProblemsSaid<Result>(ask: () => Result): Result {
  const before = isSaid;
  isSaid = true;
  try {
    return ask();
  } finally {
    isSaid = before;
  }
}

let isSaid = false;

/** What may be said of an object's own metadata. */
export interface ObjectMetadata {
  /** @default the construct's id, unchanged */
  readonly name?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** The kind and name of an object to be. */
export interface ManifestProps {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ApiObjectMetadata;
}

/**
 * An object of ours in the construct tree: rendered as plain data, judged as the API server would, with reasons.
 *
 * It is a `cdk8s.ApiObject`: dependencies, `metadata.addLabel` and JSON patches work on it as on any other.
 */
export abstract class Manifest extends ApiObject {
  /** Restores what `instanceof` means, since cdk8s lets every ApiObject pass for an instance of any subclass. */
  static override [Symbol.hasInstance](candidate: unknown): candidate is Manifest {
    return Function.prototype[Symbol.hasInstance].call(this, candidate);
  }

  readonly #patches: Operation[] = [];
  #latest: { readonly metadata: unknown; readonly steps: number; readonly rendered: RenderedManifest } | undefined;

  constructor(scope: Construct, id: string, props: ManifestProps) {
    super(scope, id, withFields(props, { metadata: withFields(UNSAID, props.metadata) }));
    this.node.addValidation({ validate: () => (isSaid ? [] : this.render().problems.map(problemSentence)) });
  }

  /** The object as it will be written, and all that is wrong with it. */
  render(): RenderedManifest {
    const metadata: unknown = this.metadata.toJson();
    // Patches and excuses are added and never taken away.
    const steps = this.#patches.length + excusesOf(this).length;
    if (this.#latest?.steps === steps && isSame(this.#latest.metadata, metadata)) return this.#latest.rendered;
    const rendered = this.renderWith(metadata);
    this.#latest = { metadata, steps, rendered };
    return rendered;
  }

  /** @throws TypeError where a patch is none of `cdk8s.JsonPatch`. */
  override addJsonPatch(...patches: JsonPatch[]): void {
    this.#patches.push(...patches.map(operationOf));
  }

  override toJson(): Readonly<Record<string, unknown>> {
    return structuredClone(this.render().object);
  }

  /** Says that what stands in this object has changed since it was rendered. */
  protected changed(): void {
    this.#latest = undefined;
  }

  /** What stands in this object beside its metadata. */
  protected abstract body(): ManifestBody;

  private chartNotes(): Note[] {
    const why = 'withoutNamespace' in this.chart ? (this.chart as Chart).withoutNamespace : undefined;
    if (why === undefined || this.metadata.namespace !== undefined) return [];
    return [{ kind: 'exception', path: 'metadata.namespace', absent: true, scope: 'field', why }];
  }

  private renderWith(metadata: unknown): RenderedManifest {
    const { fields, notes = [], problems = [], promise, requirements = () => [] } = this.body();
    const whole = { apiVersion: this.apiVersion, kind: this.kind, metadata, ...fields };
    const patched = applyPatches(whole, this.#patches);
    const { target, featureGates } = settingsOf(this);
    const object = canonicalFor(patched.object, target);
    const judged = judge(object, { target, featureGates, thorough: true, warnings: false });
    const missing = judged.wellTyped ? requirements(object) : [];
    return {
      object,
      notes: [...this.chartNotes(), ...notes, ...excusesOf(this)],
      promise,
      problems: [...problems, ...patched.problems, ...judged.problems, ...missing],
    };
  }
}

/**
 * The fields that cdk8s adds to all metadata, and leaves out where they are empty. Where they are there from the start,
 * the metadata of all objects share their hidden class.
 */
const UNSAID: ApiObjectMetadata = { annotations: {}, finalizers: [], ownerReferences: [] };

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
