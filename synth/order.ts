import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';

/**
 * All objects of an App, those that others depend on first, otherwise in the order in which they were made.
 *
 * A dependency of a construct holds for everything inside it, on everything inside the other. Linear in constructs and
 * dependencies.
 *
 * @throws Error where dependencies go round in a ring, naming its constructs, or lead out of the App.
 */
export function inOrder(app: IConstruct): ApiObject[] {
  return rankedObjects(app, () => 0).map(({ object }) => object);
}

/**
 * All objects of an App by a rank of their own, those that others depend on first, otherwise in the order in which they
 * were made. An object never comes before one that it depends on, so it waits for the highest rank among those.
 *
 * @throws Error as {@link inOrder} does.
 */
export function inRankedOrder(app: IConstruct, rankOf: (object: ApiObject) => number): ApiObject[] {
  return rankedObjects(app, rankOf)
    .sort((a, b) => a.rank - b.rank)
    .map(({ object }) => object);
}

interface RankedObject {
  readonly object: ApiObject;
  readonly rank: number;
}

function rankedObjects(app: IConstruct, rankOf: (object: ApiObject) => number): RankedObject[] {
  const all = app.node.findAll();
  if (all.every(({ node }) => node.dependencies.length === 0)) {
    return all.filter(isApiObject).map((object) => ({ object, rank: rankOf(object) }));
  }
  const objects: RankedObject[] = [];
  walk(stepOf(new Map(), app, 'done'), (step, before) => {
    step.rank = before.reduce((highest, { rank }) => Math.max(highest, rank), 0);
    if (step.moment !== 'made' || !isApiObject(step.construct)) return;
    step.rank = Math.max(step.rank, rankOf(step.construct));
    objects.push({ object: step.construct, rank: step.rank });
  });
  return objects;
}

function isApiObject(construct: IConstruct): construct is ApiObject {
  return construct instanceof ApiObject;
}

/**
 * A moment in the making of a construct: `begun` when all it depends on is done, `made` when its own object is out,
 * `done` when all inside it is.
 */
interface Step {
  readonly construct: IConstruct;
  readonly moment: 'begun' | 'made' | 'done';
  readonly before: () => Step[];
  state: 'new' | 'open' | 'closed';
  /** The highest rank of the objects that are out when it is closed. */
  rank: number;
}

/** The steps that are known so far. By construct rather than by path: constructs of two Apps may share a path. */
type Graph = Map<IConstruct, Partial<Record<Step['moment'], Step>>>;

function stepOf(graph: Graph, construct: IConstruct, moment: Step['moment']): Step {
  const steps = graph.get(construct) ?? {};
  graph.set(construct, steps);
  const before = () => stepsBefore(graph, construct, moment);
  return (steps[moment] ??= { construct, moment, before, state: 'new', rank: 0 });
}

function stepsBefore(graph: Graph, construct: IConstruct, moment: Step['moment']): Step[] {
  const { scope } = construct.node;
  const dependencies = moment === 'done' ? [] : dependenciesOf(construct);
  switch (moment) {
    case 'begun': {
      const outer = scope === undefined ? [] : [stepOf(graph, scope, 'begun')];
      // What a construct needs from inside itself, it can only wait for on behalf of its own object.
      const others = dependencies.filter((needed) => !isInside(needed, construct));
      return [...outer, ...others.map((needed) => stepOf(graph, needed, 'done'))];
    }
    case 'made': {
      const inner = dependencies.filter((needed) => needed !== construct && isInside(needed, construct));
      return [stepOf(graph, construct, 'begun'), ...inner.map((needed) => stepOf(graph, needed, 'done'))];
    }
    case 'done':
      return [
        stepOf(graph, construct, 'made'),
        ...construct.node.children.map((child) => stepOf(graph, child, 'done')),
      ];
  }
}

function dependenciesOf({ node }: IConstruct): readonly IConstruct[] {
  const { dependencies } = node;
  const stranger = dependencies.find((needed) => needed.node.root !== node.root);
  if (stranger === undefined) return dependencies;
  throw new Error(`construct ${node.path} depends on ${stranger.node.path}, which is no part of this App`);
}

function isInside(inner: IConstruct, outer: IConstruct): boolean {
  return inner.node.path === outer.node.path || inner.node.path.startsWith(`${outer.node.path}/`);
}

/** Walks depth first without recursion, since a chain of dependencies may be longer than the stack is deep. */
function walk(root: Step, close: (step: Step, before: readonly Step[]) => void): void {
  const open: { readonly step: Step; readonly before: Step[]; next: number }[] = [];
  const enter = (step: Step) => {
    step.state = 'open';
    open.push({ step, before: step.before(), next: 0 });
  };
  enter(root);
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const needed = top.before[top.next];
    top.next += 1;
    if (needed === undefined) {
      top.step.state = 'closed';
      open.pop();
      close(top.step, top.before);
    } else if (needed.state === 'open') {
      throw new Error(
        ringSentence(
          open.map(({ step }) => step),
          needed,
        ),
      );
    } else if (needed.state === 'new') enter(needed);
  }
}

function ringSentence(open: readonly Step[], closing: Step): string {
  const ring = open.slice(open.indexOf(closing)).concat(closing);
  const paths = ring.map(({ construct }) => construct.node.path || 'the App');
  const steps = paths.filter((path, position) => path !== paths[position - 1]);
  return `dependencies go round in a ring: ${steps.join(' needs ')}`;
}
