import type { Resources } from '../../lib/pod/quantities';
import type { ContainerBase } from '../../lib/pod/container';

/** What may be said of every ready-made pattern. */
export interface ReadyMadeOptions<Name extends string> extends Pick<ContainerBase<never>, 'securityContext'> {
  /** One sentence: what it shares with the application, and why it cannot be a Pod of its own. Printed above it. */
  readonly because: string;
  /** The container's name, where the pattern's own is taken. */
  readonly name?: Name;
  /** Another tag, a mirror, or the same image by its digest. @default the one that the pattern was written for */
  readonly image?: string;
  /** What it may consume in this Pod. @default an estimate that the pattern’s page gives: measure, and set your own */
  readonly resources?: Resources;
}

/** The fields of a container that a ready-made pattern lets a user choose. */
export function chosen(
  { because, image, resources, securityContext }: Omit<ReadyMadeOptions<string>, 'name'>,
  own: { readonly image: string; readonly resources: Resources; readonly runAsUser: number },
): Pick<ContainerBase<never>, 'image' | 'resources' | 'securityContext'> & { readonly because: string } {
  return {
    because,
    image: image ?? own.image,
    resources: resources ?? own.resources,
    securityContext: { runAsUser: own.runAsUser, ...securityContext },
  };
}

/** The image that ready-made init containers share: a shell, `nc`, `wget`, `tail` and `timeout` in 2 MB. */
export const BUSYBOX = 'busybox:1.36.1';

/** A user without a name or files of its own. */
export const NOBODY = 65534;

/** An image with `curl`, the shell of BusyBox and a CA bundle, and a user that it runs as. */
export const CURL = { image: 'curlimages/curl:8.11.1', runAsUser: 100 } as const;

/** What a shell that waits needs. */
export const TINY: Resources = { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '32Mi' } };
