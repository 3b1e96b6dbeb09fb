import { termsOf } from '../acceptance';
import { bySeverity, countBySeverity, type AcceptedFinding, type Finding, type Severity } from '../finding';
import type { ObjectReport, Report, WorkloadReport } from '../report';
import { block, cell, inline, link, plain, table } from './markdown-text';
import { workloadMarkdown } from './markdown-workload';
import { severityCounts } from './severity-counts';
import { endedText, fileAndLine, problemText, summaryText } from './spoken';

/** How a report is printed as Markdown. */
export interface MarkdownOptions {
  /** The heading of the whole. @default `Review` */
  readonly title?: string;
  /** Whether each workload's details follow the findings. @default true */
  readonly details?: boolean;
}

/** Prints a report as Markdown for a pull request: a table of workloads, what was found, then each workload folded up. */
export function printMarkdown(report: Report, { details = true, title = 'Review' }: MarkdownOptions = {}): string {
  const objects = [...report.workloads, ...report.others];
  return block(
    `# ${inline(title)}`,
    inline(summaryText(report)),
    workloadTable(report.workloads),
    namespaceList(report),
    section('Problems: the API server would refuse these', objects.map(problemsOf)),
    section('Findings', objects.map(findingsOf)),
    section('Accepted', objects.map(acceptedOf)),
    section('Rules that failed', [failuresOf(report)]),
    details && section('Workloads', report.workloads.map(workloadMarkdown)),
  );
}

const MARKS: Readonly<Record<Severity, string>> = { error: '🔴 error', warning: '🟡 warning', info: '🔵 info' };

function workloadTable(workloads: readonly WorkloadReport[]): string {
  const heads = ['Workload', 'READY', 'Pods', 'Requests of all Pods', 'QoS', 'Pod Security', 'Answered', 'Found'];
  const rows = workloads.map(
    ({ findings, podSecurity, problems, qos, ready, resources, reviewability, title, pods }) => [
      plain(title),
      ready.expected,
      pods,
      resources.totalText,
      qos.qosClass,
      podSecurity.level,
      `${reviewability.answered}/${reviewability.asked}`,
      severityCounts({ problems: problems.length, findings: countBySeverity(findings), accepted: 0 }).join(', ') || '–',
    ],
  );
  return rows.length === 0
    ? ''
    : table(
        heads,
        rows.map((row) => row.map(cell)),
      );
}

function namespaceList({ namespaces }: Report): string {
  return namespaces
    .map(
      ({ namespace, sentence }) =>
        `- ${namespace === undefined ? 'No namespace named' : `Namespace ${inline(plain(namespace))}`}: ${inline(sentence)}`,
    )
    .join('\n');
}

function section(heading: string, parts: readonly string[]): string {
  const content = block(...parts);
  return content === '' ? '' : block(`## ${heading}`, content);
}

function heading({ construct, file, line, title }: ObjectReport): string {
  const place = file === undefined ? [] : [inline(plain(fileAndLine(file, line)))];
  const from = construct === undefined ? [] : [`construct ${inline(plain(construct))}`];
  const where = [...place, ...from].join(', ');
  return `### ${inline(plain(title))}${where === '' ? '' : ` (${where})`}`;
}

function problemsOf(object: ObjectReport): string {
  if (object.problems.length === 0) return '';
  const items = object.problems.map((problem) => {
    const where = problem.line === undefined ? '' : ` (line ${problem.line})`;
    return `- ${inline(problemText(problem))}${where}${problem.see === undefined ? '' : ` ${link('why', problem.see)}`}`;
  });
  return block(heading(object), items.join('\n'));
}

function findingsOf(object: ObjectReport): string {
  if (object.findings.length === 0) return '';
  const items = bySeverity(object.findings).map((finding) => findingItem(finding, object));
  return block(heading(object), items.join('\n'));
}

function findingItem(finding: Finding, { ended }: ObjectReport): string {
  const { consequence, container, fix, found, line, path, rule, see, severity } = finding;
  const over = endedText(finding, ended);
  const where = [
    ...(container === undefined ? [] : [`container ${plain(container)}`]),
    ...(path === '' ? [] : [plain(path)]),
    ...(line === undefined ? [] : [`line ${line}`]),
  ].join(', ');
  return [
    `- **${MARKS[severity]}** ${inline(found)} ${inline(consequence)}`,
    `  - Fix: ${inline(fix)} (${link(rule, see)})`,
    ...(where === '' ? [] : [`  - Where: ${inline(where)}`]),
    ...(over === undefined ? [] : [`  - ${inline(over)}`]),
  ].join('\n');
}

function acceptedOf(object: ObjectReport): string {
  if (object.accepted.length === 0) return '';
  return block(heading(object), object.accepted.map(acceptedItem).join('\n'));
}

function acceptedItem(finding: AcceptedFinding): string {
  const { because, found, rule, see } = finding;
  return `- ${inline(found)} Accepted: ${inline(because)}${inline(termsOf(finding))} (${link(rule, see)})`;
}

function failuresOf({ failures }: Report): string {
  return failures
    .map(
      ({ message, object, rule }) =>
        `- ${inline(`${plain(rule)} on ${object.kind} ${plain(object.name)}: ${message}`)}`,
    )
    .join('\n');
}
