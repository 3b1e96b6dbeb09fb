import { textsOf, type Entity } from '../../entity';
import { leadsTo, portsOf } from '../../knowledge/service-port';
import { nameWord } from '../../knowledge/shell-word';
import { kubectl } from '../../report/handles';
import { labelsText } from '../../report/requirement-words';
import { code, list } from '../../report/words';
import { cause, type Cause } from '../cause';
import type { Scene } from '../scene';

/** Why Pods that are ready get no traffic, which looks the same from outside. */
export function serviceCauses(scene: Scene): Cause[] {
  const { around, services, workload } = scene.subject;
  return [
    ...services.flatMap((service) => portCauses(service, scene)),
    ...around.landscape.beside('Service', workload.entity).flatMap((service) => selectorCauses(service, scene)),
  ];
}

function describe({ identity: { name } }: Entity, { handles }: Scene): string {
  return kubectl('describe service', handles, nameWord(name, 'SERVICE'));
}

function portCauses(service: Entity, scene: Scene): Cause[] {
  const { workload } = scene.subject;
  return portsOf(service).flatMap((port) => {
    if (port === undefined || leadsTo(port, workload) !== 'no') return [];
    const isName = typeof port.target === 'string';
    const text = `port ${port.port} of Service ${code(service.identity.name)} leads to ${code(port.target)}, which no container of the Pod declares: ${isName ? 'nobody reaches it there' : 'something has to listen there all the same'}`;
    const path = workload.specPath.child('containers');
    return [cause(isName ? 'certain' : 'possible', text, path, describe(service, scene))];
  });
}

/** A Service that selects nothing, and is called like the workload or asks for some of its labels. */
function selectorCauses(service: Entity, scene: Scene): Cause[] {
  const { around, workload } = scene.subject;
  const wanted = textsOf(service.read('spec', 'selector'));
  const labels = Object.entries(wanted);
  const wrong = labels.filter(([key, value]) => workload.podLabels[key] !== value);
  const isNamesake = service.identity.name === workload.entity.identity.name;
  const isMeant = isNamesake || wrong.length < labels.length;
  if (wrong.length === 0 || !isMeant || around.landscape.selectedBy(wanted, service).length > 0) return [];
  const own = wrong.map(([key]) => {
    const value = workload.podLabels[key];
    return value === undefined ? `no ${code(key)}` : code(`${key}=${value}`);
  });
  const text = `Service ${code(service.identity.name)} selects no Pod here: it asks for ${labelsText(Object.fromEntries(wrong))}, and these Pods carry ${list(own)}`;
  return [
    cause(
      isNamesake ? 'certain' : 'likely',
      text,
      workload.path.child('metadata').child('labels'),
      describe(service, scene),
    ),
  ];
}
