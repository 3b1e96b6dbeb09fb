import { tryImage } from '../../lib/kube/image';
import type { ReviewedContainer } from '../workload';
import { codeOf } from './script';

/** The part of a container's command line by which its program ends by nature; undefined where nothing says so. */
export function finiteSignOf(reviewed: ReviewedContainer): string | undefined {
  const code = codeOf(reviewed).trim();
  const [sign] = FINITE.exec(code) ?? [];
  return sign === undefined || GOES_ON.test(code) ? undefined : sign.trim();
}

/** Whether an image is a distribution, or a shell alone: it runs nothing by itself. */
export function isBareShell(image: string): boolean {
  const { registry, repository = '' } = tryImage(image) ?? {};
  return registry === 'docker.io' && SHELLS.has(repository.replace(/^library\//, ''));
}

const SHELLS: ReadonlySet<string> = new Set(
  'almalinux alpine amazonlinux archlinux bash busybox centos debian fedora oraclelinux photon rockylinux ubuntu'.split(
    ' ',
  ),
);

/** A whole command that ends by nature; inside of a longer script it may be one step of many. */
const FINITE =
  /(^|\s)--(once|one-shot|oneshot|run-once|exit-when-done)(?=[\s]|$)|^(\S+\s+)?(\S*\/)?(pg_dump(all)?|mysqldump|mongodump|pg_restore|flyway|liquibase|alembic)(?=\s|$)[^;&|\n]*$|^(python3? manage\.py|bin\/rails|rails|rake|bundle exec (rake|rails)|npx|npm run|yarn|\S*migrate\S*)\s+(db:migrate|migrate|migrations?:run|prisma migrate deploy)\b[^;&|\n]*$/;

const GOES_ON = /\bwhile\b|\bsleep\b|\bcron(d)?\b|\bexec\b|--(watch|daemon|serve|interval|schedule)/;
