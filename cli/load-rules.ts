import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Rule } from '../review';
import { isMap } from '../lib/kube/schema/walk';
import { Failure } from './failure';
import { reasonOf } from './reason-of';

/**
 * The rules that a module of the user exports, under any names. TypeScript is read where the project has `ts-node`.
 *
 * @throws Failure where the module cannot be loaded, or exports no rule.
 */
export function loadRules(module: string): readonly Rule[] {
  const path = resolve(module);
  const projectRequire = createRequire(path);
  const exported = load(path, projectRequire);
  const found = Object.values(exported).flat().filter(isRule);
  if (found.length === 0)
    throw new Failure(`${module} exports no rule: a rule has an id, what it is about, and check()`);
  return found;
}

function load(path: string, projectRequire: NodeJS.Require): Readonly<Record<string, unknown>> {
  try {
    if (path.endsWith('.ts')) projectRequire('ts-node/register/transpile-only');
    const exported: unknown = projectRequire(path);
    return isMap(exported) ? exported : {};
  } catch (error) {
    throw new Failure(`the rules of ${path} cannot be loaded: ${reasonOf(error)}`, { cause: error });
  }
}

const TEXTS = ['id', 'title', 'consequence', 'fix', 'see', 'severity'] as const;

function isRule(value: unknown): value is Rule {
  if (!isMap(value)) return false;
  const { about, kinds } = value;
  const isAbout =
    about === 'container' ||
    about === 'workload' ||
    (about === 'object' &&
      (kinds === 'all' || (Array.isArray(kinds) && kinds.every((kind) => typeof kind === 'string'))));
  return isAbout && typeof value['check'] === 'function' && TEXTS.every((name) => typeof value[name] === 'string');
}
