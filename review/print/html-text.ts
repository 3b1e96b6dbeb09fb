/** A text that is safe inside HTML, in an element or an attribute. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A sentence in HTML: what stands in backticks is code. */
export function sentenceHtml(text: string): string {
  return text
    .split(/`([^`]*)`/)
    .map((part, position) => (position % 2 === 1 ? `<code>${escapeHtml(part)}</code>` : escapeHtml(part)))
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
  const head = heads.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('');
  const body = rows
    .map(
      ([first = '', ...cells]) =>
        `<tr><th scope="row">${first}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
    )
    .join('');
  return `<div class="scroll"><table><caption>${escapeHtml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** A link to the web; the text alone where the address is none. */
export function linkHtml(text: string, address: string): string {
  if (!/^https?:\/\//.test(address)) return escapeHtml(text);
  return `<a href="${escapeHtml(address)}" rel="noreferrer">${escapeHtml(text)}</a>`;
}
