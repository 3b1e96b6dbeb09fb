import type { Diff, WrittenChange } from '../diff';
import { count } from '../report/words';
import { dangersIn, diffCounts, fieldText, titleOfDiff } from './diff-text';
import { block, inline, plain } from './markdown-text';
import { togetherTold, type ToldChange } from './together-told';

/** How a difference is printed as Markdown. */
export interface DiffMarkdownOptions {
  /** The heading of the whole. @default `What this change does` */
  readonly title?: string;
}

/**
 * Prints a difference as Markdown for a pull request: the sum, every object with what its change will do, and below it,
 * folded up, every field that changed.
 */
export function printDiffMarkdown(diff: Diff, { title = 'What this change does' }: DiffMarkdownOptions = {}): string {
  return block(`# ${inline(title)}`, `${inline(diffCounts(diff))}.`, ...togetherTold(diff.objects).map(changeMarkdown));
}

const LONGEST_LIST = 200;

function changeMarkdown({ object, places }: ToldChange): string {
  const { consequences, fields } = object;
  const dangers = dangersIn(object);
  const mark = dangers === 0 ? '' : ' ⚠️';
  const [place = '', ...others] = places.map(({ file }) => inline(plain(file)));
  const where = others.length === 0 ? place && ` (${place})` : ` in ${places.length} files`;
  const items = consequences.map(({ topic, sentence, weight }) => {
    const label = weight === 'danger' ? `**${topic}**` : topic;
    return `- ${weight === 'danger' ? '⚠️ ' : ''}${label}: ${inline(sentence)}`;
  });
  return block(
    `## ${inline(plain(titleOfDiff(object)))}: ${object.change}${where}${mark}`,
    items.length > 0 ? items.join('\n') : fields.length > 0 && '- Nothing that is known to matter changes.',
    fieldsMarkdown(fields),
    others.length > 0 && folded(count(places.length, 'file'), [place, ...others].map((each) => `- ${each}`).join('\n')),
  );
}

function fieldsMarkdown(fields: readonly WrittenChange[]): string {
  if (fields.length === 0) return '';
  const lines = fields.flatMap((field) => fieldText(field)).slice(0, LONGEST_LIST);
  const rest = fields.flatMap((field) => fieldText(field)).length - lines.length;
  const more = rest > 0 ? [`  … and ${rest} more lines: podwright diff shows all of them in a terminal`] : [];
  const summary = count(fields.length, 'field');
  const fence = fenceFor(lines);
  const code = [`${fence}diff`, ...lines, ...more, fence].join('\n');
  return folded(summary, code);
}

function folded(summary: string, text: string): string {
  return `<details><summary>${summary}</summary>\n\n${text}\n\n</details>`;
}

/** A fence that is longer than any in the text. */
function fenceFor(lines: readonly string[]): string {
  const runs = lines.flatMap((line) => line.match(/`+/g) ?? []).map(({ length }) => length);
  return '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
}
