import { FieldPath } from '../../lib/kube/field-path';
import { readSelector } from '../selector';
import type { ObjectRule } from '../rule';

/** What counts or guards Pods does nothing where it finds none, and says nothing. */
export const noPolicyWithoutPods: ObjectRule = {
  id: 'no-policy-without-pods',
  about: 'object',
  kinds: ['NetworkPolicy', 'PodDisruptionBudget'],
  severity: 'warning',
  title: 'Policies and budgets select Pods',
  consequence: 'The Pods that it was written for go without it, and nothing tells so.',
  fix: 'Write the labels of the Pod template into the selector.',
  see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors',
  *check(entity, landscape) {
    const field = entity.identity.kind === 'NetworkPolicy' ? 'podSelector' : 'selector';
    const selector = entity.read('spec', field);
    if (landscape.workloadsBeside(entity).length === 0 || readSelector(selector) === undefined) return;
    if (landscape.selected(selector, entity).length > 0) return;
    yield {
      path: FieldPath.of('spec').child(field),
      found: 'The selector finds none of the Pods of the namespace here.',
    };
  },
};
