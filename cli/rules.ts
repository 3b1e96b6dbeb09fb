import { RULES, rulesPage } from '../review';
import { loadRules } from './load-rules';

/** The flags of `podwright rules`. */
export interface RulesOptions {
  readonly rules?: string;
  readonly json?: true;
}

/** Prints the rules of the review: the page of the documentation, or as JSON. */
export function rules({ json, rules: module }: RulesOptions): 0 {
  const all = module === undefined ? RULES : [...RULES, ...loadRules(module)];
  // The function of a rule is no JSON, and is left out.
  process.stdout.write(json === true ? `${JSON.stringify(all, undefined, 2)}\n` : rulesPage(all));
  return 0;
}
