import type { HTTPGetAction, TCPSocketAction } from '../../api/probe';
import type { PlacedContainer } from '../../containers';
import type { PodSecurityCheck } from '../check';
import { named, plural, quoted, sorted } from '../phrases';

/** Probes and lifecycle handlers must not reach out to another host: the kubelet would do it from the node. */
export const hostProbes: PodSecurityCheck = {
  id: 'hostProbesAndHostLifecycle',
  level: 'baseline',
  since: 34,
  judge: ({ containers }) => {
    const found = containers.flatMap(hostsOf);
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

function hostsOf({ container, path }: PlacedContainer): FoundHost[] {
  const { livenessProbe, readinessProbe, startupProbe, lifecycle, name } = container;
  const handlers: readonly (readonly [Handler | undefined, readonly string[]])[] = [
    [livenessProbe, ['livenessProbe']],
    [readinessProbe, ['readinessProbe']],
    [startupProbe, ['startupProbe']],
    [lifecycle?.postStart, ['lifecycle', 'postStart']],
    [lifecycle?.preStop, ['lifecycle', 'preStop']],
  ];
  return handlers.flatMap(([handler, steps]) =>
    handler === undefined
      ? []
      : ACTIONS.flatMap((action) => {
          const host = handler[action]?.host ?? '';
          if (host === '') return [];
          const place = [...steps, action, 'host'].reduce((at, step) => at.child(step), path);
          return [{ host, path: place.toString(), container: name }];
        }),
  );
}
