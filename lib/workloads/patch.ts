import { JsonPatch } from 'cdk8s';
import { FieldPath } from '../kube/field-path';
import { problemSentence } from '../kube/problem';
import type { Problem } from '../kube/problem';
import { takeIn } from '../pod/plain';
import { ProblemList } from '../kube/problem-list';

/** An object after its patches, and the patches that had nothing to work on. */
export interface Patched {
  readonly object: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

/** One operation of RFC 6902. */
export interface Operation {
  readonly op: string;
  /** A JSON pointer (RFC 6901): `/spec/template/spec/containers/0/image`. */
  readonly path: string;
}

/**
 * Applies JSON patches (RFC 6902) in order to a copy. A patch that removes or replaces what is not there is a problem,
 * where cdk8s would pass over it in silence.
 */
export function applyPatches(object: Patched['object'], patches: readonly Operation[]): Patched {
  const list = new ProblemList();
  let patched = patches.length === 0 ? object : structuredClone(object);
  for (const patch of patches) {
    const { op, path } = patch;
    if ((op === 'remove' || op === 'replace' || op === 'test') && !has(patched, path)) {
      list.notFound('patch-matches-nothing', toFieldPath(path), path, `there is nothing to ${op} at this JSON pointer`);
    } else patched = tryApply(patched, patch, list);
  }
  return { object: patched, problems: list.problems };
}

/**
 * A copy of what a patch does, which later changes to its value do not reach.
 *
 * @throws TypeError where it is no patch, or its value is no plain data.
 */
export function operationOf(patch: JsonPatch): Operation {
  // The class hands out its operation by this method alone.
  const { _toJson: toOperation } = patch as unknown as { readonly _toJson?: () => Operation };
  if (typeof toOperation !== 'function')
    throw new TypeError('a patch is made by JsonPatch, as in JsonPatch.remove(path)');
  const { value, problems } = takeIn(toOperation.call(patch), FieldPath.root);
  if (problems.length > 0) throw new TypeError(`a JSON patch: ${problems.map(problemSentence).join('; ')}`);
  if (['add', 'replace', 'test'].includes(value.op) && !('value' in value)) {
    throw new TypeError(`a JSON patch: ${value.op} ${value.path} needs a value`);
  }
  return value;
}

function tryApply(object: Patched['object'], operation: Operation, list: ProblemList): Patched['object'] {
  const { op, path } = operation;
  const parent = path.slice(0, path.lastIndexOf('/'));
  if (!path.startsWith('/') || !has(object, parent)) {
    const detail = `there is nothing at "${parent}" to ${op} anything in`;
    list.notFound('patch-matches-nothing', toFieldPath(path), path, detail);
    return object;
  }
  try {
    // All that is asked of a patch there is its operation.
    const patch = { _toJson: () => operation } as unknown as JsonPatch;
    return JsonPatch.apply(object, patch) as Patched['object'];
  } catch (error) {
    list.invalid('invalid-patch', toFieldPath(path), path, error instanceof Error ? error.message : String(error));
    return object;
  }
}

function has(object: unknown, pointer: string): boolean {
  let value = object;
  for (const step of stepsOf(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return true;
}

function toFieldPath(pointer: string): FieldPath {
  return stepsOf(pointer).reduce(
    (path, step) => (/^\d+$/.test(step) ? path.index(Number(step)) : path.child(step)),
    FieldPath.root,
  );
}

function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
