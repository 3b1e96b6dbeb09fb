import { noMigrationInInit } from '../../../review/rules/no-migration-in-init';
import { job, POD } from '../kinds';
import { deployment, soundContainer } from '../objects';
import { describeRule } from '../rule-cases';

const migration = { name: 'migrate', command: ['./manage.py', 'migrate'] };
const scaled = (replicas: number, init: object) =>
  deployment({}, { initContainers: [{ ...soundContainer(), readinessProbe: undefined, ...init }] }, { replicas });

describeRule(noMigrationInInit, {
  passes: {
    'one replica': [scaled(1, migration)],
    'another init container': [scaled(3, { name: 'render-config' })],
    'a Job': [job(migration)],
  },
  fails: {
    'several replicas': [[scaled(3, migration)], [`${POD}.initContainers[0]`]],
    'a command that migrates': [
      [scaled(3, { name: 'prepare', command: ['sh', '-c', 'alembic upgrade head'] })],
      [`${POD}.initContainers[0]`],
    ],
    'as many as an autoscaler wants': [
      [
        scaled(1, migration),
        {
          apiVersion: 'autoscaling/v2',
          kind: 'HorizontalPodAutoscaler',
          metadata: { name: 'api', namespace: 'shop' },
          spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' }, maxReplicas: 5 },
        },
      ],
      [`${POD}.initContainers[0]`],
    ],
  },
});
