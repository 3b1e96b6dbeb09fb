import { secondsToNotice, secondsUntilFailure } from '../../../lib/kube/lifecycle';
import type { Probe } from '../../../lib/kube/api/probe';
import { isDistroless } from '../../knowledge/image-shell';
import { probesOf, type PlacedProbe } from '../../knowledge/probes';
import { needsShell } from '../../knowledge/script';
import { actionText, failuresText } from '../../report/probe-words';
import { nameOf, restartPolicyOf } from '../../report/subject';
import { code, seconds } from '../../report/words';
import type { ReviewedContainer } from '../../workload';
import { cause, type Cause } from '../cause';
import type { Scene } from '../scene';

/** The probes by which a container is killed, with the seconds that it has. */
export function killCauses(placed: ReviewedContainer, scene: Scene): Cause[] {
  return probesOf(placed)
    .filter(({ name }) => name !== 'readinessProbe')
    .map((placedProbe) => {
      const never = neverText(placedProbe, placed);
      const { path, probe } = placedProbe;
      return never === undefined
        ? cause('likely', killText(placedProbe, placed, scene), path, scene.warnings)
        : cause(
            'certain',
            `${never}: the container ${killedText(placed, scene)} after ${seconds(secondsUntilFailure(probe))}`,
            path,
            scene.warnings,
          );
    });
}

/** Why a probe can never succeed, as a text; undefined where nothing says so. */
export function neverText({ name, probe }: PlacedProbe, { container }: ReviewedContainer): string | undefined {
  const port = undeclaredPort(probe, container);
  if (port !== undefined)
    return `the \`${name}\` of ${code(nameOf({ container }))} asks on port ${code(port)}, and the container has no port of that name`;
  if (isDistroless(container.image) && needsShell(probe.exec?.command))
    return `the \`${name}\` of ${code(nameOf({ container }))} runs ${code(probe.exec?.command?.[0] ?? '')}, which its image does not have`;
  return undefined;
}

function undeclaredPort(
  { httpGet, tcpSocket }: Probe,
  { ports = [] }: ReviewedContainer['container'],
): string | undefined {
  const port = httpGet?.port ?? tcpSocket?.port;
  if (typeof port !== 'string' || /^\d+$/.test(port)) return undefined;
  return ports.some(({ name }) => name === port) ? undefined : port;
}

function killText({ name, probe }: PlacedProbe, placed: ReviewedContainer, scene: Scene): string {
  const { container } = placed;
  const asked = actionText(probe, container);
  const killed = killedText(placed, scene);
  if (name === 'startupProbe')
    return `${code(nameOf(placed))} ${killed} when ${asked} has not succeeded within ${seconds(secondsUntilFailure(probe))} of its start: it starts too slowly, or does not listen there`;
  const since =
    container.startupProbe === undefined
      ? `, so it has ${seconds(secondsUntilFailure(probe))} from its start to answer: there is no startup probe`
      : '';
  return `${code(nameOf(placed))} ${killed} when ${asked} ${failuresText(probe)}, ${seconds(secondsToNotice(probe))} at most${since}`;
}

function killedText(placed: ReviewedContainer, { subject: { spec } }: Scene): string {
  return restartPolicyOf(placed, spec) === 'Never' ? 'is killed' : 'is killed and started again';
}
