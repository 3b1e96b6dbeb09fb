import type { Unfinished } from '../alter';
import { remembered } from '../remembered';

/**
 * A container image by its parts, in the form that the container runtime pulls: `nginx:1.27` is `docker.io`,
 * `library/nginx`, `1.27`.
 */
export interface ImageReference {
  /** The host of the registry, with its port where one is given: `docker.io`, `localhost:5000`. */
  readonly registry: string;
  /** The port of the registry, where one is given. */
  readonly port?: number;
  /** The path inside the registry: `library/nginx`. */
  readonly repository: string;
  /** The tag as written: `1.27`. */
  readonly tag?: string;
  /** The digest of the content: `sha256:…`. */
  readonly digest?: string;
}

/** Reads an image reference as the container runtime reads it, or returns undefined where it cannot. */
export function tryImage(text: string): ImageReference | undefined {
  const parts = read(text);
  return typeof parts === 'string' ? undefined : parts;
}

/**
 * Reads an image reference as the container runtime reads it.
 *
 * @throws SyntaxError with what is wrong in a sentence.
 * @see https://github.com/distribution/reference
 */
export function parseImage(text: string): ImageReference {
  const parts = read(text);
  if (typeof parts === 'string') throw new SyntaxError(`${JSON.stringify(text)} is not an image: it ${parts}`);
  return parts;
}

/** What is wrong with an image reference, as the end of a sentence; undefined where nothing is. */
export function imageComplaint(text: string): string | undefined {
  const parts = read(text);
  return typeof parts === 'string' ? parts : undefined;
}

const COMPONENT = '[a-zA-Z0-9]+(?:-+[a-zA-Z0-9]+)*';
const DOMAIN = new RegExp(String.raw`^(?:${COMPONENT}(?:\.${COMPONENT})*|\[[a-fA-F0-9:]+\])(?::([0-9]+))?$`);
const PATH_PART = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const REPOSITORY = new RegExp(`^${PATH_PART}(?:/${PATH_PART})*$`);
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST_LENGTHS: ReadonlyMap<string, number> = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);
const LONGEST_REPOSITORY = 255;

const read = remembered((text): ImageReference | string => {
  if (text === '') return 'must not be empty';
  if (/\s/.test(text)) return 'must not contain blanks';
  if (text.includes('://')) return 'must not begin with a scheme such as "https://"';
  if (/^[a-f0-9]{64}$/.test(text))
    return 'must not be a bare image ID; write the repository, "@sha256:" and the digest';
  const [withTag, digest] = cut(text, '@');
  const [name, tag] = cutTag(withTag);
  const { registry, repository } = split(name);
  const host = DOMAIN.exec(registry);
  if (host === null) return registryComplaint(registry);
  const wrong = repositoryComplaint(repository) ?? tagComplaint(tag) ?? digestComplaint(digest);
  if (wrong !== undefined) return wrong;
  const port = host[1];
  const image: Unfinished<ImageReference> = { registry, repository };
  if (port !== undefined) image.port = Number(port);
  if (tag !== undefined) image.tag = tag;
  if (digest !== undefined) image.digest = digest;
  return image;
});

function cut(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** A colon before the last slash belongs to the port of the registry. */
function cutTag(text: string): [string, string | undefined] {
  const at = text.lastIndexOf(':');
  return at <= text.lastIndexOf('/') ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** What stands before the first slash is a registry if it looks like a host, and else belongs to Docker Hub. */
function split(name: string): { registry: string; repository: string } {
  const [first, rest] = cut(name, '/');
  const isHost = rest !== undefined && (/[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase());
  const registry = !isHost || first === 'index.docker.io' ? 'docker.io' : first;
  const repository = isHost ? rest : name;
  return {
    registry,
    repository: registry === 'docker.io' && !repository.includes('/') ? `library/${repository}` : repository,
  };
}

function registryComplaint(registry: string): string {
  return `has the registry ${JSON.stringify(registry)}, which is not a host name with an optional port, as "registry.example.com:5000" is`;
}

function repositoryComplaint(repository: string): string | undefined {
  if (!REPOSITORY.test(repository)) {
    if (/[A-Z]/.test(repository)) return 'must be lower-case in its repository';
    return `has the repository ${JSON.stringify(repository)}, whose parts must consist of lower-case letters and digits, separated by ".", "_", "__" or "-"`;
  }
  return repository.length > LONGEST_REPOSITORY
    ? `must have a repository of at most ${LONGEST_REPOSITORY} characters`
    : undefined;
}

function tagComplaint(tag: string | undefined): string | undefined {
  if (tag === undefined || TAG.test(tag)) return undefined;
  if (tag === '') return 'ends with ":" and has no tag';
  return `has the tag ${JSON.stringify(tag)}, which must be at most 128 letters, digits, "_", "." and "-", and not begin with "." or "-"`;
}

function digestComplaint(digest: string | undefined): string | undefined {
  if (digest === undefined) return undefined;
  const [algorithm, hex = ''] = cut(digest, ':');
  const length = DIGEST_LENGTHS.get(algorithm);
  if (length === undefined)
    return `has the digest ${JSON.stringify(digest)}, which must begin with "sha256:", "sha384:" or "sha512:"`;
  if (hex.length === length && /^[a-f0-9]+$/.test(hex)) return undefined;
  return `has a ${algorithm} digest that is not ${length} lower-case hexadecimal digits`;
}
