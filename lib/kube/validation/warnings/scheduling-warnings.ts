import type { PodSpec } from '../../api/pod';
import type { NodeSelectorTerm, PodAffinity } from '../../api/scheduling';
import type { FieldPath } from '../../field-path';
import type { ProblemList } from '../../problem-list';

/** Labels of nodes that have a newer name. */
const NEW_LABELS: ReadonlyMap<string, string> = new Map([
  ['beta.kubernetes.io/arch', 'kubernetes.io/arch'],
  ['beta.kubernetes.io/os', 'kubernetes.io/os'],
  ['beta.kubernetes.io/instance-type', 'node.kubernetes.io/instance-type'],
  ['failure-domain.beta.kubernetes.io/region', 'topology.kubernetes.io/region'],
  ['failure-domain.beta.kubernetes.io/zone', 'topology.kubernetes.io/zone'],
  ['node-role.kubernetes.io/master', 'node-role.kubernetes.io/control-plane'],
]);

const NO_SELECTOR = 'without a labelSelector no Pod is meant at all';

/** Old labels of nodes, and affinities and spreads that select no Pod. */
export function warnOfScheduling(warnings: ProblemList, spec: Partial<PodSpec>, path: FieldPath): void {
  for (const label of Object.keys(spec.nodeSelector ?? {})) {
    warnOfLabel(warnings, label, path.child('nodeSelector').key(label));
  }
  warnOfNodeAffinity(warnings, spec, path.child('affinity').child('nodeAffinity'));
  (spec.topologySpreadConstraints ?? []).forEach(({ topologyKey, labelSelector }, position) => {
    const at = path.child('topologySpreadConstraints').index(position);
    warnOfLabel(warnings, topologyKey, at.child('topologyKey'));
    if (labelSelector == null) warnings.required('selects-nothing', at.child('labelSelector'), NO_SELECTOR);
  });
  for (const field of ['podAffinity', 'podAntiAffinity'] as const) {
    warnOfPodAffinity(warnings, spec.affinity?.[field], path.child('affinity').child(field));
  }
}

function warnOfNodeAffinity(warnings: ProblemList, spec: Partial<PodSpec>, path: FieldPath): void {
  const {
    requiredDuringSchedulingIgnoredDuringExecution: required,
    preferredDuringSchedulingIgnoredDuringExecution: preferred = [],
  } = spec.affinity?.nodeAffinity ?? {};
  const terms: Partial<NonNullable<typeof required>> = required ?? {};
  const requiredPath = path.child('requiredDuringSchedulingIgnoredDuringExecution').child('nodeSelectorTerms');
  (terms.nodeSelectorTerms ?? []).forEach((term, position) => {
    warnOfTerm(warnings, term, requiredPath.index(position));
  });
  preferred.forEach(({ preference }: { readonly preference?: NodeSelectorTerm }, position) => {
    const at = path.child('preferredDuringSchedulingIgnoredDuringExecution').index(position);
    warnOfTerm(warnings, preference ?? {}, at.child('preference'));
  });
}

function warnOfTerm(warnings: ProblemList, term: NodeSelectorTerm, path: FieldPath): void {
  (term.matchExpressions ?? []).forEach(({ key }, position) => {
    warnOfLabel(warnings, key, path.child('matchExpressions').index(position).child('key'));
  });
}

function warnOfPodAffinity(warnings: ProblemList, affinity: PodAffinity | undefined, path: FieldPath): void {
  const {
    requiredDuringSchedulingIgnoredDuringExecution: required = [],
    preferredDuringSchedulingIgnoredDuringExecution: preferred = [],
  } = affinity ?? {};
  required.forEach(({ labelSelector }, position) => {
    if (labelSelector != null) return;
    const at = path.child('requiredDuringSchedulingIgnoredDuringExecution').index(position);
    warnings.required('selects-nothing', at.child('labelSelector'), NO_SELECTOR);
  });
  preferred.forEach(({ podAffinityTerm }: Partial<(typeof preferred)[number]>, position) => {
    if (podAffinityTerm?.labelSelector != null) return;
    const at = path.child('preferredDuringSchedulingIgnoredDuringExecution').index(position);
    warnings.required('selects-nothing', at.child('podAffinityTerm').child('labelSelector'), NO_SELECTOR);
  });
}

function warnOfLabel(warnings: ProblemList, label: string, path: FieldPath): void {
  const now = NEW_LABELS.get(label);
  if (now !== undefined) warnings.invalid('deprecated-label', path, label, `is deprecated: use ${now}`);
}
