import type { Entity } from '../entity';
import { are, code, count, list, names, sentence } from '../report/words';
import type { WorkloadFacts } from './facts';
import { isKnownInjection } from './injected';
import type { LiveContainer, LivePod } from './live-pod';
import type { Mismatch } from './mismatch';
import { revisionsText } from './revisions';
import type { Rollout } from './rollout';

/** The live Pods of a workload together, with what is listed of their owner. */
export interface PodsContext {
  readonly facts: WorkloadFacts;
  readonly pods: readonly LivePod[];
  /** The owner in the cluster; undefined where it is not listed. */
  readonly owner: Entity | undefined;
  /** The images of the owner's template in the cluster, by container. */
  readonly template: ReadonlyMap<string, string>;
  readonly rollout: Rollout | undefined;
  /** The ReplicaSets of a Deployment, which tell of its rollout where it is not listed itself. */
  readonly replicaSets: readonly Entity[];
}

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

function imageIn(pod: LivePod, container: string): string | undefined {
  return pod.containers.find(({ name, role }) => name === container && role !== 'ephemeral')?.image;
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

/** Pods of an older template; an image that the owner has otherwise is told as drift of the owner. */
function* imageMismatches(context: PodsContext, pods: readonly LivePod[]): Generator<Mismatch> {
  const { facts, template } = context;
  if (facts.life === 'finite' || facts.owner === undefined) return;
  for (const { image, name, role } of facts.containers) {
    if (role === 'ephemeral' || (template.has(name) && template.get(name) !== image)) continue;
    for (const [other, those] of grouped(pods, (pod) => imageIn(pod, name))) {
      if (other === image) continue;
      const what = other === undefined ? `${have(those)} no container ${code(name)}` : `${run(those)} ${code(other)}`;
      const instead = other === undefined ? '' : ` in container ${code(name)} instead of ${code(image)}`;
      yield {
        severity: 'error',
        topic: 'image',
        object: facts.object,
        container: name,
        expected: image,
        ...(other !== undefined && { actual: other }),
        sentence: sentence(`${ofPods(those, pods)} ${what}${instead}: ${rolloutText(context, those)}`),
      };
    }
  }
}

function rolloutText({ replicaSets, rollout }: PodsContext, those: readonly LivePod[]): string {
  const which = names(those.slice(0, MOST_NAMES).map(({ object }) => object.name));
  const rest = those.length > MOST_NAMES ? ` and ${those.length - MOST_NAMES} more` : '';
  const state = rollout === undefined ? (revisionsText(replicaSets) ?? UNLISTED) : ROLLOUTS[rollout.state];
  return `${state} (${which}${rest})`;
}

const MOST_NAMES = 3;
const UNLISTED = 'a rollout may be under way, which only the owner tells, and it is not in the list';
const ROLLOUTS = {
  settled: 'the owner counts its rollout as done, and these are not made from its newest template',
  'under way': 'the rollout is under way',
  stuck: 'the rollout is stuck',
  paused: 'the rollout is paused',
  held: 'the owner holds the rollout',
} satisfies Readonly<Record<Rollout['state'], string>>;

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

/** One image by its name, and more than one content: its tag was moved between two pulls. */
function* contentMismatches(pods: readonly LivePod[]): Generator<Mismatch> {
  const [first] = pods;
  if (first === undefined) return;
  const running = pods.flatMap((pod) => pod.containers.filter(({ imageID }) => imageID !== undefined));
  for (const [key, those] of grouped(running, ({ image, name }) => `${name}\0${image}`)) {
    const contents = new Set(those.map(({ imageID = '' }) => digestOf(imageID)));
    const [container] = those;
    if (container === undefined || contents.size < 2 || key === '') continue;
    yield contentMismatch(first, container, [...contents]);
  }
}

function contentMismatch({ object }: LivePod, { image, name }: LiveContainer, contents: readonly string[]): Mismatch {
  const isPinned = image.includes('@');
  const why = isPinned
    ? 'the runtimes call one content by several names'
    : 'its tag was moved, or nodes of several kinds each have their own';
  return {
    severity: 'info',
    topic: 'image',
    object,
    container: name,
    actual: contents,
    sentence: sentence(
      `${code(image)} of container ${code(name)} is ${count(contents.length, 'content')}: ${list(contents.map(code))}: ${why}`,
    ),
  };
}

function digestOf(imageID: string): string {
  return imageID.slice(imageID.indexOf('@') + 1);
}

function ofPods(those: readonly LivePod[], pods: readonly LivePod[]): string {
  return those.length === pods.length
    ? pods.length === 1
      ? 'its Pod'
      : `all ${pods.length} Pods`
    : `${those.length} of ${count(pods.length, 'Pod')}`;
}

function have({ length }: readonly LivePod[]): string {
  return length === 1 ? 'has' : 'have';
}

function run({ length }: readonly LivePod[]): string {
  return length === 1 ? 'runs' : 'run';
}

function grouped<Each, Key>(all: readonly Each[], keyOf: (each: Each) => Key): ReadonlyMap<Key, readonly Each[]> {
  const groups = new Map<Key, Each[]>();
  for (const each of all) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return groups;
}
