import { knownKinds } from './schema/schema';

/**
 * The versions by which today's servers serve a kind of Kubernetes' own, where an object uses one that no server of any
 * target serves any more: `extensions/v1beta1`, `policy/v1beta1`. Nothing for versions that are served, and for kinds of
 * others.
 *
 * @see https://kubernetes.io/docs/reference/using-api/deprecation-guide/
 */
export function successorsOf(apiVersion: string, kind: string): readonly string[] {
  const successor = RETIRED.get(`${apiVersion} ${kind}`);
  if (successor !== undefined) return [successor];
  return OWN_VERSION.test(apiVersion)
    ? knownKinds()
        .filter((known) => known.kind === kind)
        .map((known) => known.apiVersion)
    : [];
}

/** The groups of the kinds that are judged, whether there ever was such a version or not; of autoscaling, v1 is served as well. */
const OWN_VERSION =
  /^((apps|batch|extensions|networking\.k8s\.io|policy)\/)?v\d+((alpha|beta)\d+)?$|^autoscaling\/v2beta\d$/;

/** Kinds of which nothing else is known here. */
const GONE: Readonly<Record<string, readonly (readonly [kinds: string, gone: string])[]>> = {
  'admissionregistration.k8s.io/v1': [
    ['MutatingWebhookConfiguration ValidatingWebhookConfiguration', 'admissionregistration.k8s.io/v1beta1'],
  ],
  'apiextensions.k8s.io/v1': [['CustomResourceDefinition', 'apiextensions.k8s.io/v1beta1']],
  'apiregistration.k8s.io/v1': [['APIService', 'apiregistration.k8s.io/v1beta1']],
  'coordination.k8s.io/v1': [['Lease', 'coordination.k8s.io/v1beta1']],
  'discovery.k8s.io/v1': [['EndpointSlice', 'discovery.k8s.io/v1beta1']],
  'networking.k8s.io/v1': [
    ['Ingress', 'extensions/v1beta1 networking.k8s.io/v1beta1'],
    ['IngressClass', 'networking.k8s.io/v1beta1'],
  ],
  'node.k8s.io/v1': [['RuntimeClass', 'node.k8s.io/v1alpha1 node.k8s.io/v1beta1']],
  'rbac.authorization.k8s.io/v1': [
    [
      'ClusterRole ClusterRoleBinding Role RoleBinding',
      'rbac.authorization.k8s.io/v1alpha1 rbac.authorization.k8s.io/v1beta1',
    ],
  ],
  'scheduling.k8s.io/v1': [['PriorityClass', 'scheduling.k8s.io/v1alpha1 scheduling.k8s.io/v1beta1']],
  'storage.k8s.io/v1': [['CSIDriver CSINode CSIStorageCapacity StorageClass', 'storage.k8s.io/v1beta1']],
};

const RETIRED: ReadonlyMap<string, string> = new Map(
  Object.entries(GONE).flatMap(([successor, parts]) =>
    parts.flatMap(([kinds, gone]) =>
      kinds.split(' ').flatMap((kind) => gone.split(' ').map((version) => [`${version} ${kind}`, successor] as const)),
    ),
  ),
);
