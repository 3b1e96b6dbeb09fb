import { appendFileSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { KUBERNETES_VERSIONS } from '../lib/kube/version';
import type { KubernetesVersion } from '../lib/kube/version';
import type { LaidOut } from './layout';
import type { RenderedFile } from './render-files';

/** The environment variable that names the file into which Apps tell `podwright synth` what they wrote, in order. */
export const HAND_OVER = 'PODWRIGHT_HAND_OVER';

/** The environment variable with the Kubernetes version that Apps are to be written for, whatever they say. */
export const TARGET = 'PODWRIGHT_TARGET';

/** A file as an App hands it over: what is in it, beside its text. */
export interface HandedOver {
  readonly path: string;
  readonly object: LaidOut;
}

/** Tells `podwright synth`, where it runs this process, what was written into the folder that it gave. */
export function handOver(folder: string, files: readonly RenderedFile[]): void {
  const index = process.env[HAND_OVER];
  if (index === undefined || !isHandedOver(folder)) return;
  const lines = files.map(({ path, object }) => `${JSON.stringify({ path, object } satisfies HandedOver)}\n`);
  appendFileSync(index, lines.join(''));
}

/** Whether a folder is the one that `podwright synth` gave this process, and reads when the process has ended. */
export function isHandedOver(folder: string): boolean {
  const given = process.env['CDK8S_OUTDIR'];
  return process.env[HAND_OVER] !== undefined && given !== undefined && resolve(given) === resolve(folder);
}

/** What was handed over, in the order in which it may be applied. */
export function readHandOver(index: string): readonly HandedOver[] {
  const lines = readFileSync(index, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as HandedOver);
}

/** The Kubernetes version that the command line asks for. */
export function givenTarget(): { readonly target?: KubernetesVersion } {
  const given = process.env[TARGET];
  if (given === undefined || given === '') return {};
  const target = KUBERNETES_VERSIONS.find((version) => version === given);
  if (target === undefined)
    throw new TypeError(`${TARGET} takes one of ${KUBERNETES_VERSIONS.join(', ')}, and got "${given}"`);
  return { target };
}
