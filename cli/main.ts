#!/usr/bin/env node
import { Interrupted } from './failure';
import { run } from './run';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever read our output has seen enough of it.
  if (error.code === 'EPIPE') process.exit(process.exitCode);
  throw error;
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
