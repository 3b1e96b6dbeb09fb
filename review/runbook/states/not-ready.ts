import type { Entity } from '../../entity';
import { clientServicesOf } from '../../knowledge/traffic';
import { probesOf } from '../../knowledge/probes';
import { kubectl } from '../../report/handles';
import { actionText, rhythmText } from '../../report/probe-words';
import { lifeOf, nameOf } from '../../report/subject';
import { code, list, names, seconds, sentences, times } from '../../report/words';
import { serviceCauses } from '../causes/service';
import { serviceChain } from '../causes/service-chain';
import { neverText } from '../causes/probes';
import { cause, type Cause } from '../cause';
import type { Scene } from '../scene';
import type { Chapter } from '../state';

/** It runs, and gets no traffic. */
export const notReady: Chapter = {
  state: 'NotReady',
  aliases: ['Unready', 'ContainersNotReady', 'ReadinessGatesNotReady'],
  meaning: ({ subject }) => {
    const { around, running, sidecars, spec, workload } = subject;
    const all = `${running.length}/${running.length}`;
    const needed = [
      `every container to be ready (\`ContainersReady\`${sidecars.length > 0 ? ', sidecars too' : ''})`,
      ...((spec.readinessGates ?? []).length > 0 ? ['every readiness gate to be `True`'] : []),
    ];
    return sentences(
      `its condition \`Ready\` is \`False\`: it runs, the column READY shows less than ${code(all)}, and nothing is restarted for it`,
      trafficText(clientServicesOf(workload, around.landscape)),
      `the condition needs ${list(needed)}`,
    );
  },
  causes: (scene) => [
    ...probeCauses(scene),
    ...runningCauses(scene),
    ...gateCauses(scene),
    ...minimumCauses(scene),
    ...serviceCauses(scene),
  ],
  chain: serviceChain,
};

function trafficText(services: readonly Entity[]): string | undefined {
  const all = names(services.map(({ identity }) => identity.name));
  if (services.length === 0) return undefined;
  return services.length === 1
    ? `Service ${all} sends it no traffic while that is so`
    : `Services ${all} send it no traffic while that is so`;
}

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
