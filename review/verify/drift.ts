import { withDefaults } from '../../lib/kube/defaults/defaults';
import { FieldPath } from '../../lib/kube/field-path';
import { tryReadableObject } from '../../lib/kube/readable';
import { canonical } from '../../lib/kube/schema/canonical';
import type { FieldType } from '../../lib/kube/schema/field';
import { trySchemaOf } from '../../lib/kube/schema/schema';
import { isMap } from '../../lib/kube/schema/walk';
import type { KubernetesVersion } from '../../lib/kube/version';
import { shown } from '../diff/change';
import { fieldOf, textOf, type Entity } from '../entity';
import { isSetWhileRunning } from '../landscape';
import { code, sentence } from '../report/words';
import { concealed } from './concealed';
import { fieldDrift, type FieldDrift, type Sides } from './field-drift';
import { isKnownInjection } from './injected';
import type { Mismatch } from './mismatch';
import { titled } from './owner-state';

/** How a live object is compared with the one that Git has. */
export interface DriftOptions {
  readonly target: KubernetesVersion;
  /** Whether something else than Git decides on `spec.replicas`. */
  readonly isScaled: boolean;
}

/** What a live object has otherwise than Git writes it: the next sync, or the next replacement, loses it. */
export function driftMismatches(desired: Entity, live: Entity, options: DriftOptions): readonly Mismatch[] {
  if (desired.identity.apiVersion !== live.identity.apiVersion) return [otherVersion(desired, live)];
  const written = heldOf(desired, options, false);
  const wanted = heldOf(desired, options, true);
  const held = withoutAdmission(heldOf(live, options, true), wanted);
  return comparedFields(desired, written).flatMap(({ path, type }) => {
    const at = (value: unknown) => path.reduce<unknown>(fieldOf, value);
    const place = path.reduce((above, name) => above.child(name), FieldPath.root);
    const sides: Sides = { written: at(written), wanted: at(wanted), live: at(held) };
    const found = fieldDrift(sides, { name: path.at(-1) ?? '', path: path.join('.'), place, ...(type && { type }) });
    return [...found].flatMap((drift) => mismatchOf(drift, desired, live, options));
  });
}

/** An object in one form for both sides: as far as it can be read, and with amounts by their value. */
function heldOf({ object }: Entity, { target }: DriftOptions, isFilled: boolean): unknown {
  const readable = tryReadableObject(object, target) ?? object;
  return canonical(isFilled ? withDefaults(readable, { target }) : readable);
}

interface ComparedField {
  readonly path: readonly string[];
  readonly type?: FieldType;
}

/** Labels and annotations that Git writes, and what makes up the object; names, status and secrets are no drift. */
function comparedFields({ identity: { apiVersion, kind } }: Entity, written: unknown): readonly ComparedField[] {
  const schema = trySchemaOf(apiVersion, kind);
  const fields = isMap(written) ? Object.keys(written) : [];
  const passed = kind === 'Secret' ? [...PASSED_OVER, 'data', 'stringData'] : PASSED_OVER;
  return [
    { path: ['metadata', 'labels'], type: TEXTS },
    { path: ['metadata', 'annotations'], type: TEXTS },
    ...fields
      .filter((name) => !passed.includes(name))
      .map((name) => {
        const type = schema?.field(name)?.type;
        return { path: [name], ...(type && { type }) };
      }),
  ];
}

const PASSED_OVER: readonly string[] = ['apiVersion', 'kind', 'metadata', 'status'];
const TEXTS: FieldType = { shape: 'map', of: { shape: 'scalar', scalar: 'string' } };

