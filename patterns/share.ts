import type { ByteQuantity } from '../lib/pod/quantities';
import { emptyDir, readOnly } from '../lib/pod/volume';
import type { MountAt } from '../lib/pod/volume';
import { pattern } from './pattern';
import type { Pattern } from './pattern';

/** A volume by which containers hand files over: who writes, who reads, and where each finds it. */
export interface ShareOptions<Volume extends string, Writers extends ByContainer, Readers extends ByContainer> {
  readonly volume: Volume;
  /** Bytes after which the kubelet evicts the Pod. */
  readonly sizeLimit: ByteQuantity;
  /** `Memory` for secrets, which must not reach a disk; it counts against the memory of whoever writes. */
  readonly medium?: 'Memory';
  /** Paths by container, mounted to be written. */
  readonly writtenBy: Writers;
  /** Paths by container, mounted read-only. */
  readonly readBy: Readers;
}

/** A path for each of some containers. */
export type ByContainer = Readonly<Record<string, string>>;

/** What the compiler knows of a shared volume once it is there. */
export interface ShareAdded<Volume extends string> {
  readonly volumes: Readonly<Record<Volume, true>>;
}

/**
 * Adds a volume that lives with the Pod, by which some of its containers hand files to others: written by some, only
 * read by the rest. Paths may differ: what one writes to `/html` another reads at `/usr/share/nginx/html`.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#emptydir
 */
export function share<
  const Volume extends string,
  const Writers extends ByContainer,
  const Readers extends ByContainer,
>(
  options: ShareOptions<Volume, Writers, Readers>,
): Pattern<ShareAdded<Volume>, { readonly containers: Readonly<Record<keyof (Writers & Readers) & string, string>> }> {
  const { volume, sizeLimit, medium, writtenBy, readBy } = options;
  const reading = Object.entries(readBy).map(([container, path]) => [container, readOnly(path)] as const);
  const mounts: Record<string, string | MountAt> = { ...Object.fromEntries(reading), ...writtenBy };
  return pattern((pod) => {
    const shared = pod.volume(volume, emptyDir({ sizeLimit, ...(medium === undefined ? {} : { medium }) }), mounts);
    return mistakes(writtenBy, readBy).reduce(
      (sofar, detail) =>
        sofar.refuse({
          code: 'volume-not-shared',
          path: 'spec.volumes',
          type: 'Invalid',
          value: volume,
          detail,
          ours: true,
        }),
      shared,
    );
  });
}

function mistakes(writtenBy: ByContainer, readBy: ByContainer): string[] {
  const both = Object.keys(readBy).filter((container) => Object.hasOwn(writtenBy, container));
  return [
    ...(Object.keys(readBy).length === 0 ? ['nobody reads it, so it is not shared: use scratch'] : []),
    ...both.map((container) => `"${container}" writes it, and reads it by that mount already`),
  ];
}
