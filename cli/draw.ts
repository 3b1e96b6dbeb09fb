import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KubernetesVersion } from '../lib/kube/version';
import {
  drawAnatomy,
  drawTimeline,
  mermaidAnatomy,
  mermaidTimeline,
  reportOf,
  review,
  type WorkloadReport,
} from '../review';
import type { DRAWINGS, DRAW_FORMATS } from './choices';
import { Failure } from './failure';
import { readSources } from './sources';

/** The flags of `podwright draw`. */
export interface DrawOptions {
  readonly target: KubernetesVersion;
  readonly format: (typeof DRAW_FORMATS)[number];
  readonly what: (typeof DRAWINGS)[number];
  readonly workload?: string;
  readonly output?: string;
}

/**
 * Draws the Pods of the workloads that the paths hold: into a folder, a file for each, or one of them on stdout. Gives 0,
 * or 2 where a path cannot be had.
 *
 * @throws Failure where there is nothing to draw, or several and no folder for them.
 */
export async function draw(paths: readonly string[], options: DrawOptions): Promise<0 | 2> {
  const { sources, isWhole } = await readSources(paths, 'draw');
  const { workloads } = reportOf(review(sources, { target: options.target, rules: [] }));
  const chosen = workloads.filter((workload) => isNamed(workload, options.workload));
  const [first] = chosen;
  if (first === undefined) throw new Failure(nothingToDraw(workloads, options.workload));
  if (options.output !== undefined) drawInto(options.output, chosen, options);
  else if (chosen.length === 1) process.stdout.write(drawing(first, options));
  else {
    const names = chosen.map(({ title }) => title).join(', ');
    throw new Failure(
      `${chosen.length} workloads to draw: choose one with --workload, or a folder with --output: ${names}`,
    );
  }
  return isWhole ? 0 : 2;
}

const DRAW = {
  svg: { anatomy: drawAnatomy, timeline: drawTimeline },
  mermaid: { anatomy: mermaidAnatomy, timeline: mermaidTimeline },
};

function drawing(workload: WorkloadReport, { format, what }: DrawOptions): string {
  const text = DRAW[format][what](workload);
  return text.endsWith('\n') ? text : `${text}\n`;
}

function drawInto(folder: string, workloads: readonly WorkloadReport[], options: DrawOptions): void {
  mkdirSync(folder, { recursive: true });
  for (const workload of workloads) {
    const { kind, namespace, name } = workload.identity;
    const parts = [namespace, kind.toLowerCase(), name, options.what].filter((part) => part !== undefined);
    const file = `${parts.join('-').replace(/[^A-Za-z0-9._-]/g, '-')}.${options.format === 'svg' ? 'svg' : 'mmd'}`;
    writeFileSync(join(folder, file), drawing(workload, options));
    process.stderr.write(`${join(folder, file)}\n`);
  }
}

/** Whether a workload goes by a name that a user gives: `checkout`, `shop/checkout`, `Deployment shop/checkout`. */
function isNamed({ identity: { name, namespace }, title }: WorkloadReport, wanted: string | undefined): boolean {
  return wanted === undefined || [name, `${namespace ?? ''}/${name}`, title].includes(wanted);
}

function nothingToDraw(workloads: readonly WorkloadReport[], wanted: string | undefined): string {
  if (workloads.length === 0 || wanted === undefined) return 'nothing to draw: no object here runs Pods';
  return `no workload is called ${wanted}; there are ${workloads.map(({ title }) => title).join(', ')}`;
}