/** A Pod without the tolerations that admission gives to every one. */
function withoutAdmission(live: unknown, wanted: unknown): unknown {
  const spec = fieldOf(live, 'spec');
  const tolerations = fieldOf(spec, 'tolerations');
  if (!isMap(live) || !isMap(spec) || fieldOf(live, 'kind') !== 'Pod' || !Array.isArray(tolerations)) return live;
  const own = fieldOf(fieldOf(wanted, 'spec'), 'tolerations');
  const keys = new Set((Array.isArray(own) ? own : []).map((each: unknown) => fieldOf(each, 'key')));
  const kept = tolerations.filter((each: unknown) => {
    const key = fieldOf(each, 'key');
    return keys.has(key) || !textOf(key).startsWith('node.kubernetes.io/');
  });
  return { ...live, spec: { ...spec, tolerations: kept } };
}

function mismatchOf(drift: FieldDrift, desired: Entity, live: Entity, { isScaled }: DriftOptions): readonly Mismatch[] {
  const { path, place } = drift;
  const { kind } = desired.identity;
  if (isScaled && path === 'spec.replicas') return [];
  if (drift.drift === 'beside' && !(TEMPLATED.has(kind) && isWorthKnowing(path))) return [];
  if (drift.drift === 'added' && ADDED_TO.has(kind)) return [];
  const container = /\.(?:initContainers|containers)\[([^\]]*)\]/.exec(path)?.[1];
  const isInjected = drift.drift === 'added' && isKnownInjection(textOf(fieldOf(drift.actual, 'name')));
  const line = desired.lineOf(place.toString());
  const name =
    /\.env\[([^\]]*)\]/.exec(path)?.[1] ??
    path
      .split(/[.[\]]+/)
      .filter(Boolean)
      .at(-1) ??
    '';
  const expected = concealed(drift.expected, name);
  const actual = concealed(drift.actual, name);
  return [
    {
      severity: isInjected || drift.drift === 'beside' ? 'info' : 'warning',
      topic: isInjected ? 'injected' : 'drift',
      object: live.identity,
      ...(container !== undefined && { container }),
      path,
      ...(line !== undefined && { line }),
      ...(expected !== undefined && { expected }),
      ...(actual !== undefined && { actual }),
      sentence: sentence(driftText(drift.drift, `${code(path)} of ${titled(live)}`, shown(expected), shown(actual))),
    },
  ];
}

/** The kinds whose objects have no more in them than Git and the defaults say, unless somebody put it there. */
const TEMPLATED: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob']);
/** The kinds to whose lists the cluster itself adds. */
const ADDED_TO: ReadonlySet<string> = new Set(['Pod', 'ServiceAccount', 'Namespace']);

/** What the cluster itself writes, and what is told where the owner is looked at. */
function isWorthKnowing(path: string): boolean {
  const label = /\.labels[.[]([^\]]+)\]?$/.exec(path)?.[1];
  return (
    path.startsWith('spec.') &&
    !/\.(?:serviceAccount|creationTimestamp)$|^spec\.(?:volumeClaimTemplates|paused$|suspend$)/.test(path) &&
    !(label !== undefined && isSetWhileRunning(label))
  );
}

function driftText(drift: FieldDrift['drift'], what: string, expected: string, actual: string): string {
  switch (drift) {
    case 'changed':
      return `${what} is ${actual}, and Git says ${expected}: the next sync sets it back`;
    case 'removed':
      return `${what} is not there, and Git says ${expected}: the next sync brings it back`;
    case 'added':
      return `${what} is ${actual}, and Git does not have it: the next sync or replacement loses it`;
    case 'beside':
      return `${what} is ${actual}, and Git says nothing of it: it is lost when the object is replaced`;
  }
}

/** The API server tells one object in several versions. */
function otherVersion(desired: Entity, live: Entity): Mismatch {
  const { apiVersion } = desired.identity;
  const text = `${titled(live)} is listed as ${code(live.identity.apiVersion)}, and Git writes ${code(apiVersion)}: their fields are not compared`;
  return {
    severity: 'info',
    topic: 'version',
    object: live.identity,
    path: 'apiVersion',
    expected: apiVersion,
    actual: live.identity.apiVersion,
    sentence: sentence(text),
  };
}
