import type { KubernetesVersion } from '../../lib/kube/version';
import { countBySeverity, type Severity } from '../finding';
import type { Review, RuleFailure } from '../review';
import { namespaceTotals, type NamespaceTotal } from './namespaces';
import { FoundByObject, type ObjectReport } from './object-report';
import { subjectOf } from './subject';
import { Surroundings } from './surroundings';
import { workloadReport, type WorkloadReport } from './workload-report';

/**
 * What the review has found and what the YAML tells, as plain data: all that a page, a comment or a terminal shows is in
 * it, so that printers only lay out. It has no times and no paths of the machine: the same objects give the same report.
 */
export interface Report {
  /** The Kubernetes version that runs the objects. */
  readonly target: KubernetesVersion;
  /** What runs Pods, in the order in which it was given. */
  readonly workloads: readonly WorkloadReport[];
  /** All other objects, in their order. */
  readonly others: readonly ObjectReport[];
  readonly namespaces: readonly NamespaceTotal[];
  readonly totals: ReportTotals;
  /** Rules that failed: faults of the rules, not of the objects. */
  readonly failures: readonly RuleFailure[];
}

/** How much was found. */
export interface ReportTotals {
  readonly objects: number;
  readonly problems: number;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly accepted: number;
  readonly ended: number;
}

/** Makes the report of a review. No object makes it throw. */
export function reportOf(review: Review): Report {
  const { landscape } = review;
  const found = new FoundByObject(review);
  const around = new Surroundings(landscape);
  const subjects = landscape.workloads.map((workload) => subjectOf(workload, around));
  const running = new Set(landscape.workloads.map(({ entity }) => entity));
  return {
    target: landscape.target,
    workloads: subjects.map((subject) => workloadReport(subject, found.report(subject.workload.entity))),
    others: landscape.entities.filter((entity) => !running.has(entity)).map((entity) => found.report(entity)),
    namespaces: namespaceTotals(subjects),
    totals: {
      objects: landscape.entities.length,
      problems: review.problems.length,
      findings: countBySeverity(review.findings),
      accepted: review.accepted.length,
      ended: review.ended.length,
    },
    failures: review.failures,
  };
}
