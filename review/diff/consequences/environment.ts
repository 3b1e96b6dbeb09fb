import { code, list } from '../../report/words';
import type { EnvVar } from '../../../lib/kube/api/env';
import type { Landscape } from '../../landscape';
import type { Workload } from '../../workload';
import { configReferencesOf, keysIn } from '../../knowledge/references';
import { danger, notice, type Consequence } from '../consequence';
import { shown, type WorkloadChange } from '../change';

/** The variables of containers that are there before and afterwards, and keys that are missing. */
export function* environmentConsequences({ was, is, after, landscapes }: WorkloadChange): Generator<Consequence> {
  const before = new Map(was.containers.map(({ container }) => [container.name, container]));
  for (const { container } of is.containers) {
    const old = before.get(container.name);
    if (old === undefined) continue;
    const told = variableTexts(container.name, old.env ?? [], container.env ?? []);
    if (told.length > MOST_TOLD) {
      yield notice('configuration', `${told.length} variables of ${code(container.name)} are other than before.`);
    } else for (const sentence of told) yield notice('configuration', sentence);
    const [wholeWas, whole] = [sourcesOf(old.envFrom), sourcesOf(container.envFrom)];
    if (wholeWas.join() !== whole.join()) {
      yield notice(
        'configuration',
        `${code(container.name)} takes all variables of ${list(whole) || 'nothing'} instead of ${list(wholeWas) || 'nothing'}.`,
      );
    }
  }
  const missingBefore = new Set(missingKeys(was, landscapes.before));
  for (const missing of missingKeys(is, landscapes.after)) {
    if (missingBefore.has(missing)) continue;
    const who = after.identity.kind === 'Pod' ? `${after.title} needs` : `new Pods of ${after.title} need`;
    yield danger('configuration', `${missing}, which ${who} to start.`);
  }
}

const MOST_TOLD = 4;

function variableTexts(container: string, before: readonly EnvVar[], after: readonly EnvVar[]): readonly string[] {
  const was = new Map(before.map((each) => [each.name, valueOf(each)]));
  const is = new Map(after.map((each) => [each.name, valueOf(each)]));
  const changed = [...is].flatMap(([name, value]) => {
    const old = was.get(name);
    if (old === value) return [];
    const what = `The variable ${code(name)} of ${code(container)} is`;
    return [old === undefined ? `${what} new: ${value}.` : `${what} ${value} instead of ${old}.`];
  });
  const gone = [...was.keys()].filter((name) => !is.has(name));
  return [...changed, ...gone.map((name) => `${code(container)} has no variable ${code(name)} any more.`)];
}

/** A value as a sentence shows it: the text itself, or where it comes from. */
function valueOf({ value, valueFrom }: EnvVar): string {
  if (valueFrom === undefined) return value === undefined || value === '' ? 'empty' : shown(value);
  const { configMapKeyRef, fieldRef, resourceFieldRef, secretKeyRef } = valueFrom;
  if (secretKeyRef !== undefined) return `key ${code(secretKeyRef.key)} of Secret ${code(secretKeyRef.name ?? '')}`;
  if (configMapKeyRef !== undefined)
    return `key ${code(configMapKeyRef.key)} of ConfigMap ${code(configMapKeyRef.name ?? '')}`;
  if (fieldRef !== undefined) return `the field ${code(fieldRef.fieldPath)} of the Pod`;
  if (resourceFieldRef !== undefined) return `${code(resourceFieldRef.resource)} of a container`;
  return shown(valueFrom);
}

function sourcesOf(sources: Workload['containers'][number]['container']['envFrom']): readonly string[] {
  return (sources ?? []).map(({ configMapRef, prefix = '', secretRef }) => {
    const whose =
      configMapRef === undefined
        ? `Secret ${code(secretRef?.name ?? '')}`
        : `ConfigMap ${code(configMapRef.name ?? '')}`;
    return prefix === '' ? whose : `${whose} (as ${code(`${prefix}…`)})`;
  });
}

/** Keys that the Pods need and that their object, which is among the reviewed, does not have. */
function missingKeys(workload: Workload, landscape: Landscape): readonly string[] {
  return configReferencesOf(workload).flatMap(({ key, kind, name }) => {
    const entity = key === undefined ? undefined : landscape.find(kind, name, workload.entity);
    const keys = entity && keysIn(entity);
    if (key === undefined || keys === undefined || keys.has(key)) return [];
    return [`${kind} ${code(name)} has no key ${code(key)}`];
  });
}
