import { isAtOrBelow } from '../../lib/kube/field-path';
import type { Remark } from '../remark';
import type { AcceptedFinding } from '../finding';
import type { Subject } from './subject';
import { inOneLine } from './words';

/** A sentence that an author left beside a field. */
export interface ReasonReport {
  readonly path: string;
  /** The container that the field belongs to. */
  readonly container?: string;
  readonly text: string;
  readonly line?: number;
}

/** A departure from a secure default or a requirement, with whoever answers for it. */
export interface ExceptionReport extends ReasonReport {
  /** The field that is left out. */
  readonly absent?: string;
  /** The rule whose finding it answers, where one spoke. */
  readonly rule?: string;
  readonly owner?: string;
  /** The last day on which it holds, as `YYYY-MM-DD`. */
  readonly until?: string;
}

/** The reasons that stand beside the fields of a workload. */
export function reasonsOf(subject: Subject): ReasonReport[] {
  return remarks(subject, 'reason').map((remark) => placed(remark.path, remark.text, subject));
}

/** The exceptions of a workload: those beside its fields, and acceptances that stand in annotations. */
export function exceptionsOf(subject: Subject, accepted: readonly AcceptedFinding[]): ExceptionReport[] {
  const written = remarks(subject, 'exception');
  const answers = accepted.filter(({ because }) => written.every(({ text }) => text !== because));
  return [
    ...written.map(({ absent, owner, path, text, until }) => {
      const rule = accepted.find(({ because }) => because === text)?.rule;
      return {
        ...placed(path, text, subject),
        ...(absent !== undefined && { absent }),
        ...(rule !== undefined && { rule }),
        ...(owner !== undefined && { owner }),
        ...(until !== undefined && { until }),
      };
    }),
    ...answers.map(({ because, owner, path, rule, until }) => ({
      ...placed(path, because, subject),
      rule,
      ...(owner !== undefined && { owner }),
      ...(until !== undefined && { until }),
    })),
  ];
}

function remarks({ workload }: Subject, kind: Remark['kind']): readonly Remark[] {
  return workload.entity.remarksWithin('').filter((remark) => remark.kind === kind);
}

function placed(path: string, text: string, { workload }: Subject): ReasonReport {
  const owner = workload.containers.find((each) => isAtOrBelow(path, each.path.toString()));
  const line = workload.entity.lineOf(path);
  return {
    path,
    ...(owner && owner.container.name !== '' && { container: owner.container.name }),
    text: inOneLine(text),
    ...(line !== undefined && { line }),
  };
}
