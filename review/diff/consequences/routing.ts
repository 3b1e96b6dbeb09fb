import { danger, notice, type Consequence } from '../consequence';
import { changesWithin, shown, type Change } from '../change';
import { backendsOf, leadsTo, portsOf } from '../../knowledge/service-port';
import { isHeadless } from '../../knowledge/traffic';
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
  } else if (lost.length > 0 && won.length > 0) {
    yield danger('routing', `${after.title} sends traffic to ${list(won)} instead of ${list(lost)}.`);
  } else if (lost.length > 0) yield danger('routing', `${after.title} no longer sends traffic to ${list(lost)}.`);
  else if (won.length > 0) yield danger('routing', `${after.title} sends traffic to ${list(won)} from now on.`);
  if (changesWithin(change, 'spec.selector').length > 0 && lost.length === 0 && won.length === 0) {
    yield danger('routing', `${after.title} selects its Pods by other labels.`);
  }
  const closedBefore = new Set(closedPorts(before, landscapes.before));
  const closed = closedPorts(after, landscapes.after).filter((sentence) => !closedBefore.has(sentence));
  for (const sentence of closed) yield danger('routing', sentence);
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

/** Ports that lead to no port of the Pods behind a Service. */
function closedPorts(service: Entity, landscape: Landscape): readonly string[] {
  const isOpen = isHeadless(service);
  return portsOf(service).flatMap((port) => {
    if (port === undefined || (typeof port.target === 'number' && isOpen)) return [];
    const { name, target } = port;
    const titles = backendsOf(service, landscape)
      .filter((workload) => leadsTo(port, workload) === 'no')
      .map(({ entity }) => entity.title);
    const title = name === undefined ? port.port : `\`${name}\` (${port.port})`;
    return titles.map(
      (workload) =>
        `Port ${title} of ${service.title} leads nowhere: no container of ${workload} has a port ${typeof target === 'string' ? 'named ' : ''}\`${target}\`.`,
    );
  });
}

function targetsOf(service: Entity, landscape: Landscape): readonly string[] {
  return landscape.selectedBy(textsOf(service.read('spec', 'selector')), service).map(({ entity }) => entity.title);
}
