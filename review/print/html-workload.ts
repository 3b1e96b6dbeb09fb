import { drawAnatomy, drawTimeline } from '../draw';
import { escapeMarkup } from '../markup';
import type { Answer, WorkloadReport } from '../report';
import { listHtml, sentenceHtml, tableHtml } from './html-text';

/** One workload as a part of the page that opens and closes. */
export function workloadHtml(workload: WorkloadReport, id: string): string {
  const { checklist, helpers, notes, ownership, promises, questions, recovery, reviewability } = workload;
  const { podSecurity, qos, ready, title } = workload;
  const facts = `READY ${ready.expected}, ${qos.qosClass}, ${podSecurity.level}, ${reviewability.answered} of ${reviewability.asked} questions answered`;
  return [
    `<details id="${id}"><summary>${escapeMarkup(title)} <span class="faint">${escapeMarkup(facts)}</span></summary>`,
    figure(drawAnatomy(workload), 'The Pod and what is around it'),
    answers('What a reviewer asks', questions),
    '<div class="columns">',
    answers('Ownership', ownership),
    answers('Recovery', recovery),
    answers('Kubernetes preserves, replaces, scales, exposes', promises),
    answers('Helpers', helpers),
    '</div>',
    resources(workload),
    part('QoS and Pod Security', protection(workload)),
    figure(drawTimeline(workload), 'From the first container to the last one stopped'),
    part('Start', [...workload.start.steps.map(({ sentence }) => sentence), ...workload.start.sentences]),
    part('Stop', workload.stop.sentences),
    part('Ports', [...workload.ports.sentences, ...workload.localhost.map(({ sentence }) => sentence)]),
    part(
      'Volumes',
      workload.volumes.map(({ sentences }) => sentences.join(' ')),
    ),
    part(
      'What its images must do',
      workload.images.map(({ sentence }) => sentence),
    ),
    part('Expected', [ready.sentence, ...notes]),
    register(workload),
    tableHtml(
      'Checklist',
      ['Question', 'State', 'Why'],
      checklist
        .filter(({ state }) => state !== 'none')
        .map(({ question, sentence, state }) => [escapeMarkup(question), STATE[state], sentenceHtml(sentence)]),
    ),
    part(
      'What the YAML leaves open',
      reviewability.unanswered.flatMap(({ open }) => open),
    ),
    '</details>',
  ].join('\n');
}

const STATE = { yes: 'yes', no: 'no', ask: 'yours to judge', none: '' };

function figure(svg: string, caption: string): string {
  return `<figure tabindex="0" aria-label="${escapeMarkup(caption)}">${svg}<figcaption>${escapeMarkup(caption)}</figcaption></figure>`;
}

function part(heading: string, sentences: readonly string[]): string {
  return sentences.length === 0 ? '' : `<h3>${escapeMarkup(heading)}</h3>${listHtml(sentences)}`;
}

function answers(heading: string, given: readonly Answer[]): string {
  if (given.length === 0) return '';
  const all = given.map(
    ({ open, question, sentences }) =>
      `<h4>${sentenceHtml(question)}</h4>${listHtml(sentences)}${listHtml(open, 'open')}`,
  );
  return `<section><h3>${escapeMarkup(heading)}</h3>${all.join('')}</section>`;
}

function protection({ podSecurity, qos }: WorkloadReport): readonly string[] {
  return [
    qos.sentence,
    ...(qos.toGuaranteed === undefined ? [] : [qos.toGuaranteed]),
    qos.eviction,
    ...podSecurity.sentences,
    ...podSecurity.blockers.map(({ control, detail }) => `\`${control}\`: ${detail}`),
  ];
}

function resources({
  containers,
  resources: { containers: each, limits, requests, unlimited },
}: WorkloadReport): string {
  const names = [...new Set(each.flatMap((one) => [...Object.keys(one.requests), ...Object.keys(one.limits)]))];
  const rows = each.map((one) => [
    `<code>${escapeMarkup(one.container)}</code>`,
    containers.find(({ path }) => path === one.path)?.role ?? '',
    ...names.map((name) => {
      const share = one.shares.find(({ resource }) => resource === name)?.share;
      const portion = share === undefined ? '' : ` (${Math.round(share * 100)} %)`;
      return escapeMarkup(`${one.requests[name] ?? 'none'}${portion} / ${one.limits[name] ?? 'none'}`);
    }),
  ]);
  const amountOf = (amounts: typeof requests, name: string) =>
    amounts.find(({ resource }) => resource === name)?.amount ?? 'none';
  const whole = names.map((name) =>
    escapeMarkup(`${amountOf(requests, name)} / ${unlimited.includes(name) ? 'none' : amountOf(limits, name)}`),
  );
  const heads = ['Container', 'Role', ...names.map((name) => `${name}: request (share) / limit`)];
  return names.length === 0 ? '' : tableHtml('Resources of one Pod', heads, [...rows, ['the whole Pod', '', ...whole]]);
}

function register({ exceptions, reasons }: WorkloadReport): string {
  const field = (path: string) => (path === '' ? '' : `<code>${escapeMarkup(path)}</code>`);
  return tableHtml(
    'Reasons and exceptions',
    ['Field', 'Kind', 'Because', 'Owner', 'Until'],
    [
      ...reasons.map(({ path, text }) => [field(path), 'reason', sentenceHtml(text), '', '']),
      ...exceptions.map(({ absent, owner, path, text, until }) => [
        field(path),
        absent === undefined ? 'exception' : `without <code>${escapeMarkup(absent)}</code>`,
        sentenceHtml(text),
        escapeMarkup(owner ?? ''),
        escapeMarkup(until ?? ''),
      ]),
    ],
  );
}
