import { printCommentBeside } from './comment-lines';

/** What is said about one field. */
export interface YamlComment {
  /** Lines right above the field, or above the `- ` of a list entry. A text may hold line breaks; long lines wrap. */
  readonly above?: readonly string[];
  /** A comment at the end of the field's line, where image updaters look for their markers. */
  readonly beside?: string;
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
    const steps = tryStepsTo(value, path);
    if (steps === undefined) unmatched.push(path);
    else attach(tree, steps, comment);
  }
  return { tree, unmatched };
}

/** The keys and positions that lead to a field, or undefined where the object has no such field. */
export function tryStepsTo(object: object, path: string): readonly string[] | undefined {
  return path === '' ? undefined : resolvePath(object, path, 0);
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

/** The steps from `value` to the field at `path`, of which the characters before `start` are behind us. */
function resolvePath(value: unknown, path: string, start: number): string[] | undefined {
  if (start === path.length) return value === undefined ? undefined : [];
  if (typeof value !== 'object' || value === null) return undefined;
  const bracketed = path[start] === '[';
  const dotted = start > 0 && path[start] === '.';
  if (start > 0 && !bracketed && !dotted) return undefined;
  if (Array.isArray(value) && !bracketed) return undefined;
  const from = bracketed || dotted ? start + 1 : start;
  const enter = (key: string): string[] | undefined => {
    if (!path.startsWith(bracketed ? `${key}]` : key, from)) return undefined;
    const steps = resolvePath(entry(value, key), path, from + key.length + (bracketed ? 1 : 0));
    return steps && [key, ...steps];
  };
  return enter(nextStep(path, from, bracketed)) ?? firstMatch(Object.keys(value), enter);
}

/** The step as far as the next mark; wrong only where a key holds a mark itself, and then all keys are tried. */
function nextStep(path: string, from: number, bracketed: boolean): string {
  const rest = path.slice(from);
  const end = rest.search(bracketed ? /]/ : /[.[]/);
  return end < 0 ? rest : rest.slice(0, end);
}

function firstMatch<T>(keys: readonly string[], enter: (key: string) => T | undefined): T | undefined {
  for (const key of keys) {
    const found = enter(key);
    if (found !== undefined) return found;
  }
  return undefined;
}

function entry(value: object, key: string): unknown {
  return Object.prototype.propertyIsEnumerable.call(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}
