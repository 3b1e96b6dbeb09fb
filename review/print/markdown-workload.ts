import { escapeMarkup } from '../markup';
import type { Answer, CheckItem, ContainerReport, WorkloadReport } from '../report';
import { block, cell, inline, plain, table, tick } from './markdown-text';

/** One workload in Markdown, folded up under its name. */
export function workloadMarkdown(workload: WorkloadReport): string {
  const { helpers, notes, ownership, promises, questions, recovery, reviewability } = workload;
  const { podSecurity, qos, ready, title } = workload;
  const facts = `READY ${ready.expected}, ${qos.qosClass}, ${podSecurity.level}, ${reviewability.answered} of ${reviewability.asked} questions answered`;
  return block(
    `<details>\n<summary><b>${escapeMarkup(title)}</b>: ${escapeMarkup(facts)}</summary>`,
    ...questions.map(answerText),
    part('Ownership', ownership.map(answerItem)),
    part('Recovery', recovery.map(answerItem)),
    part('Kubernetes preserves, replaces, scales, exposes', promises.map(answerItem)),
    part('Helpers', helpers.map(answerItem)),
    resourcesText(workload),
    part('QoS and Pod Security', protection(workload)),
    part('Start', [
      ...workload.start.steps.map(({ sentence }, position) => `${position + 1}. ${inline(sentence)}`),
      ...items(workload.start.sentences),
    ]),
    part('Stop', items(workload.stop.sentences)),
    part('Ports', [...items(workload.ports.sentences), ...items(workload.localhost.map(({ sentence }) => sentence))]),
    part(
      'Volumes',
      workload.volumes.map(({ sentences }) => `- ${sentences.map(inline).join(' ')}`),
    ),
    part('What its images must do', items(workload.images.map(({ sentence }) => sentence))),
    part('Expected', items([ready.sentence, ...notes])),
    register(workload),
    part('Checklist', workload.checklist.filter(({ state }) => state !== 'none').map(checkText)),
    part(
      'What the YAML leaves open',
      reviewability.unanswered.flatMap(({ open }) => items(open)),
    ),
    '</details>',
  );
}

function part(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : block(`**${heading}**`, lines.join('\n'));
}

function items(sentences: readonly string[]): string[] {
  return sentences.map((sentence) => `- ${inline(sentence)}`);
}

function answerText({ open, question, sentences }: Answer): string {
  const gaps = open.map((sentence) => `- ⚠️ ${inline(sentence)}`);
  return block(`**${inline(question)}**`, [...items(sentences), ...gaps].join('\n'));
}

function answerItem({ open, question, sentences }: Answer): string {
  const gaps = open.map((sentence) => `⚠️ ${inline(sentence)}`);
  return `- *${inline(question)}* ${[...sentences.map(inline), ...gaps].join(' ')}`;
}

function resourcesText({ containers, resources }: WorkloadReport): string {
  const names = [
    ...new Set(
      resources.containers.flatMap(({ limits, requests }) => [...Object.keys(requests), ...Object.keys(limits)]),
    ),
  ];
  if (names.length === 0) return '';
  const rows = resources.containers.map((each) => [
    plain(each.container),
    roleText(containers.find(({ path }) => path === each.path)),
    ...names.map((name) =>
      amountText(each.requests[name], each.limits[name], each.shares.find(({ resource }) => resource === name)?.share),
    ),
  ]);
  const whole = names.map((name) => {
    const request = resources.requests.find(({ resource }) => resource === name)?.amount;
    const limit = resources.unlimited.includes(name)
      ? 'none'
      : resources.limits.find(({ resource }) => resource === name)?.amount;
    return amountText(request, limit);
  });
  const heads = ['Container', 'Role', ...names.map((name) => `${name}: request (share) / limit`)];
  const because = resources.requests
    .filter(({ decidedBy }) => decidedBy !== 'steady')
    .map(({ because: why, resource }) => `- ${plain(resource)}: ${inline(why)}`);
  return block(
    '**Resources**',
    table(
      heads.map(cell),
      [...rows, ['**the whole Pod**', '', ...whole]].map((row) => row.map(asCell)),
    ),
    because.join('\n'),
  );
}

/** The cells hold what is Markdown already. */
function asCell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function amountText(request: string | undefined, limit: string | undefined, share?: number): string {
  const portion = share === undefined ? '' : ` (${Math.round(share * 100)} %)`;
  return `${request ?? 'none'}${portion} / ${limit ?? 'none'}`;
}

function roleText(container: ContainerReport | undefined): string {
  return container === undefined || container.role === 'app' ? '' : container.role;
}

function protection({ podSecurity, qos }: WorkloadReport): string[] {
  return [
    ...items([
      qos.sentence,
      ...(qos.toGuaranteed === undefined ? [] : [qos.toGuaranteed]),
      qos.eviction,
      ...podSecurity.sentences,
    ]),
    ...podSecurity.blockers.map(({ control, detail }) => `  - ${plain(control)}: ${inline(detail)}`),
  ];
}

function register({ exceptions, reasons }: WorkloadReport): string {
  const rows = [
    ...reasons.map(({ path, text }) => [path === '' ? '' : plain(path), 'reason', inline(text), '', '']),
    ...exceptions.map(({ absent, owner, path, text, until }) => [
      path === '' ? '' : plain(path),
      absent === undefined ? 'exception' : `without ${plain(absent)}`,
      inline(text),
      inline(owner ?? ''),
      until ?? '',
    ]),
  ];
  if (rows.length === 0) return '';
  return block(
    '**Reasons and exceptions**',
    table(
      ['Field', 'Kind', 'Because', 'Owner', 'Until'],
      rows.map((row) => row.map(asCell)),
    ),
  );
}

function checkText({ question, sentence, state }: CheckItem): string {
  return `${tick(state === 'yes', question)} ${inline(sentence)}`;
}
