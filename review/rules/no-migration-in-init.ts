import { hasReason } from '../knowledge/reason';
import { codeOf } from '../knowledge/script';
import type { ContainerRule } from '../rule';

/** Every replica runs its init containers, all at once at a rollout. */
export const noMigrationInInit: ContainerRule = {
  id: 'no-migration-in-init',
  about: 'container',
  severity: 'warning',
  title: 'Migrations run once, and not before each replica',
  consequence:
    'Replicas that start together migrate the same database at once, and a migration that fails takes the whole rollout with it.',
  fix: 'Run the migration as a Job before the rollout, or say in the manifest what makes it safe to run several times at once.',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/',
  *check(reviewed, workload, landscape) {
    const { container, path, role } = reviewed;
    if (role !== 'init' || !['Deployment', 'ReplicaSet', 'StatefulSet'].includes(workload.kind)) return;
    if (!MIGRATES.test(`${container.name} ${container.image ?? ''}`) && !COMMANDS.test(codeOf(reviewed))) return;
    const autoscaled = landscape.autoscalersOf(workload).length > 0;
    if (!autoscaled && (workload.replicas ?? 1) <= 1) return;
    if (hasReason(reviewed, workload)) return;
    const replicas = autoscaled ? 'as many replicas as the autoscaler wants' : `${String(workload.replicas)} replicas`;
    yield { path, found: `\`${container.name}\` migrates before each of ${replicas}.` };
  },
};

const MIGRATES = /(^|[-_/ ])(migrat(e|ion|ions|or)|flyway|liquibase)([-_/: ]|$)/;
const COMMANDS =
  /\b(migrate|db:migrate|migrations?:run|alembic upgrade|flyway|liquibase update|prisma db push|makemigrations|ef database update)\b/;
