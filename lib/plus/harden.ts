import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { PodSpec } from '../kube/api/pod';
import { isAtOrBelow } from '../kube/field-path';
import { evaluatePodSecurity } from '../kube/pod-security';
import type { Note } from '../pod/note';
import { isRecord } from '../kube/is-record';
import { secureContainer, securePodSpec } from '../pod/secure';
import type { Unsecured } from '../pod/secure';
import { excusesOf } from '../workloads/excuse';
import { addLastStep, renderStock } from '../workloads/last-step';
import { settingsOf } from '../workloads/settings';
import { objectOf, podOf, withPod } from './their-pod';
import type { Fields } from './their-pod';

/** A field that was set where nobody had said anything. */
export interface Hardening {
  /** In the API server's spelling, from the object. */
  readonly path: string;
  readonly value: unknown;
}

/** What became of a hardened workload; asked anew each time, since the workload may still change. */
export interface Hardened {
  /** The fields that were set. */
  readonly changes: () => readonly Hardening[];
  /** What Pod Security *restricted* still refuses, since somebody has set it so: a sentence each. */
  readonly refused: () => readonly string[];
}

/**
 * Brings a workload of cdk8s-plus, or any stock object with Pods, to Pod Security *restricted*: what nobody has set is set
 * as in a Pod of ours. What somebody has set stays; where *restricted* refuses it, synthesis stops, unless `excuse` says
 * why at its field. Every field that is set is named in the manifest.
 *
 * @throws TypeError where the workload makes no Pods, or is one of ours.
 */
export function harden(workload: IConstruct): Hardened {
  const object = objectOf(workload);
  podOf(renderStock(object).object);
  const changes: Hardening[] = [];
  addLastStep(object, (rendered, notes) => {
    const { template, path } = podOf(rendered);
    const spec = hardenedSpec(template.spec as unknown as Fields);
    const found = additions(template.spec, spec, path.child('spec').toString());
    changes.splice(0, changes.length, ...found);
    notes.push(...notesOn(found));
    return withPod(rendered, path, { ...template, spec: spec as unknown as PodSpec });
  });
  const refused = () => refusedIn(object);
  object.node.addValidation({ validate: () => [...refused()] });
  return {
    changes: () => {
      renderStock(object);
      return [...changes];
    },
    refused,
  };
}

function hardenedSpec(spec: Fields): Fields {
  const { os } = spec;
  const unsecured: Unsecured = { left: new Set(), windows: isRecord(os) && os['name'] === 'windows' };
  const lists = ['initContainers', 'containers'].flatMap((name): [string, unknown][] => {
    const list = spec[name];
    if (!Array.isArray(list)) return [];
    return [[name, list.map((entry: unknown) => (isRecord(entry) ? secureContainer(entry, unsecured) : entry))]];
  });
  return { ...securePodSpec(spec, unsecured), ...Object.fromEntries(lists) };
}

/** The fields of `after` that `before` does not have. Nothing else differs between them. */
function additions(before: unknown, after: unknown, path: string): readonly Hardening[] {
  if (before === undefined && !isRecord(after)) return [{ path, value: after }];
  if (Array.isArray(after)) {
    const list = Array.isArray(before) ? (before as readonly unknown[]) : [];
    return after.flatMap((entry: unknown, at) => additions(list[at], entry, `${path}[${at}]`));
  }
  if (!isRecord(after)) return [];
  const fields = isRecord(before) ? before : {};
  return Object.entries(after).flatMap(([name, value]) => additions(fields[name], value, `${path}.${name}`));
}

/** One sentence for each place, above it. */
function notesOn(changes: readonly Hardening[]): readonly Note[] {
  const byPlace = new Map<string, string[]>();
  for (const { path } of changes) {
    const [place = path] = /^.*securityContext/.exec(path) ?? [];
    byPlace.set(place, [...(byPlace.get(place) ?? []), path.slice(place.length + 1)]);
  }
  return [...byPlace].map(([path, fields]) => {
    const what = fields.filter((name) => name !== '').join(', ');
    return { kind: 'reason', path, why: { because: what === '' ? 'set by harden()' : `harden() set ${what}` } };
  });
}

function refusedIn(object: ApiObject): readonly string[] {
  const { template, path } = podOf(renderStock(object).object);
  if (template.spec === undefined) return [];
  const before = path.toString() === '' ? '' : `${path.toString()}.`;
  const excuses = excusesOf(object);
  return evaluatePodSecurity(template.metadata, template.spec, 'restricted', settingsOf(object).target).flatMap(
    ({ reason, places }) =>
      places
        .map((place) => `${before}${place.path}`)
        .filter((place) => !excuses.some((excuse) => isAtOrBelow(place, excuse.path)))
        .map(
          (place) =>
            `${place}: Pod Security restricted refuses this (${reason}), and harden() leaves what is set; change it, or say why with excuse(object, path, why)`,
        ),
  );
}
