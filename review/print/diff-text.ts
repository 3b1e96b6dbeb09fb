import type { Diff, ObjectDiff, WrittenChange } from '../diff';
import { titleOf } from '../entity';
import { printable } from '../markup';
import { count } from '../report/words';
import { fileAndLine } from './spoken';
import { togetherTold, type ToldChange } from './together-told';
import { styleOf, type Style } from './style';
import { columnsFor, wrap } from './wrap';

/** How a difference is printed for a terminal. */
export interface DiffTextOptions {
  /** The columns of the terminal. @default 100 */
  readonly width?: number;
  /** Whether colours are used. @default false */
  readonly color?: boolean;
}

/** Prints a difference for a terminal: every object with what its change will do and every field that changed. */
export function printDiffText(diff: Diff, { color = false, width = 100 }: DiffTextOptions = {}): string {
  const style = styleOf(color);
  const objects = togetherTold(diff.objects).map((change) => changeText(change, columnsFor(width), style));
  return `${[...objects, style.bold(diffCounts(diff))].join('\n\n')}\n`;
}

/** What an object is called, with what it was called before. */
export function titleOfDiff({ object, was }: ObjectDiff): string {
  return was === undefined ? titleOf(object) : `${titleOf(was)} → ${titleOf(object)}`;
}

/** How many of the consequences of a change are dangers. */
export function dangersIn({ consequences }: ObjectDiff): number {
  return consequences.filter(({ weight }) => weight === 'danger').length;
}

/** The sum of a difference: `2 changed, 1 removed, 11 the same: 3 dangers`. */
export function diffCounts({ objects, same }: Diff): string {
  const counts = CHANGES.flatMap((change) => {
    const number = objects.filter((object) => object.change === change).length;
    return number === 0 ? [] : [`${number} ${change}`];
  });
  const dangers = objects.reduce((sum, object) => sum + dangersIn(object), 0);
  const all = [...counts, `${same} the same`].join(', ');
  return dangers === 0 ? all : `${all}: ${count(dangers, 'danger')}`;
}

/** A changed field as the lines of a diff: what went with `-`, what came with `+`, what moved or means the same with a blank. */
export function fieldText({ path, change, before, after, meansTheSame }: WrittenChange): readonly string[] {
  const name = printable(path === '' ? 'the whole object' : path);
  if (change === 'moved') return [`  ${name}: at position ${Number(after) + 1} instead of ${Number(before) + 1}`];
  const [minus, plus] = meansTheSame === true ? [' ', ' '] : ['-', '+'];
  const note = meansTheSame === true ? '  (means the same)' : '';
  return [
    ...(before === undefined ? [] : [`${minus} ${name}: ${valueText(before)}${note}`]),
    ...(after === undefined ? [] : [`${plus} ${name}: ${valueText(after)}${note}`]),
  ];
}

const CHANGES: readonly ObjectDiff['change'][] = ['added', 'removed', 'renamed', 'changed'];

function valueText(value: unknown): string {
  return printable(typeof value === 'bigint' ? String(value) : JSON.stringify(value));
}

function changeText({ object, places }: ToldChange, width: number, style: Style): string {
  const { change, consequences, fields } = object;
  const [place = '', ...others] = places.map(({ file, line }) => printable(fileAndLine(file, line)));
  const title = `${style.bold(printable(titleOfDiff(object)))} ${change}`;
  const where = others.length === 0 ? [] : [place, ...others].map((each) => `    ${style.dim(each)}`);
  const told = consequences.flatMap(({ topic, sentence, weight }) => {
    const [first = '', ...rest] = wrap(sentence, width, ' '.repeat(TOPIC_COLUMNS));
    const label = `  ${topic}`.padEnd(TOPIC_COLUMNS);
    return [`${weight === 'danger' ? style.red(label) : style.cyan(label)}${first.slice(TOPIC_COLUMNS)}`, ...rest];
  });
  const lines = fields.flatMap(fieldText).map((text) => `    ${painted(text, style)}`);
  const head =
    others.length > 0 ? `${title} in ${places.length} files` : `${title}${place === '' ? '' : style.dim(` ${place}`)}`;
  return [head, ...where, ...told, ...lines].join('\n');
}

const TOPIC_COLUMNS = 17;

function painted(line: string, style: Style): string {
  if (line.startsWith('-')) return style.red(line);
  return line.startsWith('+') ? style.green(line) : style.dim(line);
}
