import type { PersistentVolumeClaim } from '../api/persistent-volume-claim';
import { FieldPath } from '../field-path';
import { dnsLabelComplaints } from '../names';
import { tryPodOf } from '../pod-of';
import type { Problem } from '../problem';
import { ProblemList } from '../problem-list';
import { isMap } from '../schema/walk';
import { generatedName } from './object-name';
import { podWarnings } from './warnings';
import { warnOfClaim } from './warnings/claim-warnings';

/** Owners whose own name begins the names and so the host names of their Pods. */
const NAMING_PODS: readonly string[] = ['CronJob', 'Deployment', 'Job', 'ReplicaSet'];

/** What the API server would warn of when it takes an object: about its Pod, its own name, or the storage it claims. */
export function objectWarnings(object: unknown, kind: string): readonly Problem[] {
  if (kind === 'PersistentVolumeClaim') return claimWarnings(object);
  const pod = tryPodOf(object);
  const ofPod = pod === undefined ? [] : podWarnings(pod, pod.path, { holder: pod.holder });
  return NAMING_PODS.includes(kind) ? [...nameWarnings(object), ...ofPod] : ofPod;
}

function claimWarnings(object: unknown): readonly Problem[] {
  const warnings = new ProblemList();
  // The decoder has said of the object that it has the shape of its kind.
  warnOfClaim(warnings, object as PersistentVolumeClaim);
  return warnings.problems;
}

function nameWarnings(object: unknown): readonly Problem[] {
  const warnings = new ProblemList();
  const metadata: { readonly name?: string; readonly generateName?: string } =
    isMap(object) && isMap(object['metadata']) ? object['metadata'] : {};
  const name = generatedName(metadata);
  const complaints = name === '' ? [] : dnsLabelComplaints(name);
  if (complaints.length > 0) {
    const detail = `becomes a part of the host names of the Pods, and so ${complaints.join('; ')}`;
    warnings.invalid('pod-host-name', FieldPath.of('metadata').child('name'), name, detail);
  }
  return warnings.problems;
}
