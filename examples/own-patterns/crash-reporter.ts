import type { Duration } from 'podwright/patterns';
import { sidecar } from 'podwright/patterns';

/** Which crash reports are sent, and for whom. */
export interface CrashReporterOptions<Volume extends string> {
  /** The volume that the application writes its crash reports to. */
  readonly volume: Volume;
  /** The team that reads them. */
  readonly team: string;
  /** How often it looks. */
  readonly every: Duration;
}

/** Sends the application's crash reports to the team that reads them. Needs their volume, and says so in its type. */
export function crashReporter<const Volume extends string>({ volume, team, every }: CrashReporterOptions<Volume>) {
  return sidecar({
    name: 'crash-reporter',
    because: 'crash reports are files on a volume that only this Pod has',
    ifDown: 'observability',
    image: 'registry.example.com/platform/crash-reporter:v1.2.0',
    args: [`--team=${team}`, `--every=${every}`, '--config=/etc/crash-reporter/reporter.conf'],
    ports: { crashes: 7070 },
    startupProbe: { httpGet: { path: '/started', port: 'crashes' }, periodSeconds: 1, failureThreshold: 20 },
    resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '32Mi' } },
    reads: { '/crashes': volume },
    config: { mountPath: '/etc/crash-reporter', files: { 'reporter.conf': 'upload = https://crashes.example.com\n' } },
    // The report of a crash that ends the application comes last.
    terminationSeconds: 10,
  });
}
