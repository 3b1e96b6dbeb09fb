import { list } from '../../report/words';
import type { ReviewedContainer, Workload } from '../../workload';
import { danger, notice, type Consequence } from '../consequence';
import { shown, type WorkloadChange } from '../change';

/** Containers that come and go, what they run, and in which order they start. */
export function* containerConsequences({ was, is, after }: WorkloadChange): Generator<Consequence> {
  const before = byName(was);
  const now = byName(is);
  for (const [name, { container, role }] of now) {
    const old = before.get(name);
    if (old === undefined)
      yield notice('rollout', `${ROLE[role]} \`${name}\` is new in ${after.title}; it runs ${shown(container.image)}.`);
    else if (old.container.image !== container.image) {
      yield notice('image', `\`${name}\` runs ${shown(container.image)} instead of ${shown(old.container.image)}.`);
    }
    if (old !== undefined && old.role !== role) {
      yield danger('order', `\`${name}\` was ${article(old.role)} and is ${article(role)} now.`);
    }
    if (old !== undefined && commandOf(old) !== commandOf({ container })) {
      yield notice('configuration', `\`${name}\` is started with another command line.`);
    }
  }
  for (const [name, { role }] of before) {
    if (!now.has(name)) yield notice('rollout', `${ROLE[role]} \`${name}\` is gone from ${after.title}.`);
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

function article(role: keyof typeof ROLE): string {
  return role === 'app' ? 'a regular container' : role === 'sidecar' ? 'a sidecar' : `an ${role} container`;
}

function byName({ containers }: Workload): ReadonlyMap<string, ReviewedContainer> {
  return new Map(containers.map((each) => [each.container.name, each]));
}

function commandOf({ container }: Pick<ReviewedContainer, 'container'>): string {
  return JSON.stringify([container.command ?? [], container.args ?? []]);
}

function startOrder({ containers }: Workload, others: ReadonlyMap<string, unknown>): readonly string[] {
  return containers
    .filter(({ role, container }) => (role === 'init' || role === 'sidecar') && others.has(container.name))
    .map(({ container }) => container.name);
}
