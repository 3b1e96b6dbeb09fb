/**
 * Characters that may not stand in YAML as themselves: controls, the line breaks of YAML 1.1 (NEL, U+2028, U+2029),
 * the byte order mark, what is no character at all, and what nobody can see (soft hyphen, zero-width space,
 * marks that turn the direction of writing, which make a review lie).
 * Line feed and tab are not among them: their place decides.
 *
 * @see https://yaml.org/spec/1.2.2/#51-character-set
 */
export function hasHidden(text: string): boolean {
  return HIDDEN.test(text);
}

/** Writes the hidden characters of a text as `\uXXXX`, which is how JSON and double-quoted YAML spell them. */
export function escapeHidden(text: string): string {
  return HIDDEN.test(text) ? text.replace(ALL_HIDDEN, escapeCharacter) : text;
}

/** Whether a text holds half of a surrogate pair, which no encoding can carry. */
export function hasLoneSurrogate(text: string): boolean {
  return LONE_SURROGATE.test(text);
}

const LONE_SURROGATE = /\p{Surrogate}/u;
const HIDDEN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|\p{Surrogate}/u;
const ALL_HIDDEN = new RegExp(HIDDEN, 'gu');

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
