import { judge } from '../lib/kube/judge';
import type { Problem } from '../lib/kube/problem';
import type { KubernetesVersion } from '../lib/kube/version';
import { acceptanceOf, hasEnded } from './acceptance';
import type { Entity, Identity } from './entity';
import type { AcceptedFinding, Finding } from './finding';
import { Landscape } from './landscape';
import type { Fault, Rule } from './rule';
import { RULES } from './rules';
import type { Source } from './source';
import type { Workload } from './workload';

/** How objects are reviewed. */
export interface ReviewOptions {
  /** The Kubernetes version that runs them. @default 1.35 */
  readonly target?: KubernetesVersion;
  /** The rules that are asked. @default all of ours */
  readonly rules?: readonly Rule[];
  /** The day of the review, as `YYYY-MM-DD`, for exceptions that end. @default none: nothing has ended */
  readonly today?: string;
}

/** The code of the problem that nothing could be read. */
export const UNREADABLE = 'unreadable';

/** A problem with its place: the API server would refuse the object. */
export interface PlacedProblem extends Problem {
  readonly object: Identity;
  readonly file?: string;
  readonly line?: number;
}

/** A rule that failed on an object: a fault of the rule, not of the object. */
export interface RuleFailure {
  readonly rule: string;
  readonly object: Identity;
  readonly message: string;
}

/** What the review has found, objects in the order in which they were given, rules in theirs. */
export interface Review {
  readonly landscape: Landscape;
  readonly rules: readonly Rule[];
  /** What the API server would refuse. */
  readonly problems: readonly PlacedProblem[];
  /** What a reviewer should look at. */
  readonly findings: readonly Finding[];
  /** What somebody has answered for. */
  readonly accepted: readonly AcceptedFinding[];
  /** Findings whose acceptance has ended; they stand among the findings, too. */
  readonly ended: readonly AcceptedFinding[];
  readonly failures: readonly RuleFailure[];
}

/**
 * Reviews objects together: what an API server would refuse, and what every rule finds. No object makes it throw, and a
 * rule that throws is reported while the others go on.
 */
export function review(sources: readonly Source[], options: ReviewOptions = {}): Review {
  const landscape = new Landscape(sources, options.target);
  const run = new Run(landscape, options);
  for (const entity of landscape.entities) run.object(entity, landscape.workloadOf(entity));
  return run.review;
}

/** One review: what has been found so far. */
class Run {
  private readonly problems: PlacedProblem[] = [];
  private readonly findings: Finding[] = [];
  private readonly accepted: AcceptedFinding[] = [];
  private readonly ended: AcceptedFinding[] = [];
  private readonly failures: RuleFailure[] = [];
  private readonly rules: readonly Rule[];
  private readonly rulesByKind = new Map<string, readonly Rule[]>();

  constructor(
    private readonly landscape: Landscape,
    private readonly options: ReviewOptions,
  ) {
    this.rules = options.rules ?? RULES;
  }

  get review(): Review {
    const { landscape, rules, problems, findings, accepted, ended, failures } = this;
    return { landscape, rules, problems, findings, accepted, ended, failures };
  }

  object(entity: Entity, workload: Workload | undefined): void {
    for (const problem of problemsOf(entity, this.landscape)) {
      this.problems.push({ ...problem, object: entity.identity, ...placeOf(entity, problem.path) });
    }
    if (entity.source.unreadable !== undefined) return;
    for (const rule of this.rulesFor(entity, workload)) {
      try {
        this.ask(rule, entity, workload);
      } catch (error) {
        this.failures.push({ rule: rule.id, object: entity.identity, message: String(error) });
      }
    }
  }

  /** The rules that have something to ask of objects like this one; most have nothing to ask of most kinds. */
  private rulesFor({ identity: { kind } }: Entity, workload: Workload | undefined): readonly Rule[] {
    const isWorkload = workload !== undefined;
    const likeThis = `${kind} ${isWorkload}`;
    const known = this.rulesByKind.get(likeThis);
    if (known !== undefined) return known;
    const rules = this.rules.filter((rule) =>
      rule.about === 'object' ? rule.kinds === 'all' || rule.kinds.includes(kind) : isWorkload,
    );
    this.rulesByKind.set(likeThis, rules);
    return rules;
  }

  private ask(rule: Rule, entity: Entity, workload: Workload | undefined): void {
    if (rule.about === 'object') {
      for (const fault of rule.check(entity, this.landscape)) this.add(rule, fault, entity, workload);
    } else if (workload !== undefined && rule.about === 'workload') {
      for (const fault of rule.check(workload, this.landscape)) this.add(rule, fault, entity, workload);
    } else if (workload !== undefined && rule.about === 'container') {
      for (const container of workload.containers) {
        const { name } = container.container;
        for (const fault of rule.check(container, workload, this.landscape))
          this.add(rule, fault, entity, workload, name);
      }
    }
  }

  private add(rule: Rule, fault: Fault, entity: Entity, workload: Workload | undefined, container?: string): void {
    const path = fault.path.toString();
    const finding: Finding = {
      rule: rule.id,
      severity: fault.severity ?? rule.severity,
      object: entity.identity,
      ...(container !== undefined && { container }),
      path,
      found: fault.found,
      consequence: fault.consequence ?? rule.consequence,
      fix: fault.fix ?? rule.fix,
      see: rule.see,
      ...placeOf(entity, path),
      ...(entity.source.construct !== undefined && { construct: entity.source.construct }),
    };
    const acceptance = rule.binding === true ? undefined : acceptanceOf(finding, entity, workload);
    if (acceptance !== undefined && !hasEnded(acceptance, this.options.today)) {
      this.accepted.push({ ...finding, ...acceptance });
      return;
    }
    this.findings.push(finding);
    if (acceptance !== undefined) this.ended.push({ ...finding, ...acceptance });
  }
}

function problemsOf({ source, object }: Entity, { target }: Landscape): readonly Problem[] {
  const { unreadable } = source;
  if (unreadable === undefined) return judge(object, { target, thorough: true, warnings: false }).problems;
  return [{ code: UNREADABLE, path: '', type: 'Invalid', detail: unreadable }];
}

function placeOf(entity: Entity, path: string): { readonly file?: string; readonly line?: number } {
  const { file } = entity.source;
  const line = entity.lineOf(path);
  const place: { file?: string; line?: number } = {};
  if (file !== undefined) place.file = file;
  if (line !== undefined) place.line = line;
  return place;
}
