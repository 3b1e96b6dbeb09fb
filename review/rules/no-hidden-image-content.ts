import type { Volume } from '../../lib/kube/api/volume';
import { knownProgramIn } from '../knowledge/known-program';
import { mountsOf, usersOf, volumeUse } from '../knowledge/volume-use';
import type { ContainerRule } from '../rule';

/** A mount covers what the image has at the same path. */
export const noHiddenImageContent: ContainerRule = {
  id: 'no-hidden-image-content',
  about: 'container',
  severity: 'warning',
  title: 'Mounts do not hide what the image brings',
  consequence:
    'The program, its configuration or its pages that the image holds there are gone as long as the volume is mounted.',
  fix: 'Mount the volume at a folder of its own, or one file with `subPath`.',
  see: 'https://kubernetes.io/docs/concepts/storage/volumes/',
  *check(reviewed, workload) {
    const contents = CONTENTS.get(knownProgramIn(reviewed.container.image)?.name ?? '') ?? [];
    for (const { mount, path } of mountsOf(reviewed)) {
      const use = volumeUse(workload, mount.name);
      const at = mount.mountPath.replace(/(.)\/+$/, '$1');
      if (use === undefined || (mount.subPath ?? mount.subPathExpr) !== undefined) continue;
      const isSystem = SYSTEM.has(at);
      const isEmptied = contents.includes(at) && use.volume.emptyDir !== undefined && usersOf(use).length < 2;
      const isCovered = isFiles(use.volume) && PROGRAMS.has(at);
      if (!isSystem && !isEmptied && !isCovered) continue;
      yield {
        path: path.child('mountPath'),
        ...(isSystem && { severity: 'error' }),
        found: `\`${mount.name}\` covers \`${at}\` of \`${reviewed.container.image ?? ''}\`.`,
      };
    }
  },
};

function isFiles({ configMap, downwardAPI, projected, secret }: Volume): boolean {
  return (configMap ?? downwardAPI ?? projected ?? secret) !== undefined;
}

/** Folders that a program cannot start without. */
const SYSTEM = new Set([
  '/',
  '/bin',
  '/etc',
  '/lib',
  '/lib64',
  '/sbin',
  '/usr',
  '/usr/bin',
  '/usr/lib',
  '/usr/local/bin',
  '/usr/sbin',
]);
/** Folders that hold the application itself by custom. */
const PROGRAMS = new Set(['/app', '/usr/src/app', '/usr/app', '/home/node/app']);
/** Folders of well-known images that hold what they serve. */
const CONTENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['nginx', ['/usr/share/nginx/html', '/etc/nginx', '/etc/nginx/conf.d', '/var/log/nginx']],
  ['nginx-unprivileged', ['/usr/share/nginx/html', '/etc/nginx', '/etc/nginx/conf.d', '/var/log/nginx']],
  ['httpd', ['/usr/local/apache2', '/usr/local/apache2/conf', '/usr/local/apache2/htdocs']],
]);
