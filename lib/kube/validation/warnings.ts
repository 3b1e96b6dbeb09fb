import type { ObjectMeta } from '../api/meta';
import type { PodSpec } from '../api/pod';
import { containersOf } from '../containers';
import type { FieldPath } from '../field-path';
import type { Problem } from '../problem';
import { ProblemList } from '../problem-list';
import { warnOfAnnotations } from './warnings/annotation-warnings';
import { warnOfBytes } from './warnings/byte-warnings';
import { warnOfEnv } from './warnings/env-warnings';
import { warnOfLists } from './warnings/list-warnings';
import { warnOfName } from './warnings/name-warnings';
import { warnOfPorts } from './warnings/port-warnings';
import { warnOfScheduling } from './warnings/scheduling-warnings';
import { warnOfVolumes } from './warnings/volume-warnings';

/** A Pod or a Pod template, as far as warnings go. */
export interface WarnedPod {
  readonly metadata?: ObjectMeta | undefined;
  readonly spec?: PodSpec | undefined;
}

/** Where a Pod stands that is looked at for warnings. */
export interface WarningContext {
  /** Whether it is a bare `pod`, whose name becomes its host name, or the `template` of an owner. */
  readonly holder: 'pod' | 'template';
}

/**
 * What the API server would warn of: things that it accepts for the sake of old manifests and that hardly ever mean
 * what their author thinks.
 *
 * @param path - Where metadata and spec stand: the root for a Pod, `spec.template` for an owner's template.
 * @see https://kubernetes.io/blog/2020/09/03/warnings/
 */
export function podWarnings(pod: WarnedPod, path: FieldPath, context: WarningContext): readonly Problem[] {
  const warnings = new ProblemList();
  const spec: Partial<PodSpec> = pod.spec ?? {};
  const specPath = path.child('spec');
  const containers = containersOf(spec, specPath);
  warnOfScheduling(warnings, spec, specPath);
  warnOfAnnotations(warnings, spec, containers, { holder: context.holder, metadata: pod.metadata }, path);
  if (context.holder === 'pod') warnOfName(warnings, pod.metadata?.name, path.child('metadata').child('name'));
  warnOfVolumes(warnings, spec.volumes ?? [], specPath.child('volumes'));
  warnOfLists(warnings, spec, specPath);
  warnOfBytes(warnings, spec, containers, specPath);
  warnOfEnv(warnings, containers);
  warnOfPorts(warnings, containers);
  return warnings.problems;
}
