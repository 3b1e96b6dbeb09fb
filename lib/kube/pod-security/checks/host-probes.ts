import type { HTTPGetAction, TCPSocketAction } from '../../api/probe';
import type { PlacedContainer } from '../../containers';
import type { FieldPath } from '../../field-path';
import type { PodSecurityCheck } from '../check';
import { named, plural, quoted, sorted } from '../phrases';

/** Probes and lifecycle handlers must not reach out to another host: the kubelet would do it from the node. */
export const hostProbes: PodSecurityCheck = {
  id: 'hostProbesAndHostLifecycle',
  level: 'baseline',
  since: 34,
  judge: ({ containers }) => {
    const found: FoundHost[] = [];
    for (const placed of containers) addHostsOf(placed, found);
    if (found.length === 0) return undefined;
    const names = sorted(found.map(({ container }) => container));
    const hosts = sorted(found.map(({ host }) => host));
    return {
      reason: 'probe or lifecycle host',
      detail: `${named('container', names)} ${names.length === 1 ? 'uses' : 'use'} ${plural('probe or lifecycle host', hosts.length)} ${quoted(hosts)}`,
      places: found.map(({ path, container }) => ({ path, container })),
    };
  },
};

const ACTIONS = ['httpGet', 'tcpSocket'] as const;

interface FoundHost {
  readonly host: string;
  readonly path: string;
  readonly container: string;
}

interface Handler {
  readonly httpGet?: HTTPGetAction;
  readonly tcpSocket?: TCPSocketAction;
}

function addHostsOf({ container, path }: PlacedContainer, found: FoundHost[]): void {
  const { livenessProbe, readinessProbe, startupProbe, lifecycle, name } = container;
  addHosts(found, name, livenessProbe, path, 'livenessProbe');
  addHosts(found, name, readinessProbe, path, 'readinessProbe');
  addHosts(found, name, startupProbe, path, 'startupProbe');
  if (lifecycle === undefined) return;
  addHosts(found, name, lifecycle.postStart, path.child('lifecycle'), 'postStart');
  addHosts(found, name, lifecycle.preStop, path.child('lifecycle'), 'preStop');
}

function addHosts(
  found: FoundHost[],
  container: string,
  handler: Handler | undefined,
  path: FieldPath,
  field: string,
): void {
  if (handler === undefined) return;
  for (const action of ACTIONS) {
    const host = handler[action]?.host ?? '';
    if (host === '') continue;
    found.push({ host, path: path.child(field).child(action).child('host').toString(), container });
  }
}
