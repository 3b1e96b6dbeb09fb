import { list } from '../../report/words';
import type { ReviewedContainer, Workload } from '../../workload';
import { danger, notice, type Consequence } from '../consequence';
import { shown, type WorkloadChange } from '../change';

/** Containers that come and go, what they run, and in which order they start. */
export function* containerConsequences({ was, is, after }: WorkloadChange): Generator<Consequence> {
  const renamed = renamedIn(was, is);
  for (const [name, old] of renamed) {
    yield notice('rollout', `The container \`${old}\` of ${after.title} is called \`${name}\` from now on.`);
  }
  const before = byName(was);
  const now = byName(is);
  for (const [name, { container, role }] of now) {
    const old = before.get(name);
    if (old === undefined && !renamed.has(name))
      yield notice('rollout', `${ROLE[role]} \`${name}\` is new in ${after.title}; it runs ${shown(container.image)}.`);
    else if (old !== undefined && old.container.image !== container.image) {
      yield notice('image', `\`${name}\` runs ${shown(container.image)} instead of ${shown(old.container.image)}.`);
    }
    if (old !== undefined && old.container.imagePullPolicy !== container.imagePullPolicy) {
      const { imagePullPolicy = '' } = container;
      const sentence = `\`${name}\` ${PULLS[imagePullPolicy] ?? `has the pull policy ${shown(imagePullPolicy)}`}.`;
      yield imagePullPolicy === 'Never' ? danger('image', sentence) : notice('image', sentence);
    }
    if (old !== undefined && old.role !== role) {
      yield danger(
        'order',
        `\`${name}\` was ${article(old.role)} and is ${article(role)} now: ${BECOMES[role]}${role === 'app' && is.isFinite ? ', and a Pod is done only when it has ended' : ''}.`,
      );
    }
    if (old !== undefined && commandOf(old) !== commandOf({ container })) {
      yield notice('configuration', `\`${name}\` is started with another command line.`);
    }
  }
  for (const [name, { role }] of before) {
    if (!now.has(name) && ![...renamed.values()].includes(name))
      yield notice('rollout', `${ROLE[role]} \`${name}\` is gone from ${after.title}.`);
  }
  const [orderWas, orderIs] = [startOrder(was, now), startOrder(is, before)];
  if (orderWas.join() !== orderIs.join()) {
    yield notice(
      'order',
      `Init containers and sidecars start in another order: ${list(orderIs.map((name) => `\`${name}\``))}.`,
    );
  }
}

const ROLE = {
  init: 'The init container',
  sidecar: 'The sidecar',
  app: 'The container',
  ephemeral: 'The ephemeral container',
};

const PULLS: Readonly<Record<string, string>> = {
  Always: 'asks the registry for its image at every start from now on',
  IfNotPresent: 'starts from the image that its node has already, where there is one',
  Never: 'starts only on nodes that have its image already',
};

const BECOMES = {
  init: 'what comes after it waits until it has ended',
  sidecar: 'it starts before the application and stops after it',
  app: 'it starts and stops together with the other regular containers',
  ephemeral: 'it is there for debugging',
};

function article(role: keyof typeof ROLE): string {
  return role === 'app' ? 'a regular container' : role === 'sidecar' ? 'a sidecar' : `an ${role} container`;
}

function byName({ containers }: Workload): ReadonlyMap<string, ReviewedContainer> {
  return new Map(containers.map((each) => [each.container.name, each]));
}

function commandOf({ container }: Pick<ReviewedContainer, 'container'>): string {
  return JSON.stringify([container.command ?? [], container.args ?? []]);
}

/** The containers that start one after the other on both sides. */
function startOrder(
  { containers }: Workload,
  others: ReadonlyMap<string, Pick<ReviewedContainer, 'role'>>,
): readonly string[] {
  const isOrdered = (role: ReviewedContainer['role'] | undefined) => role === 'init' || role === 'sidecar';
  return containers
    .filter(({ role, container }) => isOrdered(role) && isOrdered(others.get(container.name)?.role))
    .map(({ container }) => container.name);
}

/** New names of containers that are the same but for their name, with the old ones. */
function renamedIn(was: Workload, is: Workload): ReadonlyMap<string, string> {
  const [before, now] = [byName(was), byName(is)];
  const gone = [...before.values()].filter(({ container }) => !now.has(container.name));
  const came = [...now.values()].filter(({ container }) => !before.has(container.name));
  const alike = came.flatMap((each): [string, string][] => {
    const found = gone.filter((old) => old.role === each.role && withoutName(old) === withoutName(each));
    return found.length === 1 ? found.map(({ container }) => [each.container.name, container.name]) : [];
  });
  return new Set(alike.map(([, old]) => old)).size === alike.length ? new Map(alike) : new Map();
}

function withoutName({ container }: ReviewedContainer): string {
  return JSON.stringify({ ...container, name: '' });
}
