import { termsOf } from '../acceptance';
import { printable } from '../markup';
import type { Answer, CheckItem, WorkloadReport } from '../report';
import type { Style } from './style';
import { wrap } from './wrap';

/** The report of one workload for a terminal, a paragraph for each question. */
export function workloadText(workload: WorkloadReport, width: number, style: Style): string[] {
  const { podSecurity, qos, ready, reviewability, start, stop, title } = workload;
  const facts = `READY ${ready.expected}  ${qos.qosClass}  ${podSecurity.level}  ${reviewability.answered}/${reviewability.asked} answered`;
  const part = (heading: string, sentences: readonly string[]) => section(heading, sentences, width, style);
  const asked = (answers: readonly Answer[]) => answers.flatMap((answer) => answerText(answer, width, style));
  const steps = start.steps.map(({ sentence }, position) => `${position + 1}. ${sentence}`);
  return [
    style.bold(printable(title)),
    ...wrap(facts, width, '  ').map(style.dim),
    ...asked(workload.questions),
    ...asked(workload.ownership),
    ...asked(workload.recovery),
    ...asked(workload.helpers),
    ...part('Shares', shares(workload)),
    ...part('QoS', [qos.sentence, ...(qos.toGuaranteed === undefined ? [] : [qos.toGuaranteed]), qos.eviction]),
    ...part('Pod Security', [...podSecurity.sentences, ...podSecurity.blockers.map(({ detail }) => detail)]),
    ...part('Start', [...steps, ...start.sentences]),
    ...part('Stop', stop.sentences),
    ...part('Ports', [...workload.ports.sentences, ...workload.localhost.map(({ sentence }) => sentence)]),
    ...part(
      'Volumes',
      workload.volumes.map(({ sentences }) => sentences.join(' ')),
    ),
    ...part(
      'Images',
      workload.images.map(({ sentence }) => sentence),
    ),
    ...part('Expected', [ready.sentence, ...workload.notes]),
    ...part(
      'Reasons',
      workload.reasons.map(({ path, text }) => `${text} (${path})`),
    ),
    ...part('Exceptions', workload.exceptions.map(exceptionText)),
    ...part('Checklist', workload.checklist.filter(({ state }) => state !== 'none').map(checkText)),
  ];
}

function section(heading: string, texts: readonly string[], width: number, style: Style): string[] {
  if (texts.length === 0) return [];
  return [...headed(heading, width, style), ...texts.flatMap((text) => wrap(text, width, '    '))];
}

function headed(heading: string, width: number, style: Style): string[] {
  return wrap(heading, width, '  ').map(style.cyan);
}

function answerText({ open, question, sentences }: Answer, width: number, style: Style): string[] {
  const gaps = open.flatMap((text) => wrap(text, width, '  ? ')).map((line) => style.yellow(line));
  return [...headed(question, width, style), ...sentences.flatMap((text) => wrap(text, width, '    ')), ...gaps];
}

function shares({ resources }: WorkloadReport): string[] {
  return resources.containers.flatMap(({ container, shares: own }) =>
    own.length === 0 ? [] : [`\`${container}\`: ${own.map(({ text }) => text).join('; ')}`],
  );
}

function exceptionText(exception: WorkloadReport['exceptions'][number]): string {
  const { absent, path, text } = exception;
  const what = absent === undefined ? path : `${path} without ${absent}`;
  return `${text}${termsOf(exception)} (${what})`;
}

const MARKS: Readonly<Record<CheckItem['state'], string>> = { yes: '[x]', no: '[!]', ask: '[ ]', none: '[-]' };

function checkText({ question, sentence, state }: CheckItem): string {
  return `${MARKS[state]} ${question} ${sentence}`;
}
