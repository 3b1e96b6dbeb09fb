import { danger, notice, type Consequence } from '../consequence';
import { changesWithin, shown, type Change } from '../change';
import { textsOf, type Entity } from '../../entity';
import type { Landscape } from '../../landscape';
import { list } from '../../report/words';

/** Who gets the traffic of a Service, before and after. */
export function* routingConsequences(change: Change): Generator<Consequence> {
  const { before, after, landscapes } = change;
  if (before === undefined || after === undefined || after.identity.kind !== 'Service') return;
  const [targetsWas, targets] = [targetsOf(before, landscapes.before), targetsOf(after, landscapes.after)];
  const lost = targetsWas.filter((title) => !targets.includes(title));
  const won = targets.filter((title) => !targetsWas.includes(title));
  if (targets.length === 0 && targetsWas.length > 0) {
    yield danger(
      'routing',
      `${after.title} sends its traffic to nobody: no workload here has the labels that it asks for.`,
    );
  } else if (lost.length > 0) yield danger('routing', `${after.title} no longer sends traffic to ${list(lost)}.`);
  if (won.length > 0) yield danger('routing', `${after.title} sends traffic to ${list(won)} from now on.`);
  if (changesWithin(change, 'spec.selector').length > 0 && lost.length === 0 && won.length === 0) {
    yield danger('routing', `${after.title} selects its Pods by other labels.`);
  }
  const ports = changesWithin(change, 'spec.ports');
  if (ports.length > 0) {
    const said = ports.map(
      ({ path, before: was, after: is }) => `\`${path}\` is ${shown(is)} instead of ${shown(was)}`,
    );
    yield danger('routing', `Ports of ${after.title} change: ${list(said)}.`);
  }
  for (const { before: was, after: is } of changesWithin(change, 'spec.type')) {
    const isOpened = is === 'LoadBalancer' || is === 'NodePort';
    const sentence = `${after.title} is of type ${shown(is)} instead of ${shown(was)}`;
    yield isOpened
      ? danger('routing', `${sentence}: it can be reached from outside the cluster.`)
      : notice('routing', `${sentence}.`);
  }
}

function targetsOf(service: Entity, landscape: Landscape): readonly string[] {
  return landscape.selectedBy(textsOf(service.read('spec', 'selector')), service).map(({ entity }) => entity.title);
}
