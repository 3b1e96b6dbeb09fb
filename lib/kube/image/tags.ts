import { tryImage, type ImageReference } from './parse';

/** The reference as the container runtime prints it: registry and `library/` written out, `latest` where nothing else. */
export function printImage(image: ImageReference): string {
  const tag = effectiveTag(image);
  const end = `${tag === undefined ? '' : `:${tag}`}${image.digest === undefined ? '' : `@${image.digest}`}`;
  return `${image.registry}/${image.repository}${end}`;
}

/** The tag that is pulled: the one written, else `latest` where no digest says more. */
export function effectiveTag({ tag, digest }: ImageReference): string | undefined {
  return tag ?? (digest === undefined ? 'latest' : undefined);
}

/**
 * Whether an image may be another one tomorrow by its name alone: it has no digest, and the tag `latest` or none.
 * A text that is no image reference is not floating: it cannot be pulled at all.
 */
export function isFloatingTag(text: string): boolean {
  const image = tryImage(text);
  return image?.digest === undefined && image !== undefined && effectiveTag(image) === 'latest';
}

/** Whether an image is fixed by the digest of its content. */
export function isPinnedByDigest(text: string): boolean {
  return tryImage(text)?.digest !== undefined;
}

/** The `imagePullPolicy` that the API server writes when none is set: `Always` for the tag `latest`, else `IfNotPresent`. */
export function defaultPullPolicy(text: string): 'Always' | 'IfNotPresent' {
  const image = tryImage(text);
  return image !== undefined && effectiveTag(image) === 'latest' ? 'Always' : 'IfNotPresent';
}
