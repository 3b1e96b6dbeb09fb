import { commandLineOf } from '../../lib/kube/command-line';
import { fieldOf, listOf, type Entity } from '../entity';
import {
  claimNamesOf,
  dataDirectoryOf,
  isServingStore,
  majorVersionOf,
  storeNameIn,
  withoutSlash,
} from '../knowledge/data-directory';
import { codeOf } from '../knowledge/script';
import { mountsOf, volumeUse } from '../knowledge/volume-use';
import type { Landscape } from '../landscape';
import type { ContainerRule } from '../rule';
import type { ReviewedContainer, Workload } from '../workload';

/** A file system that was just made is not empty. */
export const validDataDirectory: ContainerRule = {
  id: 'valid-data-directory',
  about: 'container',
  severity: 'warning',
  title: 'A database finds its data directory empty at its first start',
  consequence:
    'A volume that was formatted with ext4 has `lost+found` at its root, and the database refuses to set up its data in a directory that is not empty: the first start fails, again and again.',
  fix: 'Write `subPath: data` beside the mount, or tell the database to use a folder below it (`PGDATA` of PostgreSQL).',
  see: 'https://github.com/docker-library/docs/blob/master/postgres/README.md#pgdata',
  *check(reviewed, workload, landscape) {
    if (!isServingStore(reviewed)) return;
    for (const { mount, path } of mountsOf(reviewed)) {
      const at = withoutSlash(mount.mountPath);
      if (at === OLD_DIRECTORY && refusesOldDirectory(reviewed)) {
        yield {
          path: path.child('mountPath'),
          severity: 'error',
          found: `\`${mount.name}\` is mounted at \`${at}\` of \`${reviewed.container.image ?? ''}\`.`,
          consequence:
            'From 18 on the image refuses to start with a volume there, so that nobody takes it for its data.',
          fix: 'Mount the volume at `/var/lib/postgresql`; the data of each version has a folder of its own below it.',
        };
        continue;
      }
      if (!wantsEmptyDirectory(reviewed) || at !== dataDirectoryOf(reviewed)) continue;
      if ((mount.subPath ?? mount.subPathExpr) !== undefined || isEmptied(workload)) continue;
      if (!isFileSystemOfItsOwn(mount.name, workload, landscape)) continue;
      yield {
        path: path.child('mountPath'),
        found: `\`${reviewed.container.name}\` keeps its data at the root of \`${mount.name}\`, which is mounted at \`${at}\`.`,
      };
    }
  },
};

const OLD_DIRECTORY = '/var/lib/postgresql/data';

/** The official image looks for a volume where older versions had their data. */
function refusesOldDirectory({ container: { env = [], image } }: ReviewedContainer): boolean {
  const isPostgres = storeNameIn(image) === 'postgres';
  return isPostgres && (majorVersionOf(image) ?? 0) >= 18 && env.every(({ name }) => name !== 'PGDATA');
}

/** PostgreSQL's `initdb` does, and MySQL 5.7 unless it is told what to overlook. */
function wantsEmptyDirectory({ container }: ReviewedContainer): boolean {
  const name = storeNameIn(container.image);
  if (name === 'postgres' || name === 'postgis') return true;
  const isOldMysql = /^(mysql|percona)$/.test(name) && /:5\.7\b/.test(container.image ?? '');
  return isOldMysql && !commandLineOf(container).some((word) => word.includes('ignore-db-dir'));
}

/** Somebody takes away what stands in the way. */
function isEmptied({ containers }: Workload): boolean {
  return containers.some((each) => each.role === 'init' && codeOf(each).includes('lost+found'));
}

/** A claim of one node is a disk with a file system; what many nodes mount is a folder of a server. */
function isFileSystemOfItsOwn(name: string, workload: Workload, landscape: Landscape): boolean {
  const { entity } = workload;
  if (claimNamesOf(workload).has(name)) {
    const claims = listOf(entity.read('spec', 'volumeClaimTemplates'));
    const claim = claims.find((each) => fieldOf(fieldOf(each, 'metadata'), 'name') === name);
    return isDisk(fieldOf(claim, 'spec'));
  }
  const { claimName } = volumeUse(workload, name)?.volume.persistentVolumeClaim ?? {};
  if (claimName === undefined) return false;
  const claim: Entity | undefined = landscape.find('PersistentVolumeClaim', claimName, entity);
  return claim === undefined || isDisk(claim.read('spec'));
}

function isDisk(claim: unknown): boolean {
  const isShared = listOf(fieldOf(claim, 'accessModes')).some((mode) => mode === 'ReadWriteMany');
  const storageClass = fieldOf(claim, 'storageClassName');
  return !isShared && !(typeof storageClass === 'string' && FOLDERS.test(storageClass));
}

/** Storage classes whose volumes are folders by their name. */
const FOLDERS = /nfs|efs|cephfs|gluster|azurefile|filestore|local-path|host-?path/i;
