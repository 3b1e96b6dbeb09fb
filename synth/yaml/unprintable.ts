/** Thrown where writing meets what YAML cannot hold. What it is and where, and what else there is, an inspection says. */
export class Unprintable extends Error {
  override readonly name = 'Unprintable';
}
