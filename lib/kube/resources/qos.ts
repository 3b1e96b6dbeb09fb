import type { PodSpec } from '../api/pod';
import type { ResourceRequirements } from '../api/resources';
import { containersOf, type PlacedContainer } from '../containers';
import { FieldPath } from '../field-path';
import { amountOf, amountsOf } from './amounts';
import type { KubernetesVersion } from '../version';
import { NEWEST_VERSION, withHeldResources } from './held-resources';

/**
 * How well a Pod is protected when its node runs out of memory: `BestEffort` is killed first, `Guaranteed` last.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/
 */
export type QosClass = 'BestEffort' | 'Burstable' | 'Guaranteed';

/** The QoS class of a Pod and what makes it so. */
export interface QosVerdict {
  readonly qosClass: QosClass;
  /** The field that decides: the first that would have to change for another class. */
  readonly path: string;
  /** Why, as the second half of a sentence about that field. */
  readonly because: string;
}

/**
 * The QoS class that the API server writes into the status of a Pod, judged on the defaulted Pod. Init containers and
 * sidecars count like all others; where the Pod itself has resources (from 1.34 on), they alone decide.
 *
 * @param version The Kubernetes version that judges.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/
 */
export function qosOf(
  spec: PodSpec,
  version: KubernetesVersion = NEWEST_VERSION,
  path: FieldPath = FieldPath.of('spec'),
): QosVerdict {
  const defaulted = withHeldResources(spec, version);
  if (defaulted.resources !== undefined) return verdictOn(defaulted.resources, path.child('resources'));
  const counted = containersOf(defaulted, path).filter(({ role }) => role !== 'ephemeral');
  return joined(counted, path);
}

const COUNTED = ['cpu', 'memory'];

/** One container without a word and one with everything make a Pod in between. */
function joined(containers: readonly PlacedContainer[], path: FieldPath): QosVerdict {
  const verdicts = containers.map((each) => verdictOn(each.container.resources ?? {}, each.path.child('resources')));
  const between = verdicts.find(({ qosClass }) => qosClass === 'Burstable');
  if (between !== undefined) return between;
  const silent = verdicts.find(({ qosClass }) => qosClass === 'BestEffort');
  if (silent === undefined && verdicts.length > 0) {
    return {
      qosClass: 'Guaranteed',
      path: path.child('containers').toString(),
      because: 'every container requests its limits',
    };
  }
  if (silent === undefined || verdicts.every(({ qosClass }) => qosClass === 'BestEffort')) {
    const because = 'no container requests or limits cpu or memory';
    return { qosClass: 'BestEffort', path: path.child('containers').toString(), because };
  }
  return { ...silent, qosClass: 'Burstable', because: 'has no cpu and memory limits, and the other containers have' };
}

function verdictOn(resources: ResourceRequirements, path: FieldPath): QosVerdict {
  const requests = amountsOf(resources.requests);
  const limits = amountsOf(resources.limits);
  const isSet = (resource: string) => !amountOf(requests, resource).isZero() || !amountOf(limits, resource).isZero();
  const uneven = COUNTED.find((resource) => !amountOf(requests, resource).equals(amountOf(limits, resource)));
  if (uneven !== undefined) return unevenVerdict(uneven, limits.has(uneven), path);
  const missing = COUNTED.filter((resource) => !isSet(resource));
  const [first] = missing;
  if (first === undefined) {
    return { qosClass: 'Guaranteed', path: path.toString(), because: 'requests its limits of cpu and memory' };
  }
  if (missing.length === COUNTED.length) {
    return { qosClass: 'BestEffort', path: path.toString(), because: 'requests and limits neither cpu nor memory' };
  }
  return {
    qosClass: 'Burstable',
    path: path.child('limits').child(first).toString(),
    because: `there is no ${first} limit`,
  };
}

function unevenVerdict(resource: string, isLimited: boolean, path: FieldPath): QosVerdict {
  const field = isLimited ? 'requests' : 'limits';
  const because = isLimited ? `the ${resource} request is not the limit` : `there is no ${resource} limit`;
  return { qosClass: 'Burstable', path: path.child(field).child(resource).toString(), because };
}
