import { list } from '../../report/words';
import { isAtOrBelow } from '../../../lib/kube/field-path';
import { tryQuantity } from '../../../lib/kube/quantity';
import { listOf, textOf, type Entity } from '../../entity';
import { danger, notice, type Consequence } from '../consequence';
import { changesWithin, type Change } from '../change';
import type { FieldChange } from '../field-changes';

/** Fields that the API server does not let anybody change: the object has to be deleted and created anew. */
export function* immutableConsequences(change: Change): Generator<Consequence> {
  const { before, after } = change;
  if (before === undefined || after === undefined || before.identity.name !== after.identity.name) return;
  const frozen = frozenChanges(change, after.identity.kind, before);
  if (frozen.length === 0) return;
  const paths = [...new Set(frozen.map(({ path }) => `\`${path}\``))];
  const more = paths.length - MOST_NAMED;
  const rest = more > 0 ? [`${more} more ${more === 1 ? 'field' : 'fields'}`] : [];
  const fields = list([...paths.slice(0, MOST_NAMED), ...rest]);
  yield danger(
    'recreation',
    `The API server refuses to change ${fields} of ${after.title}: it has to be deleted and created anew${ALONG[after.identity.kind] ?? ''}.`,
  );
  if (frozen.some(({ path }) => path.startsWith('spec.volumeClaimTemplates'))) {
    yield notice(
      'data',
      `Claims that Pods of ${after.title} have already stay as they are, whatever its templates say.`,
    );
  }
}

/** Whether something changes that the API server does not let anybody change. */
export function hasFrozenChanges(change: Change): boolean {
  const { before, after } = change;
  return (
    before !== undefined &&
    after?.identity.name === before.identity.name &&
    frozenChanges(change, after.identity.kind, before).length > 0
  );
}

/** What else goes with the old object. */
const ALONG: Readonly<Record<string, string>> = {
  DaemonSet: ', and its Pods with it',
  Deployment: ', and its Pods with it',
  Job: ', and does its work once more',
  ReplicaSet: ', and its Pods with it',
  StatefulSet: ', and its Pods with it unless they are left behind (`--cascade=orphan`)',
};

const MOST_NAMED = 3;

function frozenChanges(change: Change, kind: string, before: Entity): readonly FieldChange[] {
  if (kind === 'StatefulSet') return changesWithin(change, 'spec').filter(({ path }) => !isFree(path, STATEFUL_SET));
  if (kind === 'Pod') return changesWithin(change, 'spec').filter(({ path }) => !POD.test(path));
  if (kind === 'PersistentVolumeClaim') {
    return changesWithin(change, 'spec').filter((each) => !isFree(each.path, CLAIM) || isSmaller(each));
  }
  if (kind === 'ConfigMap' || kind === 'Secret') {
    const isImmutable = before.read('immutable') === true;
    const own = kind === 'Secret' ? ['type'] : [];
    return changesWithin(change, ...own, ...(isImmutable ? ['data', 'binaryData', 'stringData', 'immutable'] : []));
  }
  if (kind === 'Job') return changesWithin(change, ...JOB, ...(isElastic(change) ? [] : ['spec.completions']));
  // An address that is left out stays as it is; any other than the one that the Service got is refused.
  if (kind === 'Service') {
    const hadNone = before.read('spec', 'type') === 'ExternalName';
    return changesWithin(change, 'spec.clusterIP', 'spec.clusterIPs').filter(
      ({ after: ip }) => !hadNone && hasAddress(ip),
    );
  }
  if (kind === 'RoleBinding' || kind === 'ClusterRoleBinding') return changesWithin(change, 'roleRef');
  return changesWithin(change, ...(FROZEN[kind] ?? []));
}

/** Whether a Service asks for an address, or for none. */
function hasAddress(ip: unknown): boolean {
  return textOf(ip) !== '' || listOf(ip).length > 0;
}

/** A claim may grow; to ask for less than the volume has is refused. */
function isSmaller({ path, before, after }: FieldChange): boolean {
  if (path !== 'spec.resources.requests.storage') return false;
  const [was, is] = [tryQuantity(textOf(before)), tryQuantity(textOf(after))];
  return was !== undefined && is !== undefined && is.compare(was) < 0;
}

/** An indexed Job may get more or fewer indexes, where as many Pods run at a time. */
function isElastic({ after }: Change): boolean {
  return (
    after?.read('spec', 'completionMode') === 'Indexed' &&
    after.read('spec', 'completions') === after.read('spec', 'parallelism')
  );
}

function isFree(path: string, free: readonly string[]): boolean {
  return free.some((field) => isAtOrBelow(path, field));
}

const FROZEN: Readonly<Record<string, readonly string[]>> = {
  DaemonSet: ['spec.selector'],
  Deployment: ['spec.selector'],
  PriorityClass: ['value', 'preemptionPolicy'],
  ReplicaSet: ['spec.selector'],
  RuntimeClass: ['handler'],
  StorageClass: ['provisioner', 'parameters', 'reclaimPolicy', 'volumeBindingMode'],
};

const JOB = [
  'spec.selector',
  'spec.template',
  'spec.completionMode',
  'spec.podFailurePolicy',
  'spec.backoffLimitPerIndex',
  'spec.successPolicy',
  'spec.managedBy',
];

/** What may change of a StatefulSet. */
const STATEFUL_SET = [
  'spec.replicas',
  'spec.ordinals',
  'spec.template',
  'spec.updateStrategy',
  'spec.revisionHistoryLimit',
  'spec.persistentVolumeClaimRetentionPolicy',
  'spec.minReadySeconds',
];

/** What may change of a claim: it may ask for more, and for other attributes. */
const CLAIM = ['spec.resources', 'spec.volumeAttributesClassName'];

/** What may change of a Pod: images, the deadline, new tolerations, gates that open; resources by resizing only. */
const POD =
  /^spec\.(?:(?:initContainers|containers)\[[^\]]*\]\.image$|activeDeadlineSeconds$|tolerations|schedulingGates)/;
