/** Loaded into every process that is measured: writes down what the process has used, as the operating system counts it, when it ends. */
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const user = userCPUTime / 1e6;
  const used = { cpu: user + systemCPUTime / 1e6, user, megabytes: maxRSS / 1024 };
  writeFileSync(process.env['BENCH_USED'] ?? '', JSON.stringify(used));
});
