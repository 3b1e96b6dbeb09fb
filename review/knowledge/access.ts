import { FieldPath } from '../../lib/kube/field-path';
import { fieldOf, listOf, textOf, type Entity } from '../entity';

/** One rule of a Role with its place. */
export interface AccessRule {
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  readonly names: readonly string[];
  readonly verbs: readonly string[];
  readonly path: FieldPath;
}

/** Who gets a role. */
export interface Subject {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly path: FieldPath;
}

/** What a Role or ClusterRole allows. Those that Kubernetes brings are left alone. */
export function accessRulesOf(role: Entity): readonly AccessRule[] {
  if (role.labels['kubernetes.io/bootstrapping'] !== undefined) return [];
  return listOf(role.read('rules')).map((rule, position) => ({
    groups: listOf(fieldOf(rule, 'apiGroups')).map(textOf),
    resources: listOf(fieldOf(rule, 'resources')).map(textOf),
    names: listOf(fieldOf(rule, 'resourceNames')).map(textOf),
    verbs: listOf(fieldOf(rule, 'verbs')).map(textOf),
    path: FieldPath.of('rules').index(position),
  }));
}

/** Who a binding gives its role to. Those that Kubernetes brings are left alone. */
export function subjectsOf(binding: Entity): readonly Subject[] {
  if (binding.labels['kubernetes.io/bootstrapping'] !== undefined) return [];
  return listOf(binding.read('subjects')).map((subject, position) => {
    const namespace = textOf(fieldOf(subject, 'namespace'));
    return {
      kind: textOf(fieldOf(subject, 'kind')),
      name: textOf(fieldOf(subject, 'name')),
      ...(namespace !== '' && { namespace }),
      path: FieldPath.of('subjects').index(position),
    };
  });
}

/** Whether a rule allows one of these verbs for one of these resources of the core group, by name or by `*`. */
export function allows(
  { groups, resources, verbs }: AccessRule,
  wanted: readonly string[],
  wantedVerbs: readonly string[],
): boolean {
  const isCore = groups.some((group) => group === '' || group === '*');
  return (
    isCore &&
    wanted.some((each) => resources.includes(each)) &&
    wantedVerbs.some((verb) => verbs.includes(verb) || verbs.includes('*'))
  );
}
