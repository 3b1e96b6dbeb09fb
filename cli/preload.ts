/**
 * Loaded into the App's process: a refusal is printed as the sentences that it holds, without the stack of our own
 * code above them, and ends with the exit code for "could not do it".
 */
process.on('uncaughtException', (error: unknown) => {
  const known = error instanceof Error && REFUSALS.includes(error.name);
  process.stderr.write(known ? `${error.name}: ${error.message}\n` : `${describe(error)}\n`);
  process.exit(known ? 2 : 1);
});

const REFUSALS = ['PodError', 'ForeignFileError', 'OutputError', 'PrintError', 'TSError'];

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
