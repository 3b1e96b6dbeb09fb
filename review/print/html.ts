import { termsOf } from '../acceptance';
import { bySeverity, countBySeverity, SEVERITIES, type AcceptedFinding, type Finding } from '../finding';
import { escapeMarkup } from '../markup';
import type { ObjectReport, Report, WorkloadReport } from '../report';
import { htmlPage } from './html-page';
import { linkHtml, sentenceHtml, tableHtml } from './html-text';
import { workloadHtml } from './html-workload';
import { severityCounts } from './severity-counts';
import { endedText, fileAndLine, problemText, summaryText } from './spoken';

/** How a report is printed as HTML. */
export interface HtmlOptions {
  /** The heading of the page. @default `Review` */
  readonly title?: string;
}

/** Prints a report as one HTML page: a table of workloads, what was found, then each workload with its drawings. */
export function printHtml(report: Report, { title = 'Review' }: HtmlOptions = {}): string {
  const objects = [...report.workloads, ...report.others];
  return htmlPage(title, summaryText(report), [
    overview(report.workloads),
    namespaces(report),
    tools(report),
    section('Problems: the API server would refuse these', objects.map(problemsOf)),
    section('Findings', objects.map(findingsOf)),
    section('Accepted', objects.map(acceptedOf)),
    section('Rules that failed', report.failures.map(failureHtml)),
    section(
      'Workloads',
      report.workloads.map((workload, position) => workloadHtml(workload, idOf(position))),
    ),
  ]);
}

function idOf(position: number): string {
  return `workload-${position + 1}`;
}

function overview(workloads: readonly WorkloadReport[]): string {
  const heads = ['Workload', 'READY', 'Pods', 'Requests of all Pods', 'QoS', 'Pod Security', 'Answered', 'Found'];
  const rows = workloads.map((workload, position) => [
    `<a href="#${idOf(position)}">${escapeMarkup(workload.title)}</a>`,
    escapeMarkup(workload.ready.expected),
    sentenceHtml(workload.pods),
    sentenceHtml(workload.resources.totalText),
    workload.qos.qosClass,
    workload.podSecurity.level,
    `${workload.reviewability.answered}/${workload.reviewability.asked}`,
    escapeMarkup(foundIn(workload)),
  ]);
  return tableHtml('Workloads', heads, rows);
}

function foundIn({ findings, problems }: WorkloadReport): string {
  return (
    severityCounts({ problems: problems.length, findings: countBySeverity(findings), accepted: 0 }).join(', ') ||
    'nothing'
  );
}

function namespaces({ namespaces: all }: Report): string {
  const items = all.map(({ namespace, sentence }) => {
    const name = namespace === undefined ? 'No namespace named' : `Namespace ${namespace}`;
    return `<li>${escapeMarkup(name)}: ${sentenceHtml(sentence)}</li>`;
  });
  return items.length === 0 ? '' : `<ul>${items.join('')}</ul>`;
}

function failureHtml({ message, rule }: Report['failures'][number]): string {
  return `<p><code>${escapeMarkup(rule)}</code>: ${escapeMarkup(message)}</p>`;
}

function tools({ totals, workloads }: Report): string {
  const filters = SEVERITIES.filter((severity) => totals.findings[severity] > 0).map(
    (severity) =>
      `<button type="button" aria-pressed="true" data-severity="${severity}">${severity} (${totals.findings[severity]})</button>`,
  );
  const open =
    workloads.length === 0
      ? []
      : ['<button type="button" aria-pressed="false" id="open-all">open every workload</button>'];
  const all = [...filters, ...open];
  return all.length === 0 ? '' : `<div class="tools" role="group" aria-label="What is shown">${all.join('')}</div>`;
}

function section(heading: string, parts: readonly string[]): string {
  const content = parts.filter((part) => part !== '').join('\n');
  return content === '' ? '' : `<section><h2>${escapeMarkup(heading)}</h2>\n${content}</section>`;
}

function listOf({ construct, file, line, title }: ObjectReport, items: readonly string[]): string {
  if (items.length === 0) return '';
  const place = file === undefined ? [] : [`<code>${escapeMarkup(fileAndLine(file, line))}</code>`];
  const from = construct === undefined ? [] : [`construct <code>${escapeMarkup(construct)}</code>`];
  const where = [...place, ...from].join(', ');
  return `<h3>${escapeMarkup(title)} <span class="faint">${where}</span></h3><ul class="found">${items.join('')}</ul>`;
}

function problemsOf(object: ObjectReport): string {
  const items = object.problems.map(
    (problem) =>
      `<li class="error"><span class="badge">problem</span>${sentenceHtml(problemText(problem))}${problem.see === undefined ? '' : ` ${linkHtml('why', problem.see)}`}</li>`,
  );
  return listOf(object, items);
}

function findingsOf(object: ObjectReport): string {
  const items = bySeverity(object.findings).map((finding) => findingHtml(finding, object));
  return listOf(object, items);
}

function findingHtml(finding: Finding, { ended }: ObjectReport): string {
  const { consequence, container, fix, found, line, path, rule, see, severity } = finding;
  const over = endedText(finding, ended);
  const where = [
    ...(container === undefined ? [] : [`container <code>${escapeMarkup(container)}</code>`]),
    ...(path === '' ? [] : [`<code>${escapeMarkup(path)}</code>`]),
    ...(line === undefined ? [] : [`line ${line}`]),
  ];
  return [
    `<li class="${severity}"><p><span class="badge">${severity}</span>${sentenceHtml(found)} ${sentenceHtml(consequence)}</p>`,
    `<p>${sentenceHtml(fix)} ${linkHtml(rule, see)}</p>`,
    over === undefined ? '' : `<p>${sentenceHtml(over)}</p>`,
    `<p class="faint">${where.join(', ')}</p></li>`,
  ].join('');
}

function acceptedOf(object: ObjectReport): string {
  return listOf(object, object.accepted.map(acceptedHtml));
}

function acceptedHtml(finding: AcceptedFinding): string {
  const { because, found, rule, see } = finding;
  return `<li class="accepted"><span class="badge">accepted</span>${sentenceHtml(found)} ${sentenceHtml(because)}${escapeMarkup(termsOf(finding))} ${linkHtml(rule, see)}</li>`;
}
