import type { ContainerModel } from '../lib/pod/model';
import { isRecord } from '../lib/kube/is-record';
import type { OpenPod } from './pattern';

/** The number of a port of the Pod by its name; undefined where there is none. */
export function tryPortNumber(pod: OpenPod, name: string): number | undefined {
  const port = pod.model.containers.flatMap(portsOf).find((entry) => entry['name'] === name);
  return typeof port?.['containerPort'] === 'number' ? port['containerPort'] : undefined;
}

/** The Pod, refused where it has no port of that name, which one of its helpers relies on. */
export function refusingUnknownPort(pod: OpenPod, helper: string, relies: string, port: string): OpenPod {
  if (tryPortNumber(pod, port) !== undefined) return pod;
  const detail = `${relies} port "${port}", and no container of this Pod has one of that name`;
  return pod.refuse({ code: 'unknown-port', path: 'ports', type: 'NotFound', value: port, detail }, helper);
}

function portsOf({ container: { ports }, role }: ContainerModel): readonly Readonly<Record<string, unknown>>[] {
  return role !== 'init' && Array.isArray(ports) ? ports.filter(isRecord) : [];
}
