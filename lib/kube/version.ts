import { remembered } from './remembered';

/** A Kubernetes version that manifests can be written for. */
export type KubernetesVersion = '1.28' | '1.29' | '1.30' | '1.31' | '1.32' | '1.33' | '1.34' | '1.35' | '1.36';

/** Every version that manifests can be written for, oldest first. */
export const KUBERNETES_VERSIONS: readonly KubernetesVersion[] = [
  '1.28',
  '1.29',
  '1.30',
  '1.31',
  '1.32',
  '1.33',
  '1.34',
  '1.35',
  '1.36',
];

/** The version that manifests are written for when none is named. */
export const DEFAULT_TARGET: KubernetesVersion = '1.35';

/** The second number of a version: 35 for `1.35`. */
export const minorOf = remembered((version): number => Number(version.slice(version.indexOf('.') + 1)));

/** Whether a version is the given one or newer. */
export function atLeast(version: string, oldest: string): boolean {
  return minorOf(version) >= minorOf(oldest);
}
