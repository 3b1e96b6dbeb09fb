/** Loaded into every peer: writes down what the process has used, as the operating system counts it, when it ends. */
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const used = { cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 };
  writeFileSync(process.env['BENCH_USED'] ?? '', JSON.stringify(used));
});
