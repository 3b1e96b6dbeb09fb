import { labelsText } from '../../report/requirement-words';
import { textsOf } from '../../entity';
import { leadsTo, portsOf } from '../../knowledge/service-port';
import { probesOf } from '../../knowledge/probes';
import { nameWord } from '../../knowledge/shell-word';
import { kubectl } from '../../report/handles';
import { actionText, rhythmText } from '../../report/probe-words';
import { readyOf } from '../../report/ready';
import { lifeOf, nameOf } from '../../report/subject';
import { code, list, names, seconds, sentences, times } from '../../report/words';
import { serviceChain } from '../causes/service-chain';
import { neverText } from '../causes/probes';
import { cause, type Cause } from '../cause';
import type { Scene } from '../scene';
import type { Chapter } from '../state';

/** It runs, and gets no traffic. */
export const notReady: Chapter = {
  state: 'NotReady',
  aliases: ['Unready', 'ContainersNotReady', 'ReadinessGatesNotReady'],
  meaning: ({ subject }) =>
    sentences(
      `its condition \`Ready\` is \`False\`: it runs, the column READY shows less than ${code(readyOf(subject).expected.replace(/^0/, String(subject.running.length)))}, and nothing is restarted for it`,
      subject.services.length > 0 &&
        `${subject.services.length === 1 ? 'Service' : 'Services'} ${names(subject.services.map(({ identity }) => identity.name))} ${subject.services.length === 1 ? 'sends' : 'send'} it no traffic while that is so`,
      `the condition needs every container to be ready (\`ContainersReady\`)${subject.sidecars.length > 0 ? ', sidecars too' : ''}${(subject.spec.readinessGates ?? []).length > 0 ? ', and every readiness gate to be `True`' : ''}`,
    ),
  causes: (scene) => [
    ...probeCauses(scene),
    ...runningCauses(scene),
    ...gateCauses(scene),
    ...minimumCauses(scene),
    ...portCauses(scene),
  ],
  chain: serviceChain,
};

function probeCauses(scene: Scene): Cause[] {
  return scene.subject.running.flatMap((placed) =>
    probesOf(placed).flatMap((placedProbe) => {
      const { name, path, probe } = placedProbe;
      // A sidecar that has not started holds up the start: that is another state.
      if (name === 'livenessProbe' || (name === 'startupProbe' && placed.role === 'sidecar')) return [];
      const never = neverText(placedProbe, placed);
      if (never !== undefined) return [cause('certain', `${never}: it is never ready`, path, scene.warnings)];
      const asked = actionText(probe, placed.container);
      const text =
        name === 'startupProbe'
          ? `${code(nameOf(placed))} has not started yet: ${asked} has not succeeded, and its other probes wait for that`
          : `${code(nameOf(placed))} has failed its readiness probe${(probe.failureThreshold ?? 3) === 1 ? '' : ` ${times(probe.failureThreshold ?? 3)} in a row`}: ${asked}, ${rhythmText(probe)}`;
      return [cause('likely', text, path, scene.warnings)];
    }),
  );
}

/** One that does not run is not ready, whether it has a probe or not. */
function runningCauses(scene: Scene): Cause[] {
  const { subject } = scene;
  // What is to end is not waited for.
  if (lifeOf(subject) === 'finite' && subject.services.length === 0) return [];
  const silent = subject.running.filter(({ container }) => container.readinessProbe === undefined);
  const [first] = silent;
  if (first === undefined) return [];
  const ends =
    lifeOf(subject) === 'lasting' ? 'does not run: it waits or crashes' : 'does not run: it waits, or has ended';
  const text = `${names(silent.map(nameOf), 'or')} ${ends}; without a readiness probe ${silent.length === 1 ? 'it is' : 'they are'} ready whenever ${silent.length === 1 ? 'it runs' : 'they run'}`;
  return [cause(silent.length === subject.running.length ? 'likely' : 'possible', text, first.path, scene.describePod)];
}

function gateCauses({ handles, subject: { spec, workload } }: Scene): Cause[] {
  return (spec.readinessGates ?? []).map(({ conditionType }, position) =>
    cause(
      'likely',
      `nothing has set the condition ${code(conditionType)} to \`True\`: whoever has to, a load balancer's controller for one, does not run or has not got that far`,
      workload.specPath.child('readinessGates').index(position),
      kubectl('get pod', handles, handles.pod, '-o', 'wide'),
    ),
  );
}

function minimumCauses({ handles, subject: { owner } }: Scene): Cause[] {
  const minimum = 'spec' in owner && 'minReadySeconds' in owner.spec ? owner.spec.minReadySeconds : undefined;
  if (minimum === undefined || minimum <= 0 || handles.owner === undefined) return [];
  return [
    cause(
      'possible',
      `the Pod is ready and does not count yet: its rollout takes it for available after ${seconds(minimum)} of readiness`,
      'spec.minReadySeconds',
      kubectl('rollout status', handles, handles.owner),
    ),
  ];
}

/** Ready Pods that nobody reaches look unready from outside. */
function portCauses({ handles, subject }: Scene): Cause[] {
  const { around, services, workload } = subject;
  const lost = services.flatMap((service) =>
    portsOf(service).flatMap((port) =>
      port !== undefined && leadsTo(port, workload) === 'no'
        ? [
            cause(
              'certain',
              `port ${port.port} of Service ${code(service.identity.name)} leads to ${code(port.target)}, which no container of the Pod declares: ${typeof port.target === 'string' ? 'nobody reaches it there' : 'somebody has to listen there all the same'}`,
              workload.specPath.child('containers'),
              kubectl('describe service', handles, nameWord(service.identity.name, 'SERVICE')),
            ),
          ]
        : [],
    ),
  );
  const missed = around.landscape.beside('Service', workload.entity).flatMap((service) => {
    const selector = textsOf(service.read('spec', 'selector'));
    const wrong = Object.entries(selector).filter(([key, value]) => workload.podLabels[key] !== value);
    const isNear = wrong.length > 0 && wrong.length < Object.keys(selector).length;
    const isOurs = isNear && around.landscape.selectedBy(selector, service).length === 0;
    const sameName = service.identity.name === workload.entity.identity.name && wrong.length > 0;
    return isOurs || (sameName && around.landscape.selectedBy(selector, service).length === 0)
      ? [
          cause(
            'certain',
            `Service ${code(service.identity.name)} selects no Pod here: it asks for ${labelsText(Object.fromEntries(wrong))}, and these Pods carry ${list(wrong.map(([key]) => (workload.podLabels[key] === undefined ? `no ${code(key)}` : code(`${key}=${workload.podLabels[key]}`))))}`,
            workload.path.child('metadata').child('labels'),
            kubectl('describe service', handles, nameWord(service.identity.name, 'SERVICE')),
          ),
        ]
      : [];
  });
  return [...lost, ...missed];
}
