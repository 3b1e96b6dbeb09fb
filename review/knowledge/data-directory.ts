import { commandLineOf } from '../../lib/kube/command-line';
import { servesAsStore, tryImage } from '../../lib/kube/image';
import type { Volume } from '../../lib/kube/api/volume';
import { listOf, fieldOf } from '../entity';
import { volumeKindOf } from '../report/volume-kinds';
import type { ReviewedContainer, Workload } from '../workload';
import { mountsOf, volumeUse, type PlacedMount } from './volume-use';

/** Whether a container is a store that keeps its data, and no client, backup or check that comes in the same image. */
export function isServingStore({ container }: ReviewedContainer): boolean {
  return servesAsStore(container.image ?? '', commandLineOf(container));
}

/** The folder where a well-known store keeps its data; undefined where that cannot be told. */
export function dataDirectoryOf({ container }: ReviewedContainer): string | undefined {
  const name = storeNameIn(container.image);
  const isMoved = commandLineOf(container).some((word) => MOVES.test(word));
  if (isMoved) return undefined;
  const chosen = POSTGRES.has(name) ? (container.env ?? []).find((variable) => variable.name === 'PGDATA') : undefined;
  if (chosen !== undefined) return chosen.value === undefined ? undefined : withoutSlash(chosen.value);
  return POSTGRES.has(name) ? postgresDirectory(container.image) : DIRECTORIES.get(name);
}

/** The name of an image without registry and folders. */
export function storeNameIn(image = ''): string {
  return tryImage(image)?.repository.replace(/^.*\//, '') ?? '';
}

/** The first number of an image's tag; undefined where it has none. */
export function majorVersionOf(image = ''): number | undefined {
  const [, major] = /^v?(\d+)(?![\da-z])/.exec(tryImage(image)?.tag ?? '') ?? [];
  return major === undefined ? undefined : Number(major);
}

/** A path as it is compared with others. */
export function withoutSlash(path: string): string {
  return path.replace(/(.)\/+$/, '$1');
}

/** Whether a folder is another, or lies below it. */
export function isInside(folder: string, other: string): boolean {
  const above = withoutSlash(other);
  return above === '/' || `${withoutSlash(folder)}/`.startsWith(`${above}/`);
}

/** The mounts of a container whose contents go with the Pod, and those of storage that stays. */
export function mountsByFate(
  reviewed: ReviewedContainer,
  workload: Workload,
): { readonly lost: readonly PlacedMount[]; readonly lasting: readonly PlacedMount[] } {
  const claims = claimNamesOf(workload);
  const fates = mountsOf(reviewed).map((placed) => {
    const volume = claims.has(placed.mount.name) ? undefined : volumeUse(workload, placed.mount.name)?.volume;
    return [placed, fateOf(volume)] as const;
  });
  const of = (fate: 'lost' | 'lasting') => fates.flatMap(([placed, own]) => (own === fate ? [placed] : []));
  return { lost: of('lost'), lasting: of('lasting') };
}

/** The names of the claims that a StatefulSet makes for each Pod; they hide volumes of their name. */
export function claimNamesOf({ entity, kind }: Workload): ReadonlySet<unknown> {
  const claims = kind === 'StatefulSet' ? listOf(entity.read('spec', 'volumeClaimTemplates')) : [];
  return new Set(claims.map((claim) => fieldOf(fieldOf(claim, 'metadata'), 'name')));
}

/** What is no volume of the Pod is a claim, or refused anyway. */
function fateOf(volume: Volume | undefined): 'lost' | 'lasting' | 'fetched' {
  const fate = volume === undefined ? 'kept' : volumeKindOf(volume).survival.pod;
  return fate === 'lost' || fate === 'fetched' ? fate : 'lasting';
}

/** From 18 on each version has a folder of its own. */
function postgresDirectory(image: string | undefined): string | undefined {
  const major = majorVersionOf(image);
  if (major === undefined) return undefined;
  return major < 18 ? '/var/lib/postgresql/data' : `/var/lib/postgresql/${major}/docker`;
}

/** Images that begin as the official one does. */
const POSTGRES: ReadonlySet<string> = new Set(['postgres', 'postgis']);

/** Arguments by which a store is told to keep its data elsewhere. */
const MOVES = /--?(data[-_]?dir(ectory)?|dbpath|path\.data|store)\b|data_directory|^-D$/i;

/** Where the official images keep their data. */
const DIRECTORIES: ReadonlyMap<string, string> = new Map([
  ['cassandra', '/var/lib/cassandra'],
  ['couchdb', '/opt/couchdb/data'],
  ['elasticsearch', '/usr/share/elasticsearch/data'],
  ['influxdb', '/var/lib/influxdb'],
  ['mariadb', '/var/lib/mysql'],
  ['mongo', '/data/db'],
  ['mysql', '/var/lib/mysql'],
  ['neo4j', '/data'],
  ['opensearch', '/usr/share/opensearch/data'],
  ['percona', '/var/lib/mysql'],
  ['rabbitmq', '/var/lib/rabbitmq'],
  ['solr', '/var/solr'],
]);
