import { commandLineOf, neverEnds } from '../../lib/kube/command-line';
import { isPinnedByDigest } from '../../lib/kube/image';
import type { PodSecurityLevel } from '../../lib/kube/pod-security';
import { isFilledInLater, tagStabilityOf } from '../knowledge/image-tag';
import { debugCommandFor } from './debug-command';
import { nameOf, type Subject } from './subject';
import type { VolumeReport } from './volumes';
import { code, names, sentence } from './words';

/** A point that a reviewer goes through: what the spec settles is ticked or crossed, the rest is the reviewer's. */
export interface CheckItem {
  readonly id: string;
  readonly question: string;
  /** `ask`: the spec does not tell; `none`: there is nothing to ask about. */
  readonly state: 'yes' | 'no' | 'ask' | 'none';
  readonly sentence: string;
}

/** The reviewer's checklist of a workload. */
export function checklistOf(subject: Subject, volumes: readonly VolumeReport[], level: PodSecurityLevel): CheckItem[] {
  return [
    oneConcern(subject),
    nativeSidecars(subject),
    finiteInits(subject),
    sharedData(volumes),
    pullPolicies(subject),
    controller(subject),
    debugging(subject, level),
  ];
}

function item(id: string, question: string, state: CheckItem['state'], text: string): CheckItem {
  return { id, question, state, sentence: sentence(text) };
}

function oneConcern({ apps }: Subject): CheckItem {
  const question = 'Does each container have one concern?';
  if (apps.length === 0) return item('one-concern', question, 'none', 'it has no container');
  const text =
    apps.length === 1
      ? `there is one regular container, ${names(apps.map(nameOf))}; only its image tells whether it does one thing`
      : `there are ${apps.length} regular containers, ${names(apps.map(nameOf))}: each needs a reason to share the Pod`;
  return item('one-concern', question, 'ask', text);
}

function nativeSidecars({ apps, sidecars }: Subject): CheckItem {
  const question = 'Are helpers native sidecars?';
  if (apps.length > 1) {
    return item(
      'native-sidecars',
      question,
      'no',
      `${names(apps.map(nameOf))} run side by side without an order of start and stop; a helper among them would have one as a sidecar`,
    );
  }
  if (sidecars.length === 0) return item('native-sidecars', question, 'none', 'no helper runs beside the application');
  return item(
    'native-sidecars',
    question,
    'yes',
    `${names(sidecars.map(nameOf))} ${sidecars.length === 1 ? 'starts' : 'start'} before the application and ${sidecars.length === 1 ? 'stops' : 'stop'} after it`,
  );
}

function finiteInits({ inits }: Subject): CheckItem {
  const question = 'Do init containers only do what must be finished first?';
  const endless = inits.filter(({ container }) => neverEnds(commandLineOf(container)));
  if (inits.length === 0) return item('finite-inits', question, 'none', 'it has no init containers');
  if (endless.length > 0)
    return item(
      'finite-inits',
      question,
      'no',
      `${names(endless.map(nameOf))} never ${endless.length === 1 ? 'ends' : 'end'}, so the application never starts`,
    );
  return item(
    'finite-inits',
    question,
    'ask',
    `the application waits for ${names(inits.map(nameOf))}; only the ${inits.length === 1 ? 'image tells' : 'images tell'} whether it has to`,
  );
}

function sharedData(volumes: readonly VolumeReport[]): CheckItem {
  const question = 'Is data shared through a volume, with one writer?';
  const shared = volumes.filter(
    ({ readers, writers, source }) => source === 'emptyDir' && readers.length + writers.length > 1,
  );
  const torn = shared.filter(({ writers }) => writers.length > 1);
  if (shared.length === 0) return item('shared-data', question, 'none', 'containers share no scratch volume');
  if (torn.length > 0)
    return item(
      'shared-data',
      question,
      'ask',
      `more than one container may write to ${names(torn.map(({ name }) => name))}`,
    );
  return item(
    'shared-data',
    question,
    'yes',
    `${names(shared.map(({ name }) => name))} ${shared.length === 1 ? 'has' : 'have'} one writer at most`,
  );
}

