import { commandLineOf, neverEnds } from '../../command-line';
import type { PlacedContainer } from '../../containers';
import type { ProblemList } from '../../problem-list';

/**
 * What must end and never does: an init container, after which the application would start, and a regular container of
 * a Job, which completes when all of them have. Only command lines that cannot end are refused; a loop with any way out
 * may be meant.
 *
 * @param runsToCompletion - Whether the regular containers are a Job's.
 */
export function validateEndless(
  problems: ProblemList,
  containers: readonly PlacedContainer[],
  runsToCompletion: boolean,
): void {
  for (const placed of containers) {
    if (placed.role === 'init') refuse(problems, placed, 'endless-init', INIT);
    else if (placed.role === 'app' && runsToCompletion) refuse(problems, placed, 'endless-job', JOB);
  }
}

function refuse(problems: ProblemList, { container, path }: PlacedContainer, code: string, rule: Rule): void {
  if (!neverEnds(commandLineOf(container))) return;
  const field = (container.command ?? []).length === 0 ? 'args' : 'command';
  problems.invalid(code, path.child(field), container[field], rule.detail, { ours: true, see: rule.see });
}

interface Rule {
  readonly detail: string;
  readonly see: string;
}

const INIT: Rule = {
  detail: 'never ends, so the application never starts: what goes on is a sidecar',
  see: 'https://kubernetes.io/docs/concepts/workloads/pods/init-containers/',
};

const JOB: Rule = {
  detail: 'never ends, so the Job never completes: what goes on beside the work is a native sidecar',
  see: 'https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#jobs-with-sidecar-containers',
};
