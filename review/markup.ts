/** A text for people: nothing in it breaks its line, moves the cursor, changes colours or turns the direction of writing. */
export function printable(text: string): string {
  return PLAIN.test(text) ? text : text.replace(UNPRINTABLE, ' ');
}

/** A text that is safe inside HTML and SVG, in an element or an attribute. */
export function escapeMarkup(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** What needs no cleaning: most texts. */
const PLAIN = /^[ -~]*$/;
/** With what no XML may hold: halves of letters, and what is no letter. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]+/gu;
