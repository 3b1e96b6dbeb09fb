import type { WorkloadRule } from '../rule';

/** Every Service of the namespace is seven variables in every container. */
export const noServiceLinks: WorkloadRule = {
  id: 'no-service-links',
  about: 'workload',
  severity: 'info',
  title: 'Pods in crowded namespaces do not get variables for every Service',
  consequence:
    'Hundreds of variables slow down shells and starts, and one of them may be read as a setting of the program.',
  fix: 'Write `enableServiceLinks: false`; programs find Services by their names in DNS.',
  see: 'https://kubernetes.io/docs/tutorials/services/connect-applications-service/#accessing-the-service',
  *check({ entity, spec, specPath }, landscape) {
    if (spec.enableServiceLinks === false) return;
    const count = landscape.beside('Service', entity).length;
    if (count < MANY) return;
    yield {
      path: specPath.child('enableServiceLinks'),
      found: `Every container gets the variables of ${count} Services of its namespace.`,
    };
  },
};

const MANY = 50;
