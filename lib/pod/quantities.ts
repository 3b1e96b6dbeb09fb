import type { Because, Except, Without } from './reason';

/** An amount of CPU: cores (`'0.5'`, `'2'`) or thousandths of a core (`'250m'`). */
export type CpuQuantity = `${number}` | `${number}m`;

/** An amount of memory or disk in bytes, with a binary suffix: `'256Mi'`, `'1Gi'`. A decimal `M` is 5 % less than `Mi`, and `m` a thousandth of a byte: neither compiles. */
export type ByteQuantity = `${number}${'Ki' | 'Mi' | 'Gi' | 'Ti' | 'Pi' | 'Ei'}`;

/** A whole number of devices or other things that a node offers: `'1'`. */
export type CountQuantity = `${bigint}`;

/** Amounts by resource name. Extended resources are named with a domain: `nvidia.com/gpu`. */
export interface ResourceAmounts {
  readonly cpu?: CpuQuantity;
  readonly memory?: ByteQuantity;
  readonly 'ephemeral-storage'?: ByteQuantity;
  readonly [hugePages: `hugepages-${string}`]: ByteQuantity;
  readonly [extended: `${string}/${string}`]: CountQuantity;
}

/**
 * What a container may consume: requests are what the scheduler sets aside, limits are ceilings.
 *
 * Written out in full, since each of the three decides something: the CPU request the share under load, the memory
 * request the place on a node, the memory limit who is killed when memory runs out. A CPU limit throttles and is free
 * to be left out.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
 */
export interface SizedResources {
  readonly requests: Requests;
  readonly limits: Limits;
  /** Devices of the Pod's `resourceClaims` that this container uses. */
  readonly claims?: readonly { readonly name: string; readonly request?: string }[];
}

/** What the scheduler sets aside; CPU and memory decide, so both are given. */
export interface Requests extends ResourceAmounts {
  readonly cpu: CpuQuantity;
  readonly memory: ByteQuantity;
}

/** What a container may not exceed; memory decides who is killed, so it is given. */
export interface Limits extends ResourceAmounts {
  readonly memory: ByteQuantity;
}

/** Any amounts at all, for an exception. */
export interface LooseResources {
  readonly requests?: Readonly<Record<string, string>>;
  readonly limits?: Readonly<Record<string, string>>;
  readonly claims?: readonly { readonly name: string; readonly request?: string }[];
}

/** Resources are given in full, with the observation that they rest on where there is one, or left open with a reason. */
export type Resources = SizedResources | Because<SizedResources> | Except<LooseResources> | Without;

/**
 * Resources that several containers share, checked where they are written.
 *
 * @example `const small = resources({ requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '64Mi' } });`
 */
export function resources<const Given extends SizedResources>(given: Given): Given {
  return given;
}
