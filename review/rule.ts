import type { FieldPath } from '../lib/kube/field-path';
import type { Entity } from './entity';
import type { Severity } from './finding';
import type { Landscape } from './landscape';
import type { ReviewedContainer, Workload } from './workload';

/** What a rule found: where, and in which words. */
export interface Fault {
  /** The field that is at fault, or that is missing. */
  readonly path: FieldPath;
  /** What is there, as a sentence with the names and values of this object. */
  readonly found: string;
  /** What goes wrong here, where it is not what the rule's own `consequence` says. */
  readonly consequence?: string;
  /** What would be right here, where the rule's own `fix` can be said more exactly. */
  readonly fix?: string;
  /** How much is at stake here, where it differs from the rule's own severity. */
  readonly severity?: Severity;
}

interface RuleText {
  /** In kebab-case: `require-*`, `no-*`, `unique-*` or `valid-*`. Once published it is never reused. */
  readonly id: string;
  readonly severity: Severity;
  /** The rule in a few words, as a heading. */
  readonly title: string;
  /** What goes wrong where it is broken, as a sentence. */
  readonly consequence: string;
  /** What would be right, as a sentence. */
  readonly fix: string;
  /** Where it is explained. */
  readonly see: string;
  /** True for a rule that nobody can accept a breach of. @default false */
  readonly binding?: true;
}

/** A rule that looks at one container of a workload. */
export interface ContainerRule extends RuleText {
  readonly about: 'container';
  check(container: ReviewedContainer, workload: Workload, landscape: Landscape): Iterable<Fault>;
}

/** A rule that looks at a workload as a whole. */
export interface WorkloadRule extends RuleText {
  readonly about: 'workload';
  check(workload: Workload, landscape: Landscape): Iterable<Fault>;
}

/** A rule that looks at an object of one kind, whatever it is: a Service, a ConfigMap, a PodDisruptionBudget. */
export interface ObjectRule extends RuleText {
  readonly about: 'object';
  /** The kinds that it looks at. */
  readonly kinds: readonly string[] | 'all';
  check(entity: Entity, landscape: Landscape): Iterable<Fault>;
}

/**
 * One question of a reviewer, as data and a function: what is at fault is yielded, a rule that has nothing to say yields
 * nothing. A rule leaves what it is given alone.
 */
export type Rule = ContainerRule | WorkloadRule | ObjectRule;
