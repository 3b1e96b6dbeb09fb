import { JsonPatch } from 'cdk8s';
import { FieldPath } from '../kube/field-path';
import type { Problem } from '../kube/problem';
import { ProblemList } from '../kube/problem-list';

/** An object after its patches, and the patches that had nothing to work on. */
export interface Patched {
  readonly object: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

/**
 * Applies JSON patches (RFC 6902) in order to a copy. A patch that removes or replaces what is not there is a problem,
 * where cdk8s would pass over it in silence.
 */
export function applyPatches(object: Patched['object'], patches: readonly JsonPatch[]): Patched {
  const list = new ProblemList();
  let patched = patches.length === 0 ? object : structuredClone(object);
  for (const patch of patches) {
    const { op, path } = operationOf(patch);
    if ((op === 'remove' || op === 'replace' || op === 'test') && !has(patched, path)) {
      list.notFound('patch-matches-nothing', toFieldPath(path), path, `there is nothing to ${op} at this JSON pointer`);
    } else patched = tryApply(patched, patch, list, path);
  }
  return { object: patched, problems: list.problems };
}

interface Operation {
  readonly op: string;
  readonly path: string;
}

function operationOf(patch: JsonPatch): Operation {
  // The class hands out its operation by this method alone.
  return (patch as unknown as { _toJson(): Operation })._toJson();
}

function tryApply(object: Patched['object'], patch: JsonPatch, list: ProblemList, path: string): Patched['object'] {
  try {
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
