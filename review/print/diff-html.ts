import type { Diff } from '../diff';
import { escapeMarkup } from '../markup';
import { count } from '../report/words';
import { dangersIn, diffCounts, fieldText, titleOfDiff } from './diff-text';
import { htmlPage } from './html-page';
import { sentenceHtml } from './html-text';
import { togetherTold, type ToldChange } from './together-told';

/** How a difference is printed as HTML. */
export interface DiffHtmlOptions {
  /** The heading of the page. @default `What this change does` */
  readonly title?: string;
}

/** Prints a difference as one HTML page: every object with what its change will do and every field that changed. */
export function printDiffHtml(diff: Diff, { title = 'What this change does' }: DiffHtmlOptions = {}): string {
  return htmlPage(title, `${diffCounts(diff)}.`, togetherTold(diff.objects).map(changeHtml));
}

function changeHtml({ object, places }: ToldChange): string {
  const { change, consequences, fields } = object;
  const [place = '', ...others] = places.map(({ file }) => `<code>${escapeMarkup(file)}</code>`);
  const where = others.length === 0 ? place && `, ${place}` : ` in ${places.length} files`;
  const dangers = dangersIn(object);
  const told = consequences.map(({ topic, sentence, weight }) => {
    const kind = weight === 'danger' ? 'warning' : 'info';
    return `<li class="${kind}"><span class="badge">${escapeMarkup(topic)}</span>${sentenceHtml(sentence)}</li>`;
  });
  return [
    `<section><h2>${escapeMarkup(titleOfDiff(object))} <span class="faint">${change}${where}</span></h2>`,
    told.length === 0 ? '' : `<ul class="found">${told.join('')}</ul>`,
    fields.length === 0
      ? ''
      : `<details${dangers === 0 ? '' : ' open'}><summary>${count(fields.length, 'field')}</summary><pre>${fields.flatMap(fieldText).map(lineHtml).join('')}</pre></details>`,
    others.length === 0
      ? ''
      : `<details><summary>${count(places.length, 'file')}</summary><ul>${[place, ...others].map((each) => `<li>${each}</li>`).join('')}</ul></details>`,
    '</section>',
  ].join('');
}

function lineHtml(line: string): string {
  if (line.startsWith('-')) return `<del>${escapeMarkup(line)}</del>`;
  return line.startsWith('+') ? `<ins>${escapeMarkup(line)}</ins>` : `<span>${escapeMarkup(line)}</span>`;
}
