import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { judge } from '../lib/kube/judge';
import type { Problem } from '../lib/kube/problem';
import { FieldPath } from '../lib/kube/field-path';
import { groupedBy } from '../lib/kube/groups';
import { ProblemList } from '../lib/kube/problem-list';
import { DEFAULT_TARGET } from '../lib/kube/version';
import { canonical } from '../lib/kube/schema/canonical';
import type { Note } from '../lib/pod/note';
import { isRecord } from '../lib/kube/is-record';
import { appProblems } from '../lib/workloads/app-problems';
import { destinationOf, folderOf } from '../lib/workloads/environment';
import type { Destination } from '../lib/workloads/environment';
import { excusesOf } from '../lib/workloads/excuse';
import { renderStock } from '../lib/workloads/last-step';
import { Manifest, withOwnProblemsSaid } from '../lib/workloads/manifest';
import type { RenderedManifest } from '../lib/workloads/manifest';
import { PodError } from '../lib/workloads/pod-error';
import type { Refusal } from '../lib/workloads/pod-error';
import { settingsOf } from '../lib/workloads/settings';
import { environmentProblems } from './environment-label';
import { groupOf, titleOf } from './identity';
import { secretValueProblems } from './secret-values';

/** An object that may be written, with what is said of it. */
export interface CheckedObject {
  /** As people name it: `Deployment shop/checkout`. */
  readonly title: string;
  /** The construct's path in the tree. */
  readonly construct: string;
  readonly destination: Destination;
  readonly object: Readonly<Record<string, unknown>>;
  readonly notes: readonly Note[];
  readonly promise: string | undefined;
}

/**
 * Renders the objects of an App and checks them, each for itself and all together.
 *
 * @throws PodError with everything that is wrong with any construct.
 */
export function checkedObjects(app: IConstruct, apiObjects: readonly ApiObject[]): readonly CheckedObject[] {
  const rendered = apiObjects.map(renderObject);
  const findings = new Findings();
  for (const { checked, problems } of rendered) findings.add(checked, problems);
  const objects = rendered.map(({ checked }) => checked);
  const twice = twiceTheSame(objects);
  const again = new Set(twice.map(({ of }) => of));
  const once = objects.filter((object) => !again.has(object));
  const targets = new Map(apiObjects.map((apiObject, position) => [objects[position], settingsOf(apiObject).target]));
  const together = byDestination(once).flatMap((some) => appProblems(some, (of) => targets.get(of) ?? DEFAULT_TARGET));
  for (const { of, problem } of [...twice, ...together]) findings.addNew(of, problem);
  const refusals = [...findings.refusals(), ...withOwnProblemsSaid(() => ownValidations(app))];
  if (refusals.length > 0) throw new PodError(refusals);
  return objects;
}

/** What is wrong, by construct, in the order in which it was found. */
class Findings {
  readonly #byConstruct = new Map<string, { readonly object: string; readonly problems: Problem[] }>();

  add({ construct, title }: CheckedObject, problems: readonly Problem[]): void {
    if (problems.length === 0) return;
    const known = this.#byConstruct.get(construct);
    if (known === undefined) this.#byConstruct.set(construct, { object: title, problems: [...problems] });
    else known.problems.push(...problems);
  }

  /** Adds a problem of the whole App, unless the object itself has said the same of the field. */
  addNew(of: CheckedObject, problem: Problem): void {
    const known = this.#byConstruct.get(of.construct)?.problems ?? [];
    if (!known.some(({ path, code }) => path === problem.path && code === problem.code)) this.add(of, [problem]);
  }

  refusals(): Refusal[] {
    return [...this.#byConstruct].map(([construct, found]) => ({ construct, ...found, sentences: [] }));
  }
}

function renderObject(apiObject: ApiObject): {
  readonly checked: CheckedObject;
  readonly problems: readonly Problem[];
} {
  const { object, notes, promise, problems } =
    apiObject instanceof Manifest ? apiObject.render() : renderForeign(apiObject);
  const destination = destinationOf(apiObject);
  return {
    // By what will be written: patches may have renamed it.
    checked: { title: titleOf(object), construct: apiObject.node.path, destination, object, notes, promise },
    problems: [...problems, ...environmentProblems(object, destination), ...secretValueProblems(object, notes)],
  };
}

/** An object that somebody else's construct makes: printed and judged like ours. */
function renderForeign(apiObject: ApiObject): RenderedManifest {
  const stock = renderStock(apiObject);
  const { target, featureGates } = settingsOf(apiObject);
  // Not frozen, as what is ours: it may be what the stranger goes on working with.
  const object = canonical(stock.object);
  const { problems } = judge(object, { target, featureGates, thorough: true, warnings: false });
  return {
    object,
    notes: [...stock.notes, ...excusesOf(apiObject)],
    promise: undefined,
    problems: [...problems, ...identityProblems(object, problems)],
  };
}

/** What every object needs to have a file, of whatever kind; said where the judge has not said it. */
function identityProblems(object: CheckedObject['object'], said: readonly Problem[]): readonly Problem[] {
  const { name, namespace } = metadataOf(object);
  const list = new ProblemList();
  const path = FieldPath.of('metadata');
  const isText = (value: unknown) => typeof value === 'string' && value !== '';
  if (!isText(name)) list.required('object-name', path.child('name'), 'an object is known by its name');
  if (namespace !== undefined && !isText(namespace)) {
    list.invalid(
      'object-namespace',
      path.child('namespace'),
      namespace,
      'must be the name of a namespace, or left out',
    );
  }
  return list.problems.filter((problem) => !said.some(({ path: field }) => field === problem.path));
}

function metadataOf({ metadata }: CheckedObject['object']): { readonly name?: unknown; readonly namespace?: unknown } {
  return isRecord(metadata) ? metadata : {};
}

/** The objects that meet in a cluster, by where they go. */
function byDestination(objects: readonly CheckedObject[]): readonly (readonly CheckedObject[])[] {
  return [...groupedBy(objects, ({ destination }) => folderOf(destination)).values()];
}

function twiceTheSame(objects: readonly CheckedObject[]): { readonly of: CheckedObject; readonly problem: Problem }[] {
  const first = new Map<string, CheckedObject>();
  return objects.flatMap((of) => {
    const group = groupOf(String(of.object['apiVersion']));
    const identity = `${folderOf(of.destination)} ${group} ${of.title}`;
    const before = first.get(identity);
    if (before === undefined) {
      first.set(identity, of);
      return [];
    }
    const detail = `construct ${before.construct} makes ${of.title} too: one would overwrite the other in the cluster`;
    const value = metadataOf(of.object).name;
    return [{ of, problem: { code: 'duplicate-object', path: 'metadata.name', type: 'Duplicate', value, detail } }];
  });
}

/** What validations say that users put on constructs of their own. */
function ownValidations(app: IConstruct): Refusal[] {
  return app.node.findAll().flatMap((construct) => {
    const sentences = construct.node.validate();
    if (sentences.length === 0) return [];
    return [{ object: construct.constructor.name, construct: construct.node.path, problems: [], sentences }];
  });
}
