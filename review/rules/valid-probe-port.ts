import type { IntOrString } from '../../lib/kube/api/scalars';
import type { FieldPath } from '../../lib/kube/field-path';
import { hooksOf, probesOf } from '../knowledge/probes';
import { titleOfPort } from '../knowledge/serving';
import type { ContainerRule } from '../rule';

/** A name is looked up among the ports of the same container, and nowhere else. */
export const validProbePort: ContainerRule = {
  id: 'valid-probe-port',
  about: 'container',
  severity: 'info',
  title: 'Probes and hooks ask ports that the container declares',
  consequence: 'Nobody who changes the port can see from the manifest that a probe depends on it.',
  fix: 'Declare the port under `ports` with a name, and use the name in the probe.',
  see: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#use-a-named-port',
  *check(reviewed) {
    const { ports = [] } = reviewed.container;
    for (const [path, asked, host] of portsAsked(reviewed)) {
      if (host !== undefined) continue;
      if (ports.some(({ containerPort, name }) => name === asked || String(containerPort) === String(asked))) continue;
      const isName = typeof asked === 'string' && !/^\d+$/.test(asked);
      const declared = ports.length === 0 ? 'declares none' : `declares ${ports.map(titleOfPort).join(', ')}`;
      yield {
        path,
        ...(isName && {
          severity: 'error',
          fix: `Give one of the container's own ports the name \`${asked}\`; without it the probe fails every time.`,
        }),
        found: `Port \`${asked}\` is asked for, and the container ${declared}.`,
      };
    }
  },
};

function portsAsked(reviewed: Parameters<typeof probesOf>[0]) {
  const handlers = [
    ...probesOf(reviewed).map(({ path, probe }) => [path, probe] as const),
    ...hooksOf(reviewed).map(({ hook, path }) => [path, hook] as const),
  ];
  return handlers.flatMap(([path, handler]) =>
    (['httpGet', 'tcpSocket'] as const).flatMap((name): (readonly [FieldPath, IntOrString, string | undefined])[] => {
      const { host, port } = handler[name] ?? {};
      return port === undefined ? [] : [[path.child(name).child('port'), port, host]];
    }),
  );
}
