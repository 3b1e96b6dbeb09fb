import { deployment, soundContainer } from './objects';

/** Fields of an object, some of them changed. */
export type Fields = Record<string, unknown>;

/** Where the spec of the Pods of an owner stands. */
export const POD = 'spec.template.spec';
/** Where its first container stands. */
export const CONTAINER = `${POD}.containers[0]`;

/** The sound Deployment with other fields of its Pods. */
export function ofPod(podSpec: Fields): Fields {
  return deployment({}, podSpec);
}

/** The sound Deployment with another container beside its own. */
export function beside(...containers: Fields[]): Fields {
  return ofPod({ containers: [soundContainer(), ...containers.map(other)] });
}

/** The sound Deployment with init containers, or sidecars. */
export function after(...initContainers: Fields[]): Fields {
  return ofPod({ initContainers: initContainers.map(other) });
}

/** The sound Deployment with volumes, and mounts in its container. */
export function mounting(volume: Fields, mount: Fields = {}, container: Fields = {}): Fields {
  const { name } = { name: 'files', ...volume };
  return deployment(
    { volumeMounts: [{ name, mountPath: '/files', ...mount }], ...container },
    { volumes: [{ name, ...volume }] },
  );
}

/** The sound Deployment as another kind of owner. */
export function owned(kind: 'DaemonSet' | 'StatefulSet', container: Fields = {}, podSpec: Fields = {}): Fields {
  return { ...deployment(container, podSpec), kind };
}

/** A Job that runs the sound container. */
export function job(container: Fields = {}, podSpec: Fields = {}, spec: Fields = {}): Fields {
  const { metadata, template } = partsOf(deployment(finite(container), { restartPolicy: 'Never', ...podSpec }));
  return { apiVersion: 'batch/v1', kind: 'Job', metadata, spec: { template, ...spec } };
}

/** A Pod that nobody owns. */
export function pod(container: Fields = {}, podSpec: Fields = {}): Fields {
  const { metadata, template } = partsOf(deployment(container, podSpec));
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec: template['spec'] };
}

/** A Service before the sound Deployment. */
export function service(spec: Fields = {}): Fields {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'api', namespace: 'shop' },
    spec: { selector: { 'app.kubernetes.io/name': 'api' }, ports: [{ port: 80, targetPort: 'http' }], ...spec },
  };
}

function other(container: Fields): Fields {
  return { ...soundContainer(), readinessProbe: undefined, ports: undefined, name: 'other', ...container };
}

/** What runs to its end has no probe. */
function finite(container: Fields): Fields {
  return { readinessProbe: undefined, ...container };
}

function partsOf(object: Fields): { readonly metadata: unknown; readonly template: Fields } {
  const { template } = object['spec'] as { readonly template: Fields };
  return { metadata: object['metadata'], template };
}
