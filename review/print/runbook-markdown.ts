import { printable } from '../markup';
import type { Cause, FailureState, IncidentNote, Likelihood, Runbook, StateGuide, WorkloadRunbook } from '../runbook';
import { byCommand, isCaused, uncausedText } from './runbook-parts';
import { block, inline, plain, table } from './markdown-text';

/** How a runbook is printed as Markdown. */
export interface RunbookMarkdownOptions {
  /** The heading of the whole. @default `Runbook` */
  readonly title?: string;
  /** The one failure that is explained. @default all of them, with the diagnosis and the note */
  readonly state?: FailureState;
}

/** Prints a runbook as Markdown, for a wiki or a folder beside the manifests. */
export function printRunbookMarkdown(
  { workloads }: Runbook,
  { state, title = 'Runbook' }: RunbookMarkdownOptions = {},
): string {
  return block(`# ${inline(title)}`, ...workloads.map((workload) => workloadText(workload, state)));
}

function workloadText(workload: WorkloadRunbook, only: FailureState | undefined): string {
  const { deletion, diagnosis, file, incident, states, title } = workload;
  const place = file === undefined ? '' : ` (${inline(plain(file))})`;
  const head = `## ${inline(plain(title))}${place}`;
  const chosen = only === undefined ? states : states.filter(({ state }) => state === only);
  if (only !== undefined) return block(head, ...chosen.map(guideText));
  const rest = chosen.filter((guide) => !isCaused(guide)).map(({ state }) => state);
  return block(
    head,
    ...diagnosis.map(({ commands, sentences, title: step }, position) =>
      block(`### ${position + 1}\\. ${inline(step)}`, items(sentences), shell(commands)),
    ),
    ...chosen.filter(isCaused).map(guideText),
    rest.length > 0 && inline(uncausedText(rest)),
    '### Before a Pod is deleted',
    items(deletion.sentences),
    ...deletion.checks.map(({ command, sentence }) => block(inline(sentence), shell([command]))),
    incidentText(incident),
  );
}

const MARKS: Readonly<Record<Likelihood, string>> = {
  certain: '🔴 **certain**',
  likely: '**likely**',
  possible: 'possible',
};

function guideText(guide: StateGuide): string {
  const { aliases, causes, chain, command, meaning, state } = guide;
  const also = aliases.length === 0 ? '' : `Also shown as ${aliases.map(plain).join(', ')}.`;
  return block(
    `### If it is ${plain(state)}`,
    also,
    items(meaning),
    !isCaused(guide) && block('Nothing in this spec leads to it; what the cluster says:', shell([command])),
    ...byCommand(causes).map((group) => block(group.items.map(causeText).join('\n'), shell([group.command]))),
    chain.length > 0 && 'The way of the traffic, link by link; look at the first that does not hold:',
    ...chain.map((link, position) => block(`${position + 1}\\. ${inline(link.sentence)}`, shell([link.command]))),
  );
}

function causeText({ likelihood, path, sentence }: Cause): string {
  return `- ${MARKS[likelihood]}: ${inline(sentence)}${path === '' ? '' : ` (${inline(plain(path))})`}`;
}

function incidentText({ blanks, commands, containers, exitCodes, namespace, object }: IncidentNote): string {
  const rows = [
    ['Object', inline(plain(object))],
    ...(namespace === undefined ? [] : [['Namespace', inline(plain(namespace))]]),
    ...containers.map(({ image, limits, name, role }) => [
      `Container ${inline(plain(name))}${role === 'app' ? '' : ` (${role})`}`,
      `${inline(plain(image))}, limits: ${inline(limits)}`,
    ]),
    ...blanks.map((blank) => [inline(blank), '']),
  ];
  return block(
    '### Note on an incident',
    table(
      ['What', 'Value'],
      rows.map((row) => row.map((text) => text.replaceAll('|', '\\|'))),
    ),
    shell(commands),
    'Exit codes:',
    items(exitCodes.map(({ sentence }) => sentence)),
  );
}

function items(sentences: readonly string[]): string {
  return sentences.map((sentence) => `- ${inline(sentence)}`).join('\n');
}

/** Every command begins with `kubectl`, so that none of its lines can end the block. */
function shell(commands: readonly string[]): string {
  return commands.length === 0 ? '' : `\`\`\`sh\n${commands.map(printable).join('\n')}\n\`\`\``;
}
