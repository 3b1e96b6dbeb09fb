#!/usr/bin/env node
import { Interrupted } from './failure';
import { reasonOf } from './reason-of';
import { run } from './run';

/** What a shell says of a program whose reader went away: 128 and the number of SIGPIPE. */
const READER_GONE = 141;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `podwright ... | head` has read enough, and there is nobody left to tell.
  if (error.code === 'EPIPE') process.exit(READER_GONE);
  process.stderr.write(`podwright: cannot print: ${reasonOf(error)}\n`);
  process.exit(2);
});

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.exitCode = 2;
    // A shell that runs us in a loop must learn that the loop is to end too.
    if (error instanceof Interrupted) process.kill(process.pid, error.signal);
  },
);
