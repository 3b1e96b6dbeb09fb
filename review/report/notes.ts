import { textOf } from '../entity';
import type { Subject } from './subject';
import { code, names, sentences } from './words';

/** What a reader of the YAML should know beside it: what admission adds, and what the nodes must be able to do. */
export function notesOf(subject: Subject): string[] {
  const { sidecars, workload } = subject;
  return sentences(
    ...injectionTexts(subject),
    sidecars.length > 0 &&
      'its nodes need Kubernetes 1.29 or later: before, a sidecar was an init container that never ends',
    (workload.spec.ephemeralContainers ?? []).length > 0 &&
      'ephemeral containers belong to a running Pod: nothing in Git brings them back',
  );
}

/** Labels and annotations by which well-known webhooks put containers into a Pod. */
const INJECTORS: readonly (readonly [key: string, value: string, who: string])[] = [
  ['sidecar.istio.io/inject', 'true', 'Istio'],
  ['linkerd.io/inject', 'enabled', 'Linkerd'],
  ['linkerd.io/inject', 'ingress', 'Linkerd'],
  ['vault.hashicorp.com/agent-inject', 'true', 'Vault'],
  ['consul.hashicorp.com/connect-inject', 'true', 'Consul'],
  ['sidecar.opentelemetry.io/inject', 'true', 'OpenTelemetry'],
];

function injectionTexts({ around, workload }: Subject): string[] {
  const { annotations = {}, labels = {} } = workload.metadata;
  const { namespace } = workload.entity.identity;
  const own = INJECTORS.filter(([key, value]) => labels[key] === value || annotations[key] === value);
  const ofNamespace = namespace === undefined ? undefined : around.clusterWide('Namespace', namespace, workload.entity);
  const isMeshed =
    textOf(ofNamespace?.labels['istio-injection']) === 'enabled' && labels['sidecar.istio.io/inject'] !== 'false';
  return [
    ...[...new Set(own.map(([, , who]) => who))].map(
      (who) =>
        `${who} adds to its Pods when they are made (${names([...new Set(own.filter(([, , by]) => by === who).map(([key]) => key))])}): more runs than stands here`,
    ),
    ...(isMeshed
      ? [
          `Istio adds to its Pods when they are made (namespace ${code(namespace ?? '')} has \`istio-injection\`): more runs than stands here`,
        ]
      : []),
  ];
}
