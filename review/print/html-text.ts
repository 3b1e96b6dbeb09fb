import { escapeMarkup } from '../markup';

/** A sentence in HTML: what stands in backticks is code. */
export function sentenceHtml(text: string): string {
  return text
    .split(/`([^`]*)`/)
    .map((part, position) => (position % 2 === 1 ? `<code>${escapeMarkup(part)}</code>` : escapeMarkup(part)))
    .join('');
}

/** A list of sentences; nothing for none. */
export function listHtml(sentences: readonly string[], kind = ''): string {
  if (sentences.length === 0) return '';
  const items = sentences.map((sentence) => `<li>${sentenceHtml(sentence)}</li>`).join('');
  return `<ul${kind === '' ? '' : ` class="${kind}"`}>${items}</ul>`;
}

/** A table whose cells are HTML already; nothing without rows. */
export function tableHtml(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const head = heads.map((text) => `<th scope="col">${escapeMarkup(text)}</th>`).join('');
  const body = rows
    .map(
      ([first = '', ...cells]) =>
        `<tr><th scope="row">${first}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
    )
    .join('');
  return `<div class="scroll"><table><caption>${escapeMarkup(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** A link to the web; the text alone where the address is none. */
export function linkHtml(text: string, address: string): string {
  if (!/^https?:\/\//.test(address)) return escapeMarkup(text);
  return `<a href="${escapeMarkup(address)}" rel="noreferrer">${escapeMarkup(text)}</a>`;
}
