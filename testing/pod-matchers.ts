import { judge } from '../lib/kube/judge';
import { startPlan } from '../lib/kube/lifecycle';
import { evaluatePodSecurity } from '../lib/kube/pod-security';
import type { PodSecurityLevel } from '../lib/kube/pod-security';
import { problemSentence } from '../lib/kube/problem';
import { qosOf } from '../lib/kube/resources';
import type { QosClass } from '../lib/kube/resources';
import type { KubernetesVersion } from '../lib/kube/version';
import { refuseNoNames, refuseUnknownVersion, refuseUnknownWord } from './arguments';
import { objectsOf, podsOf, targetOf, titleOf } from './subject';
import { verdictOf } from './verdict';
import type { Verdict } from './verdict';

/** Whether every Pod passes a level of the Pod Security Standards. */
export function toPassPodSecurity(
  subject: unknown,
  level: PodSecurityLevel,
  version: KubernetesVersion = targetOf(subject),
): Verdict {
  refuseUnknownWord('the level of Pod Security', level, LEVELS);
  refuseUnknownVersion(version);
  const pods = podsOf(subject, version);
  const failures = pods.flatMap(({ title, metadata, spec, path }) => {
    const violations = evaluatePodSecurity(metadata, spec, level, version, path);
    return violations.flatMap(({ reason, detail, places }) => {
      const fields = places.map((place) => place.path).join(', ');
      return [`${title}: Pod Security ${level} refuses it: ${reason} (${detail}). Change ${fields}.`];
    });
  });
  return verdictOf(failures, each(pods, `expected Pod Security ${level} to refuse it, and it passes`));
}

/** Whether every Pod has a QoS class. */
export function toHaveQosClass(
  subject: unknown,
  expected: QosClass,
  version: KubernetesVersion = targetOf(subject),
): Verdict {
  refuseUnknownWord('the QoS class', expected, QOS_CLASSES);
  refuseUnknownVersion(version);
  const pods = podsOf(subject, version);
  const failures = pods.flatMap(({ title, spec, path }) => {
    const { qosClass, because, path: field } = qosOf(spec, version, path.child('spec'));
    if (qosClass === expected) return [];
    return [`${title}: expected ${expected}, and it is ${qosClass}. What decides is ${field}: ${because}.`];
  });
  return verdictOf(failures, each(pods, `expected another QoS class than ${expected}`));
}

/** Whether the containers of every Pod start in an order: init containers and sidecars, then all regular ones. */
export function toStartInOrder(
  subject: unknown,
  names: readonly string[],
  version: KubernetesVersion = targetOf(subject),
): Verdict {
  refuseNoNames(names);
  refuseUnknownVersion(version);
  const pods = podsOf(subject, version);
  const failures = pods.flatMap(({ title, spec }) => {
    const order = startPlan(spec, version).steps.flatMap(({ containers }) => containers.map(({ name }) => name));
    if (order.length === names.length && order.every((name, position) => name === names[position])) return [];
    const advice = adviceOnOrder(names, order);
    return [`${title}: expected the order ${names.join(', ')}, and it is ${order.join(', ')}: ${advice}.`];
  });
  return verdictOf(failures, each(pods, `expected another order than ${names.join(', ')}`));
}

/** Whether an API server of a version accepts every object. Kinds that are not judged here pass. */
export function toBeAcceptedBy(subject: unknown, version: KubernetesVersion): Verdict {
  refuseUnknownVersion(version);
  const objects = objectsOf(subject, version);
  const failures = objects.flatMap((object) =>
    judge(object, { target: version }).problems.map(
      (problem) => `${titleOf(object)}: Kubernetes ${version} refuses it: ${problemSentence(problem)}`,
    ),
  );
  const titled = objects.map((object) => ({ title: titleOf(object) }));
  return verdictOf(failures, each(titled, `expected Kubernetes ${version} to refuse it, and it is accepted`));
}

const LEVELS: readonly PodSecurityLevel[] = ['privileged', 'baseline', 'restricted'];
const QOS_CLASSES: readonly QosClass[] = ['BestEffort', 'Burstable', 'Guaranteed'];

/** The same sentence of each. */
function each(titled: readonly { readonly title: string }[], sentence: string): string {
  return titled.map(({ title }) => `${title}: ${sentence}`).join('\n');
}

function adviceOnOrder(names: readonly string[], order: readonly string[]): string {
  const unknown = names.filter((name) => !order.includes(name));
  const unnamed = order.filter((name) => !names.includes(name));
  const wrong = [
    ...(unknown.length === 0 ? [] : [`there is no container ${quoted(unknown)}`]),
    ...(unnamed.length === 0 ? [] : [`all containers are to be named, and the order leaves out ${quoted(unnamed)}`]),
  ];
  if (wrong.length > 0) return wrong.join('; ');
  return 'init containers and sidecars start in the order in which they are added, before all regular ones';
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
