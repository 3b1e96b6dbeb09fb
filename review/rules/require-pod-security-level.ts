import { FieldPath } from '../../lib/kube/field-path';
import { ENFORCE } from '../knowledge/admission';
import type { ObjectRule } from '../rule';

/** Without the label a namespace takes every Pod. */
export const requirePodSecurityLevel: ObjectRule = {
  id: 'require-pod-security-level',
  about: 'object',
  kinds: ['Namespace'],
  severity: 'warning',
  title: 'A Namespace says which Pods it takes',
  consequence: 'A Pod that is privileged, or that mounts the disk of its node, is let in like every other.',
  fix: 'Write the label `pod-security.kubernetes.io/enforce: restricted`, or `baseline` where a workload needs it.',
  see: 'https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces',
  *check(namespace) {
    if (namespace.labels[ENFORCE] !== undefined) return;
    const path = FieldPath.of('metadata').child('labels').key(ENFORCE);
    yield { path, found: `Namespace \`${namespace.identity.name}\` takes Pods of every level.` };
  },
};
