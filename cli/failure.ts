/** Something that stops a command and that the user can mend: printed as one sentence, without a stack. */
export class Failure extends Error {
  override readonly name = 'Failure';
}
