import { judge } from '../lib/kube/judge';
import { startPlan } from '../lib/kube/lifecycle';
import { evaluatePodSecurity } from '../lib/kube/pod-security';
import type { PodSecurityLevel } from '../lib/kube/pod-security';
import { problemSentence } from '../lib/kube/problem';
import { qosOf } from '../lib/kube/resources';
import type { QosClass } from '../lib/kube/resources';
import type { KubernetesVersion } from '../lib/kube/version';
import { objectsOf, podsOf, targetOf, titleOf } from './subject';
import { verdictOf } from './verdict';
import type { Verdict } from './verdict';

/** Whether every Pod passes a level of the Pod Security Standards. */
export function toPassPodSecurity(
  subject: unknown,
  level: PodSecurityLevel,
  version: KubernetesVersion = targetOf(subject),
): Verdict {
  const failures = podsOf(subject, version).flatMap(({ title, pod: { metadata, spec, path } }) => {
    const violations = spec === undefined ? [] : evaluatePodSecurity(metadata, spec, level, version, path);
    return violations.flatMap(({ reason, detail, places }) => {
      const fields = places.map((place) => place.path).join(', ');
      return [`${title}: Pod Security ${level} refuses it: ${reason} (${detail}). Change ${fields}.`];
    });
  });
  return verdictOf(failures, `expected Pod Security ${level} to refuse it, and it passes`);
}

/** Whether every Pod has a QoS class. */
export function toHaveQosClass(
  subject: unknown,
  expected: QosClass,
  version: KubernetesVersion = targetOf(subject),
): Verdict {
  const failures = podsOf(subject, version).flatMap(({ title, pod: { spec = {}, path } }) => {
    const { qosClass, because, path: field } = qosOf(spec as Parameters<typeof qosOf>[0], version);
    if (qosClass === expected) return [];
    const place = path.toString() === '' ? field : `${path.toString()}.${field}`;
    return [`${title}: expected ${expected}, and it is ${qosClass}. What decides is ${place}: ${because}.`];
  });
  return verdictOf(failures, `expected another QoS class than ${expected}`);
}

/** Whether the containers of every Pod start in an order: init containers and sidecars, then all regular ones. */
export function toStartInOrder(
  subject: unknown,
  names: readonly string[],
  version: KubernetesVersion = targetOf(subject),
): Verdict {
  const failures = podsOf(subject, version).flatMap(({ title, pod: { spec } }) => {
    const steps = spec === undefined ? [] : startPlan(spec, version).steps;
    const order = steps.flatMap(({ containers }) => containers.map(({ name }) => name));
    if (order.join('\n') === names.join('\n')) return [];
    const advice = 'init containers and sidecars start in the order in which they are added, before all regular ones';
    return [`${title}: expected the order ${names.join(', ')}, and it is ${order.join(', ')}: ${advice}.`];
  });
  return verdictOf(failures, `expected another order than ${names.join(', ')}`);
}

/** Whether an API server of a version accepts every object. Kinds that are not judged here pass. */
export function toBeAcceptedBy(subject: unknown, version: KubernetesVersion): Verdict {
  const failures = objectsOf(subject, version).flatMap((object) =>
    judge(object, { target: version }).problems.map(
      (problem) => `${titleOf(object)}: Kubernetes ${version} refuses it: ${problemSentence(problem)}`,
    ),
  );
  return verdictOf(failures, `expected Kubernetes ${version} to refuse it, and it is accepted`);
}
