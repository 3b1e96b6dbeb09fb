import { titleOf } from '../entity';
import type { Severity } from '../finding';
import { printable } from '../markup';
import { count, list } from '../report/words';
import type { LivePod, Mismatch, ObjectVerification, Uncompared, Verification, WorkloadFacts } from '../verify';
import { fileAndLine } from './spoken';
import { styleOf, type Style } from './style';
import { columnsFor, wrap } from './wrap';

/** How a verification is printed for a terminal. */
export interface VerifyTextOptions {
  /** The columns of the terminal. @default 100 */
  readonly width?: number;
  /** Whether colours are used. @default false */
  readonly color?: boolean;
}

/** Prints for a terminal what is not as Git says, object by object; what is as promised takes a line. */
export function printVerifyText(
  verification: Verification,
  { color = false, width = 100 }: VerifyTextOptions = {},
): string {
  const style = styleOf(color);
  const { objects } = verification;
  const told = objects
    .filter((object) => !isPlain(object))
    .map((object) => objectText(object, columnsFor(width), style));
  const plain = objects.filter(isPlain).map((object) => titleText(object, style));
  const quiet = [...plain, ...uncomparedTexts(verification.uncompared).map(printable)].join('\n');
  const parts = [...told, quiet, style.bold(verifyCounts(verification))].filter((part) => part !== '');
  return `${parts.join('\n\n')}\n`;
}

/** The sum of a verification: `4 objects as promised, 1 otherwise: 1 error, 2 notes`. */
export function verifyCounts({ objects, totals }: Verification): string {
  const of = (standing: ObjectVerification['standing']) => objects.filter((each) => each.standing === standing).length;
  const rest = (['otherwise', 'missing', 'unknown'] as const).flatMap((standing) =>
    of(standing) === 0 ? [] : [`${of(standing)} ${standing}`],
  );
  const found = [
    ...(totals.error === 0 ? [] : [count(totals.error, 'error')]),
    ...(totals.warning === 0 ? [] : [count(totals.warning, 'warning')]),
    ...(totals.info === 0 ? [] : [count(totals.info, 'note')]),
  ];
  const standings = [`${count(of('as promised'), 'object')} as promised`, ...rest].join(', ');
  return found.length === 0 ? standings : `${standings}: ${found.join(', ')}`;
}

/** What a workload promises of its Pods, in a line. */
export function factsText({ pods, qosClass, ready, status }: WorkloadFacts): string {
  const { least, most, per } = pods;
  const number = least === undefined || most === undefined ? '' : least === most ? `${least}` : `${least} to ${most}`;
  const all =
    number === ''
      ? per === 'node'
        ? 'a Pod on each eligible node'
        : 'Pods'
      : `${number} ${most === 1 ? 'Pod' : 'Pods'}`;
  const each = per === 'run' ? `${all} per run` : all;
  return `${each}, READY ${ready}${status === 'Completed' ? ' until Completed' : ''}, ${qosClass}`;
}

/** A live Pod in a line, much as `kubectl get pods` shows it. */
export function podText({ isTerminating, node, object, phase, ready, restarts }: LivePod): string {
  const state = phase === '' ? 'no phase' : phase;
  return [
    `Pod ${object.name}: ${state}${isTerminating ? ' (being stopped)' : ''}`,
    `READY ${ready}`,
    node === undefined ? 'no node' : `node ${node}`,
    ...(restarts === 0 ? [] : [count(restarts, 'restart')]),
  ].join(', ');
}

/** What the list could not tell of, a sentence for each reason. */
export function uncomparedTexts(uncompared: readonly Uncompared[]): readonly string[] {
  const of = (because: Uncompared['because']) => uncompared.filter((each) => each.because === because);
  const kinds = [...new Set(of('kind').map(({ object }) => object.kind))];
  const namespaces = [...new Set(of('namespace').map(({ object }) => object.namespace ?? 'default'))];
  return [
    ...(kinds.length === 0
      ? []
      : [`Not compared, since the list holds no such kind: ${count(of('kind').length, 'object')} (${list(kinds)}).`]),
    ...(namespaces.length === 0
      ? []
      : [
          `Not compared, since the list holds nothing of namespace ${list(namespaces)}: ${count(of('namespace').length, 'object')}.`,
        ]),
  ];
}

/** What a person calls each severity. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** An object with nothing to say of it. */
export function isPlain({ mismatches, standing }: ObjectVerification): boolean {
  return standing === 'as promised' && mismatches.length === 0;
}

function objectText(object: ObjectVerification, width: number, style: Style): string {
  const { expected, mismatches, pods } = object;
  const lines = [
    ...(expected === undefined ? [] : [`  promised  ${factsText(expected)}`]),
    ...pods.map((pod) => `  live      ${podText(pod)}`),
  ];
  return [
    titleText(object, style),
    ...lines.map((line) => style.dim(printable(line))),
    ...mismatches.flatMap((mismatch) => mismatchText(mismatch, object, width, style)),
  ].join('\n');
}

function titleText({ file, line, object, standing }: ObjectVerification, style: Style): string {
  const place = file === undefined ? '' : ` ${printable(fileAndLine(file, line))}`;
  return `${style.bold(printable(titleOf(object)))} ${standing}${style.dim(place)}`;
}

function mismatchText(mismatch: Mismatch, { file }: ObjectVerification, width: number, style: Style): string[] {
  const { hint, line, sentence, severity } = mismatch;
  const place = file === undefined || line === undefined ? '' : ` (${fileAndLine(file, line)})`;
  const [first = '', ...rest] = wrap(`${sentence}${place}`, width, ' '.repeat(LABEL_COLUMNS));
  const label = `  ${SEVERITY_WORDS[severity]}`.padEnd(LABEL_COLUMNS);
  const paint = { error: style.red, warning: style.yellow, info: style.cyan }[severity];
  const more = hint === undefined ? [] : [style.dim(printable(`${' '.repeat(LABEL_COLUMNS)}→ ${hint}`))];
  return [`${paint(label)}${first.slice(LABEL_COLUMNS)}`, ...rest, ...more];
}

const LABEL_COLUMNS = 12;
