import { FieldPath } from '../../lib/kube/field-path';
import { subjectsOf } from '../knowledge/access';
import { isExplained } from '../knowledge/reason';
import { list } from '../report/words';
import type { ObjectRule } from '../rule';

/** This role is for the one who installs the cluster. */
export const noClusterAdmin: ObjectRule = {
  id: 'no-cluster-admin',
  about: 'object',
  kinds: ['ClusterRoleBinding', 'RoleBinding'],
  severity: 'error',
  title: 'Nobody here is `cluster-admin`',
  consequence: 'Whoever breaks into a Pod of this account owns every namespace, every Secret and every node.',
  fix: 'Write a Role with the verbs and resources that the program uses, and bind that.',
  see: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
  *check(binding) {
    const path = FieldPath.of('roleRef').child('name');
    if (binding.read('roleRef', 'name') !== 'cluster-admin' || isExplained({ entity: binding }, path)) return;
    const isWhole = binding.identity.kind === 'ClusterRoleBinding';
    const names = subjectsOf(binding).map(({ kind, name }) => `${kind} \`${name}\``);
    if (names.length === 0) return;
    yield {
      path,
      ...(!isWhole && { severity: 'warning' }),
      found: `${list(names)} may do everything in ${isWhole ? 'the cluster' : 'the namespace'}.`,
    };
  },
};
