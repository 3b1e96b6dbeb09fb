import { are, code, count, names, sentence } from '../report/words';
import type { WorkloadFacts } from './facts';
import { contentMismatches, imageIn, imageMismatches } from './image-state';
import { isKnownInjection } from './injected';
import type { LivePod } from './live-pod';
import type { Mismatch } from './mismatch';
import { grouped, have, ofPods, type PodsContext } from './pod-groups';

/** What of the Pods of a workload is not as promised, where several of them have it in common. */
export function podsMismatches(context: PodsContext): readonly Mismatch[] {
  const pods = context.pods.filter(({ isTerminating, phase }) => !isTerminating && !ENDED.has(phase));
  const current = pods.filter((pod) => isCurrent(pod, context.facts));
  return [
    ...numberMismatch(context, pods),
    ...imageMismatches(context, pods),
    ...injections(context, pods),
    ...qosMismatches(context, current),
    ...accountMismatches(context, current),
    ...contentMismatches(pods),
  ];
}

const ENDED: ReadonlySet<string> = new Set(['Succeeded', 'Failed']);

/** Whether a Pod asks for the images that Git has: another is of an older template. */
function isCurrent(pod: LivePod, facts: WorkloadFacts): boolean {
  return facts.containers.every(({ image, name }) => imageIn(pod, name) === image);
}

/** Where the owner is listed its controller has counted. */
function* numberMismatch({ facts, owner }: PodsContext, pods: readonly LivePod[]): Generator<Mismatch> {
  const { least } = facts.pods;
  if (owner !== undefined || least === undefined || facts.life === 'finite' || pods.length >= least) return;
  const text = `${pods.length} of ${count(least, 'Pod')} of ${facts.object.kind} ${code(facts.object.name)} ${are(pods.length)} there`;
  yield {
    severity: 'error',
    topic: 'pods',
    object: facts.object,
    expected: least,
    actual: pods.length,
    sentence: sentence(text),
  };
}

/** Containers that neither Git nor the owner's template has. */
function* injections({ facts, template }: PodsContext, pods: readonly LivePod[]): Generator<Mismatch> {
  const own = new Set([...facts.containers.map(({ name }) => name), ...template.keys()]);
  const added = (pod: LivePod) =>
    pod.containers.flatMap(({ name, role }) => (own.has(name) || role === 'ephemeral' ? [] : [name]));
  for (const [key, those] of grouped(pods, (pod) => added(pod).join('\0'))) {
    const [first] = those;
    if (key === '' || first === undefined) continue;
    const containers = added(first);
    const who = containers.every(isKnownInjection)
      ? 'admission has put it there'
      : 'admission has put it there, or the Pod is of an older template';
    yield {
      severity: 'info',
      topic: 'injected',
      object: facts.object,
      expected: facts.ready,
      actual: first.ready,
      sentence: sentence(
        `${ofPods(those, pods)} ${have(those)} ${containers.length === 1 ? 'the container' : 'the containers'} ${names(containers)}, which Git does not write: ${who}${readyText(first, facts)}`,
      ),
    };
  }
}

/** READY counts what was put in beside the containers of Git, init containers apart. */
function readyText({ ready }: LivePod, facts: WorkloadFacts): string {
  const [, all = ''] = ready.split('/');
  const [, own = ''] = facts.ready.split('/');
  return all === own ? '' : `; READY counts ${all} containers instead of ${own}`;
}

/** The class that the API server has computed, against the one that the manifest gives. */
function* qosMismatches({ facts }: PodsContext, pods: readonly LivePod[]): Generator<Mismatch> {
  for (const [qosClass, those] of grouped(pods, (pod) => pod.qosClass)) {
    if (qosClass === undefined || qosClass === facts.qosClass) continue;
    const text = `${ofPods(those, pods)} ${have(those)} the QoS class ${code(qosClass)}, and the manifest gives ${code(facts.qosClass)}: somebody has put in resources or containers that Git does not write, such as a LimitRange or a webhook`;
    yield {
      severity: 'error',
      topic: 'qos',
      object: facts.object,
      expected: facts.qosClass,
      actual: qosClass,
      sentence: sentence(text),
    };
  }
}

/** Where the owner is listed, its template is compared. */
function* accountMismatches({ facts, owner }: PodsContext, pods: readonly LivePod[]): Generator<Mismatch> {
  if (owner !== undefined) return;
  for (const [account, those] of grouped(pods, (pod) => pod.serviceAccount)) {
    if (account === undefined || account === facts.serviceAccount) continue;
    yield {
      severity: 'error',
      topic: 'identity',
      object: facts.object,
      expected: facts.serviceAccount,
      actual: account,
      sentence: sentence(
        `${ofPods(those, pods)} ${those.length === 1 ? 'acts' : 'act'} as ServiceAccount ${code(account)}, and Git says ${code(facts.serviceAccount)}`,
      ),
    };
  }
}
