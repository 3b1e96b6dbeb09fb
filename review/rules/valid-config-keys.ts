import { configReferencesOf, keysIn } from '../knowledge/references';
import type { WorkloadRule } from '../rule';

/** The kubelet looks for the key when it starts the container. */
export const validConfigKeys: WorkloadRule = {
  id: 'valid-config-keys',
  about: 'workload',
  severity: 'error',
  title: 'Keys of ConfigMaps and Secrets are there',
  consequence: 'The container does not start: the Pod stays in `CreateContainerConfigError` or `ContainerCreating`.',
  fix: 'Write a key that the object has, or `optional: true` where the program can do without.',
  see: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/#restrictions',
  *check(workload, landscape) {
    for (const { key, kind, name, path } of configReferencesOf(workload)) {
      const entity = key === undefined ? undefined : landscape.find(kind, name, workload.entity);
      if (entity === undefined || key === undefined) continue;
      const keys = keysIn(entity);
      if (keys === undefined || keys.has(key)) continue;
      const there = [...keys].map((each) => `\`${each}\``).join(', ');
      yield { path: path.child('key'), found: `${kind} \`${name}\` has no key \`${key}\`; there is ${there}.` };
    }
  },
};
