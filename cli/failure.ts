/** Something that stops a command and that the user can mend: printed as one sentence, without a stack. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** The user stopped the command. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor(readonly signal: NodeJS.Signals) {
    super(`stopped by ${signal}`);
  }
}
