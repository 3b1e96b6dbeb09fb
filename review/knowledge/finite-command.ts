import type { ReviewedContainer } from '../workload';
import { codeOf } from './script';

/** The part of a container's command line by which its program ends by nature; undefined where nothing says so. */
export function finiteSignOf(reviewed: ReviewedContainer): string | undefined {
  const code = codeOf(reviewed).trim();
  const [sign] = FINITE.exec(code) ?? [];
  return sign === undefined || GOES_ON.test(code) ? undefined : sign.trim();
}

/** A whole command that ends by nature; inside of a longer script it may be one step of many. */
const FINITE =
  /(^|\s)--(once|one-shot|oneshot|run-once|exit-when-done)(?=[\s]|$)|^(\S+\s+)?(\S*\/)?(pg_dump(all)?|mysqldump|mongodump|pg_restore|flyway|liquibase|alembic)(?=\s|$)[^;&|\n]*$|^(python3? manage\.py|bin\/rails|rails|rake|bundle exec (rake|rails)|npx|npm run|yarn|\S*migrate\S*)\s+(db:migrate|migrate|migrations?:run|prisma migrate deploy)\b[^;&|\n]*$/;

const GOES_ON = /\bwhile\b|\bsleep\b|\bcron(d)?\b|\bexec\b|--(watch|daemon|serve|interval|schedule)/;