function pullPolicies({ workload }: Subject): CheckItem {
  const question = 'Does imagePullPolicy fit the image?';
  const named = workload.containers.filter(({ container: { image = '' } }) => image.trim() !== '');
  if (named.length === 0) return item('pull-policy', question, 'none', 'no container names an image');
  const unreadable = named.filter(
    ({ container: { image = '' } }) => tagStabilityOf(image) === undefined && !isFilledInLater(image),
  );
  if (unreadable.length > 0) {
    return item(
      'pull-policy',
      question,
      'no',
      `no node can pull the image of ${names(unreadable.map(nameOf), 'or')}: ${unreadable.length === 1 ? 'it is' : 'they are'} not written as an image is (\`InvalidImageName\`)`,
    );
  }
  const stale = workload.containers.filter(
    ({ container: { image = '', imagePullPolicy } }) => movesByBuild(image) && imagePullPolicy !== 'Always',
  );
  const local = workload.containers.filter(({ container }) => container.imagePullPolicy === 'Never');
  if (stale.length > 0) {
    return item(
      'pull-policy',
      question,
      'no',
      `the ${stale.length === 1 ? 'tag' : 'tags'} of ${names(stale.map(nameOf))} ${stale.length === 1 ? 'moves' : 'move'}, and a node keeps what it has pulled once`,
    );
  }
  if (local.length > 0) {
    return item(
      'pull-policy',
      question,
      'ask',
      `${names(local.map(nameOf))} ${local.length === 1 ? 'is' : 'are'} never pulled: the image has to be on every node already`,
    );
  }
  const unknown = workload.containers.filter(
    ({ container: { image = '' } }) => image.trim() === '' || isFilledInLater(image),
  );
  if (unknown.length > 0) {
    const which = `which image ${names(unknown.map(nameOf))} ${unknown.length === 1 ? 'runs' : 'run'} is not said here`;
    return item('pull-policy', question, 'ask', which);
  }
  const pinned = workload.containers.every(({ container: { image = '' } }) => isPinnedByDigest(image));
  const moving = workload.containers.some(({ container: { image = '' } }) => movesByBuild(image));
  if (moving) return item('pull-policy', question, 'yes', 'images whose tag moves are looked up at every start');
  return item(
    'pull-policy',
    question,
    'yes',
    pinned ? 'every image is fixed by its digest' : 'every image has a tag of its own, or is looked up at every start',
  );
}

/** Whether the tag goes to every next build, with no version between. */
function movesByBuild(image: string): boolean {
  const stability = tagStabilityOf(image);
  return stability === 'floating' || stability === 'branch';
}

function controller({ owner, workload }: Subject): CheckItem {
  const question = 'Is it behind a controller?';
  const isOwned = (workload.metadata.ownerReferences ?? []).some((each) => each.controller === true);
  if (owner.kind === 'PodTemplate') return item('controller', question, 'none', 'it is a template');
  if (owner.kind !== 'Pod' || isOwned)
    return item(
      'controller',
      question,
      'yes',
      `a ${isOwned && owner.kind === 'Pod' ? 'controller' : owner.kind} makes its Pods anew`,
    );
  return item('controller', question, 'no', 'it is a Pod by itself: nothing makes it anew');
}

/** A container without a shell is debugged from a container beside it, which the Pod's level must allow. */
function debugging(subject: Subject, level: PodSecurityLevel): CheckItem {
  const question = 'Can it be debugged without a shell in its image?';
  const [app] = subject.apps;
  if (app === undefined) return item('debugging', question, 'none', 'it has no container');
  const { command } = debugCommandFor(app, subject, level);
  return item(
    'debugging',
    question,
    'ask',
    `only its image tells whether ${code(nameOf(app))} has a shell; without one: \`${command}\``,
  );
}
