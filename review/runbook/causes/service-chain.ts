import { textsOf, type Entity } from '../../entity';
import { portsOf, type ServicePort } from '../../knowledge/service-port';
import { nameWord } from '../../knowledge/shell-word';
import { kubectl, selectorText } from '../../report/handles';
import { labelsText } from '../../report/requirement-words';
import { nameOf } from '../../report/subject';
import { code, list, sentence } from '../../report/words';
import type { Scene } from '../scene';
import type { Check } from '../state';

/** From the labels to the clients: what has to hold, link by link, for each Service that selects the Pods. */
export function serviceChain(scene: Scene): Check[] {
  const { handles, subject } = scene;
  if (subject.services.length === 0) return [];
  return [
    ...subject.services.map((service) => selectorLink(service, scene)),
    {
      sentence: sentence(`the Pods are ready: ${readyText(scene)}`),
      command: kubectl('get pods', handles, ...podWords(scene)),
    },
    ...subject.services.flatMap((service) => endpointLinks(service, scene)),
    ...policyLinks(scene),
  ];
}

/** The Pods in words of a command: by their labels, or the one by its name. */
export function podWords({ handles }: Scene): readonly string[] {
  return handles.selector.length > 0 ? [...handles.selector, '-o', 'wide'] : ['-o', 'wide'];
}

function selectorLink(service: Entity, { handles }: Scene): Check {
  const selector = textsOf(service.read('spec', 'selector'));
  return {
    sentence: sentence(
      `the labels: Service ${code(service.identity.name)} selects ${labelsText(selector)}, which these Pods carry`,
    ),
    command: kubectl('get pods', handles, '-l', selectorText({ matchLabels: selector }), '--show-labels'),
  };
}

function readyText({ subject: { running, spec } }: Scene): string {
  const probed = running.filter(({ container }) => container.readinessProbe !== undefined).map(nameOf);
  const gates = (spec.readinessGates ?? []).length > 0 ? ' and every readiness gate' : '';
  return probed.length === 0
    ? `no container has a readiness probe, so that each counts as ready while it runs${gates === '' ? '' : ';  its readiness gates decide'}`
    : `${list(probed.map(code))} ${probed.length === 1 ? 'says' : 'say'} so by ${probed.length === 1 ? 'its probe' : 'their probes'}${gates}`;
}

function endpointLinks(service: Entity, { handles }: Scene): Check[] {
  const name = nameWord(service.identity.name, 'SERVICE');
  const early =
    service.read('spec', 'publishNotReadyAddresses') === true ? ', ready or not (`publishNotReadyAddresses`)' : '';
  const ports = portsOf(service).flatMap((port) => (port === undefined ? [] : [portText(port)]));
  return [
    {
      sentence: sentence(
        `the EndpointSlice: Service ${code(service.identity.name)} lists the addresses of the Pods${early}${ports.length === 0 ? '' : `, ${list(ports)}`}`,
      ),
      command: kubectl('get endpointslices', handles, '-l', `kubernetes.io/service-name=${name}`),
    },
  ];
}

function portText({ name, port, protocol, target }: ServicePort): string {
  const called = name === undefined ? `port ${port}` : `port ${code(name)} (${port})`;
  const number = protocol === 'TCP' ? code(target) : code(`${target}/${protocol}`);
  return `${called} by way of ${number}`;
}

function policyLinks({ handles, subject: { around, workload } }: Scene): Check[] {
  const policies = around.landscape.policiesOf(workload);
  if (policies.length === 0) return [];
  const all = list(policies.map(({ identity }) => code(identity.name)));
  return [
    {
      sentence: sentence(`the network: NetworkPolicy ${all} ${policies.length === 1 ? 'lets' : 'let'} the clients in`),
      command: kubectl(
        'describe networkpolicy',
        handles,
        ...policies.map(({ identity }) => nameWord(identity.name, 'POLICY')),
      ),
    },
  ];
}
