import { printUncaught } from './uncaught';

// Loaded into the App's process, before anything else.
process.on('uncaughtException', (error: unknown) => {
  process.exit(printUncaught(error));
});
