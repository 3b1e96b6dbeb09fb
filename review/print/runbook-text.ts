import { printable } from '../markup';
import type { Cause, FailureState, IncidentNote, Likelihood, Runbook, StateGuide, WorkloadRunbook } from '../runbook';
import { byCommand, isCaused, uncausedText } from './runbook-parts';
import { styleOf, type Style } from './style';
import { columnsFor, wrap } from './wrap';

/** How a runbook is printed for a terminal. */
export interface RunbookTextOptions {
  /** The columns of the terminal. @default 100 */
  readonly width?: number;
  /** Whether colours are used. @default false */
  readonly color?: boolean;
  /** The one failure that is explained. @default all of them, with the diagnosis and the note */
  readonly state?: FailureState;
}

/** Prints a runbook for a terminal. Commands stand on lines of their own, however long, so that they can be copied. */
export function printRunbookText(
  { workloads }: Runbook,
  { color = false, state, width = 100 }: RunbookTextOptions = {},
): string {
  const page: Page = { style: styleOf(color), width: columnsFor(width) };
  return `${workloads.map((workload) => workloadText(workload, page, state).join('\n')).join('\n\n\n')}\n`;
}

interface Page {
  readonly style: Style;
  readonly width: number;
}

function workloadText(workload: WorkloadRunbook, page: Page, only: FailureState | undefined): string[] {
  const { deletion, diagnosis, file, incident, states, title } = workload;
  const place = file === undefined ? '' : page.style.dim(` ${printable(file)}`);
  const head = `${page.style.bold(printable(title))}${place}`;
  const chosen = only === undefined ? states : states.filter(({ state }) => state === only);
  if (only !== undefined) return [head, ...chosen.flatMap((guide) => ['', ...guideText(guide, page)])];
  const guides = chosen.filter(isCaused).flatMap((guide) => ['', ...guideText(guide, page)]);
  const rest = chosen.filter((guide) => !isCaused(guide)).map(({ state }) => state);
  return [
    head,
    ...diagnosis.flatMap(({ commands, sentences, title: step }, position) => [
      '',
      ...heading(`${position + 1}. ${step}`, page),
      ...paragraphs(sentences, page),
      ...commands.map((command) => commandText(command, page)),
    ]),
    ...guides,
    ...(rest.length === 0 ? [] : ['', ...wrap(uncausedText(rest), page.width, '  ')]),
    '',
    ...heading('Before a Pod is deleted', page),
    ...paragraphs(deletion.sentences, page),
    ...deletion.checks.flatMap(({ command, sentence }) => [
      ...paragraphs([sentence], page),
      commandText(command, page),
    ]),
    '',
    ...incidentText(incident, page),
  ];
}

const MARKS: Readonly<Record<Likelihood, string>> = { certain: '!!', likely: '- ', possible: '? ' };

function guideText(guide: StateGuide, page: Page): string[] {
  const { aliases, causes, chain, command, meaning, state } = guide;
  const also = aliases.length === 0 ? '' : ` (${aliases.join(', ')})`;
  return [
    ...wrap(`${state}${also}`, page.width, '  ').map(page.style.cyan),
    ...paragraphs(meaning, page),
    ...(!isCaused(guide)
      ? [...paragraphs(['Nothing in this spec leads to it; what the cluster says:'], page), commandText(command, page)]
      : []),
    ...byCommand(causes).flatMap((group) => [
      ...group.items.flatMap((each) => causeText(each, page)),
      commandText(group.command, page),
    ]),
    ...(chain.length === 0
      ? []
      : paragraphs(['The way of the traffic, link by link; look at the first that does not hold:'], page)),
    ...chain.flatMap(({ command: link, sentence }, position) => [
      ...wrap(sentence, page.width, `    ${position + 1}. `),
      commandText(link, page),
    ]),
  ];
}

function causeText({ likelihood, path, sentence }: Cause, { style, width }: Page): string[] {
  const where = path === '' ? '' : ` (${path})`;
  const lines = wrap(`${sentence}${where}`, width, `    ${MARKS[likelihood]} `);
  return likelihood === 'certain' ? lines.map(style.red) : lines;
}

function incidentText(
  { blanks, commands, containers, exitCodes, namespace, object }: IncidentNote,
  page: Page,
): string[] {
  const line = (name: string, value: string) => `    ${name}: ${printable(value)}`;
  return [
    ...heading('Note on an incident', page),
    line('Object', object),
    ...(namespace === undefined ? [] : [line('Namespace', namespace)]),
    ...containers.map(({ image, limits, name, role }) =>
      line(`Container ${printable(name)}${role === 'app' ? '' : ` (${role})`}`, `${image}, limits: ${limits}`),
    ),
    ...blanks.map((blank) => line(blank, '________')),
    ...commands.map((command) => commandText(command, page)),
    ...heading('Exit codes', page),
    ...paragraphs(
      exitCodes.map(({ sentence }) => sentence),
      page,
    ),
  ];
}

function heading(text: string, { style, width }: Page): string[] {
  return wrap(text, width, '  ').map(style.cyan);
}

function paragraphs(sentences: readonly string[], { width }: Page): string[] {
  return sentences.flatMap((sentence) => wrap(sentence, width, '    '));
}

function commandText(command: string, { style }: Page): string {
  return `      ${style.bold(`$ ${printable(command)}`)}`;
}
