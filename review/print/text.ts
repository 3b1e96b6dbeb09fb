import { termsOf } from '../acceptance';
import { bySeverity, type AcceptedFinding, type Finding } from '../finding';
import { printable } from '../markup';
import type { ObjectReport, Report, WorkloadReport } from '../report';
import { count } from '../report/words';
import { severityCounts } from './severity-counts';
import { endedText, fileAndLine, problemText } from './spoken';
import { styleOf, type Style } from './style';
import { workloadText } from './text-workload';
import { columnsFor, columnsOf, wrap } from './wrap';

/** How a report is printed for a terminal. */
export interface TextOptions {
  /** The columns of the terminal. @default 100 */
  readonly width?: number;
  /** Whether colours are used. @default false */
  readonly color?: boolean;
  /** Whether the report of each workload follows the findings. @default false */
  readonly details?: boolean;
}

/** Prints a report for a terminal: what was found, object by object, a line for each workload, and the sum. */
export function printText(report: Report, { color = false, details = false, width = 100 }: TextOptions = {}): string {
  const columns = columnsFor(width);
  const style = styleOf(color);
  const objects = [...report.workloads, ...report.others];
  const parts = [
    ...objects.map((object) => objectText(object, columns, style)),
    failuresText(report, columns),
    ...(details
      ? report.workloads.map((workload) => workloadText(workload, columns, style))
      : [overview(report.workloads, columns, style)]),
    namespacesText(report, columns, details),
    [style.bold(totalText(report))],
  ];
  return `${parts.flatMap((lines) => (lines.length === 0 ? [] : [lines.join('\n')])).join('\n\n')}\n`;
}

function objectText(object: ObjectReport, width: number, style: Style): string[] {
  const { accepted, ended, findings, problems } = object;
  if (problems.length + findings.length + accepted.length === 0) return [];
  return [
    placeText(object, style),
    ...problems.flatMap((problem) =>
      paragraphs(width, style.red('problem'), 'problem', [
        problemText(problem),
        ...(problem.see === undefined ? [] : [problem.see]),
      ]),
    ),
    ...bySeverity(findings).flatMap((finding) => findingText(finding, ended, width, style)),
    ...accepted.flatMap((finding) => acceptedText(finding, width, style)),
  ];
}

function placeText({ construct, file, line, title }: ObjectReport, style: Style): string {
  const place = file === undefined ? '' : ` ${printable(fileAndLine(file, line))}`;
  const from = construct === undefined ? '' : ` construct ${printable(construct)}`;
  return `${style.bold(printable(title))}${style.dim(`${place}${from}`)}`;
}

function findingText(finding: Finding, ended: readonly AcceptedFinding[], width: number, style: Style): string[] {
  const { consequence, container, fix, found, line, path, rule, see, severity } = finding;
  const paint = { error: style.red, warning: style.yellow, info: style.blue }[severity];
  const over = endedText(finding, ended);
  const where = [
    ...(container === undefined ? [] : [container]),
    ...(path === '' ? [] : [path]),
    ...(line === undefined ? [] : [`line ${line}`]),
  ];
  return paragraphs(width, paint(severity), severity, [
    `${found} ${consequence}`,
    fix,
    ...(over === undefined ? [] : [over]),
    [...where, rule, see].join('  '),
  ]);
}

function acceptedText(finding: AcceptedFinding, width: number, style: Style): string[] {
  const answer = `Accepted: ${finding.because}${termsOf(finding)}`;
  return paragraphs(width, style.green('accepted'), 'accepted', [`${finding.found} ${answer}  ${finding.rule}`]);
}

/** Paragraphs under a mark, which takes the same columns whatever it is. */
function paragraphs(width: number, painted: string, mark: string, texts: readonly string[]): string[] {
  const gap = ' '.repeat(MARK_COLUMNS - mark.length);
  const [first = '', ...rest] = texts.flatMap((text) => wrap(text, width, ' '.repeat(MARK_COLUMNS + 2)));
  return [`  ${painted}${gap}${first.trimStart()}`, ...rest];
}

const MARK_COLUMNS = 10;

/** One line a workload, in columns as wide as their widest entry. */
function overview(workloads: readonly WorkloadReport[], width: number, style: Style): string[] {
  if (workloads.length === 0) return [];
  const heads = ['WORKLOAD', 'READY', 'QOS', 'POD SECURITY', 'ANSWERED', 'PODS', 'REQUESTS'];
  const rows = workloads.map(({ podSecurity, pods, qos, ready, resources, reviewability, title }) =>
    [
      title,
      ready.expected,
      qos.qosClass,
      podSecurity.level,
      `${reviewability.answered}/${reviewability.asked}`,
      unquoted(pods),
      unquoted(resources.totalText),
    ].map(printable),
  );
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => columnsOf(row[column] ?? ''))));
  const line = (cells: readonly string[]) =>
    cells
      .map((text, column) =>
        column === cells.length - 1 ? text : text + ' '.repeat((widths[column] ?? 0) - columnsOf(text)),
      )
      .join('  ');
  return [style.dim(cut(line(heads), width)), ...rows.map((row) => cut(line(row), width))];
}

function cut(line: string, width: number): string {
  const letters = Array.from(line);
  return letters.length <= width ? line : `${letters.slice(0, width - 1).join('')}…`;
}

function unquoted(text: string): string {
  return text.replaceAll('`', '');
}

function namespacesText({ namespaces }: Report, width: number, details: boolean): string[] {
  if (!details && namespaces.length < 2) return [];
  return namespaces.flatMap(({ namespace, sentence }) =>
    wrap(`${namespace === undefined ? 'No namespace named' : `Namespace ${namespace}`}: ${sentence}`, width),
  );
}

function failuresText({ failures }: Report, width: number): string[] {
  return failures.flatMap(({ message, object, rule }) =>
    wrap(`The rule ${rule} failed on ${object.kind} ${object.name}: ${message}`, width),
  );
}

function totalText({ target, totals, workloads }: Report): string {
  const counts = severityCounts(totals);
  const objects = `${count(totals.objects, 'object')}, ${count(workloads.length, 'workload')}`;
  return `${objects}, Kubernetes ${target}: ${counts.length === 0 ? 'nothing found' : counts.join(', ')}`;
}
