import { groupedBy } from '../../lib/kube/groups';
import type { Entity, Identity } from '../entity';
import type { AcceptedFinding, Finding } from '../finding';
import type { PlacedProblem, Review } from '../review';

/** What the review says of one object. */
export interface ObjectReport {
  readonly identity: Identity;
  /** Kind, namespace and name: `Deployment shop/checkout`. */
  readonly title: string;
  readonly file?: string;
  readonly line?: number;
  readonly construct?: string;
  /** What the API server would refuse. */
  readonly problems: readonly PlacedProblem[];
  /** What a reviewer should look at. */
  readonly findings: readonly Finding[];
  /** What somebody has answered for. */
  readonly accepted: readonly AcceptedFinding[];
  /** Findings whose acceptance has ended; they stand among the findings, too. */
  readonly ended: readonly AcceptedFinding[];
}

/** What was found, by the object that it was found on. */
export class FoundByObject {
  private readonly problems: ReadonlyMap<Identity, PlacedProblem[]>;
  private readonly findings: ReadonlyMap<Identity, Finding[]>;
  private readonly accepted: ReadonlyMap<Identity, AcceptedFinding[]>;
  private readonly ended: ReadonlyMap<Identity, AcceptedFinding[]>;

  constructor({ accepted, ended, findings, problems }: Review) {
    this.problems = byObject(problems.map(printable));
    this.findings = byObject(findings);
    this.accepted = byObject(accepted);
    this.ended = byObject(ended);
  }

  /** Reports on an object of the review. */
  report(entity: Entity): ObjectReport {
    const { identity, source } = entity;
    const line = entity.lineOf('');
    return {
      identity,
      title: entity.title,
      ...(source.file !== undefined && { file: source.file }),
      ...(line !== undefined && { line }),
      ...(source.construct !== undefined && { construct: source.construct }),
      problems: this.problems.get(identity) ?? [],
      findings: this.findings.get(identity) ?? [],
      accepted: this.accepted.get(identity) ?? [],
      ended: this.ended.get(identity) ?? [],
    };
  }
}

/** Whole numbers of 64 bits have no place in JSON. */
function printable(problem: PlacedProblem): PlacedProblem {
  return typeof problem.value === 'bigint' ? { ...problem, value: problem.value.toString() } : problem;
}

/** The identity that a finding carries is the very one of its object. */
function byObject<Found extends { readonly object: Identity }>(found: readonly Found[]): Map<Identity, Found[]> {
  return groupedBy(found, ({ object }) => object);
}
