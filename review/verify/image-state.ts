import { code, count, list, names, sentence } from '../report/words';
import type { LiveContainer, LivePod } from './live-pod';
import type { Mismatch } from './mismatch';
import { grouped, have, ofPods, type PodsContext } from './pod-groups';
import { revisionsText } from './revisions';
import type { Rollout } from './rollout';

/** Pods of an older template; an image that the owner has otherwise is told as drift of the owner. */
export function* imageMismatches(context: PodsContext, pods: readonly LivePod[]): Generator<Mismatch> {
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
  settled:
    'the owner counts its rollout as done: admission has put another image in, or these Pods are not of its newest template',
  'under way': 'the rollout is under way',
  stuck: 'the rollout is stuck',
  paused: 'the rollout is paused',
  held: 'the owner holds the rollout',
} satisfies Readonly<Record<Rollout['state'], string>>;

/** One image by its name, and more than one content: its tag was moved between two pulls. */
export function* contentMismatches(pods: readonly LivePod[]): Generator<Mismatch> {
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

/** The image that a Pod asks for in a container. */
export function imageIn(pod: LivePod, container: string): string | undefined {
  return pod.containers.find(({ name, role }) => name === container && role !== 'ephemeral')?.image;
}

function run({ length }: readonly LivePod[]): string {
  return length === 1 ? 'runs' : 'run';
}
