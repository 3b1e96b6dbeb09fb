import { escapeMarkup } from '../markup';

/** A point or a size, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line of text with its baseline at `y`, cut to so many pixels. */
export function textLine(x: number, y: number, text: string, kind: string, width: number, anchor = 'start'): string {
  const shown = fitted(text, Math.floor(width / (COLUMN[kind] ?? WIDEST_COLUMN)));
  return `<text class="${kind}" x="${x}" y="${y}" text-anchor="${anchor}">${escapeMarkup(shown)}</text>`;
}

/** A box with round corners. */
export function roundBox({ x, y, width, height }: Box, kind: string, radius = 8): string {
  return `<rect class="${kind}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`;
}

/** A picture with its description for those who do not see it. */
export function picture(
  width: number,
  height: number,
  title: string,
  description: string,
  parts: readonly string[],
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(title)}">`,
    `<title>${escapeMarkup(title)}</title>`,
    `<desc>${escapeMarkup(description)}</desc>`,
    `<style>${STYLE}</style>`,
    ARROW,
    ...parts,
    '</svg>',
  ].join('\n');
}

/** A text of at most so many letters; the middle of a longer one is left out, since names differ at their ends. */
export function fitted(text: string, letters: number): string {
  const all = Array.from(text);
  if (all.length <= letters) return text;
  const head = Math.ceil((letters - 1) / 2);
  return `${all.slice(0, head).join('')}…${all.slice(all.length - (letters - 1 - head)).join('')}`;
}

/** How wide a letter is, in pixels, on the safe side. */
const COLUMN: Readonly<Record<string, number>> = { name: 8.8, small: 6.1, code: 6.7, head: 10.3, lane: 8 };
const WIDEST_COLUMN = 10.3;

/** Colours come from the page where there is one, and suit paper where there is none. */
const STYLE = `
text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:var(--ink,#1c2733)}
.head{font-size:16px;font-weight:650}.name{font-size:14px;font-weight:600}
.small{font-size:11px;fill:var(--faint,#55636f)}.lane{font-size:11px;font-weight:600;letter-spacing:.04em;fill:var(--faint,#55636f)}
.code{font-size:11px;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.sandbox{fill:var(--paper,#fff);stroke:var(--line,#8fa1b3);stroke-width:1.5;stroke-dasharray:6 4}
.card,.volume,.outside{stroke-width:1.25;fill:var(--card,#f7f9fb);stroke:var(--line,#8fa1b3)}
.init{stroke:var(--init,#8a6d1d);fill:var(--init-fill,#fdf7e3)}.sidecar{stroke:var(--sidecar,#5b4a9b);fill:var(--sidecar-fill,#f4f1fc)}
.app{stroke:var(--app,#1f6f54);fill:var(--app-fill,#ebf7f2)}.outside{stroke-dasharray:3 3;fill:none}
.chip{fill:var(--paper,#fff);stroke:var(--ink,#1c2733)}.chip.writes{fill:var(--ink,#1c2733)}
.number{font-size:10px;font-weight:700;text-anchor:middle}.number.long{font-size:8px;letter-spacing:-.04em}.number.writes{fill:var(--paper,#fff)}
.wire{fill:none;stroke:var(--wire,#2b6cb0);stroke-width:1.5}.arrow{fill:var(--wire,#2b6cb0)}
.axis{stroke:var(--line,#8fa1b3);stroke-width:1}.mark{stroke:var(--wire,#2b6cb0);stroke-width:1.25;stroke-dasharray:2 3}
.wait{fill:none;stroke:var(--faint,#55636f);stroke-dasharray:2 2}
`.replaceAll('\n', '');

const ARROW =
  '<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="arrow" d="M0 0L8 4L0 8z"/></marker></defs>';
