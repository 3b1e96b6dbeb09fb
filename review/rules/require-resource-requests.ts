import { list, names } from '../report/words';
import type { ContainerRule } from '../rule';

const STARVES = { cpu: 'gets the least of the CPU', memory: 'is among the first that are evicted' };

/** What is not requested is not set aside. */
export const requireResourceRequests: ContainerRule = {
  id: 'require-resource-requests',
  about: 'container',
  severity: 'warning',
  title: 'Every container requests cpu and memory',
  consequence: `The scheduler overfills the node by what is not requested, and under load this container ${STARVES.cpu} and ${STARVES.memory}.`,
  fix: 'Write `resources.requests.cpu` and `resources.requests.memory`, from what the program was seen to use.',
  see: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#requests-and-limits',
  *check({ container: { resources = {} }, path, role }, workload) {
    const { spec } = workload;
    if (role === 'ephemeral') return;
    const given = [resources.requests, resources.limits, spec.resources?.requests, spec.resources?.limits];
    const missing = (['cpu', 'memory'] as const).filter((name) => given.every((list) => list?.[name] === undefined));
    if (missing.length === 0 || workload.qos.qosClass === 'BestEffort') return;
    yield {
      path: path.child('resources').child('requests'),
      found: `There is no request of ${list(missing)}.`,
      consequence: `The scheduler overfills the node by what is not requested, and under load this container ${list(missing.map((name) => STARVES[name]))}.`,
      fix: `Write ${names(missing.map((name) => `resources.requests.${name}`))}, from what the program was seen to use.`,
    };
  },
};
