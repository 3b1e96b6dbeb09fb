import { printCommentBeside } from './comment-lines';

/** What is said about one field. */
export interface YamlComment {
  /** Lines right above the field, or above the `- ` of a list entry. A text may hold line breaks; long lines wrap. */
  readonly above?: readonly string[];
  /** A comment at the end of the field's line, where image updaters look for their markers. */
  readonly beside?: string;
  /** The way to the field, where it has been found before. */
  readonly steps?: readonly string[];
}

/**
 * Comments by field, in the API server's spelling: `spec.template.spec.containers[0].image`, and entries of a map in
 * brackets: `metadata.labels[app]`, `metadata.annotations[example.com/owner]`.
 */
export type YamlComments = ReadonlyMap<string, YamlComment>;

/** The comments of one field and of the fields below it, found by one step at a time while printing. */
export interface CommentTree {
  readonly above: string[];
  /** As it stands at the end of the line: ` # text`, or nothing. */
  beside: string;
  readonly below: Map<string, CommentTree>;
}

/** Comments laid out along the object they belong to. */
export interface PlacedComments {
  readonly tree: CommentTree;
  /** The paths at which the object has nothing. */
  readonly unmatched: readonly string[];
}

/** Finds the field of each comment. A path that the object does not have is reported, since its comment would be lost. */
export function placeComments(value: object, comments: YamlComments): PlacedComments {
  const tree = emptyTree();
  const unmatched: string[] = [];
  for (const [path, comment] of comments) {
    const steps = comment.steps ?? tryStepsTo(value, path);
    if (steps === undefined) unmatched.push(path);
    else attach(tree, steps, comment);
  }
  return { tree, unmatched };
}

/** The keys and positions that lead to a field, or undefined where the object has no such field. */
export function tryStepsTo(object: object, path: string): readonly string[] | undefined {
  const steps: string[] = [];
  return path !== '' && leadsOn(object, path, 0, steps) ? steps : undefined;
}

function emptyTree(): CommentTree {
  return { above: [], beside: '', below: new Map() };
}

function attach(tree: CommentTree, steps: readonly string[], { above = [], beside = '' }: YamlComment): void {
  let place = tree;
  for (const step of steps) {
    const next = place.below.get(step) ?? emptyTree();
    place.below.set(step, next);
    place = next;
  }
  place.above.push(...above);
  place.beside += printCommentBeside(beside);
}

/** Whether the characters of `path` from `start` on lead from `value` to a field; its steps are then added. */
function leadsOn(value: unknown, path: string, start: number, steps: string[]): boolean {
  if (start === path.length) return value !== undefined;
  if (typeof value !== 'object' || value === null) return false;
  const bracketed = path[start] === '[';
  const dotted = start > 0 && path[start] === '.';
  if (start > 0 && !bracketed && !dotted) return false;
  if (Array.isArray(value) && !bracketed) return false;
  const from = bracketed || dotted ? start + 1 : start;
  const enter = (key: string): boolean => {
    if (!path.startsWith(bracketed ? `${key}]` : key, from)) return false;
    steps.push(key);
    if (leadsOn(entry(value, key), path, from + key.length + (bracketed ? 1 : 0), steps)) return true;
    steps.pop();
    return false;
  };
  const likely = path.slice(from, endOfStep(path, from, bracketed));
  return enter(likely) || Object.keys(value).some((key) => key !== likely && enter(key));
}

/** Where the next mark stands; wrong only where a key holds a mark itself, and then all keys are tried. */
function endOfStep(path: string, from: number, bracketed: boolean): number {
  let end = from;
  while (end < path.length && !(bracketed ? path[end] === ']' : path[end] === '.' || path[end] === '[')) end++;
  return end;
}

function entry(value: object, key: string): unknown {
  return Object.prototype.propertyIsEnumerable.call(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}
