import { containersOf } from '../../kube/containers';
import type { Problem } from '../../kube/problem';
import { ProblemList } from '../../kube/problem-list';
import type { KubernetesVersion } from '../../kube/version';
import type { RenderedPod } from '../render';
import { requireGracePeriod } from './grace-period';
import { requirePinnedImages } from './image';
import { refuseLiteralSecrets } from './literal-secrets';
import { requireAbsoluteMountPaths } from './mount-paths';
import { requireRestricted } from './pod-security';
import { requireUniquePortNames } from './port-names';
import { requireKnownProbePorts } from './probe-ports';
import { requireQosClass } from './qos-class';
import { requireReadOnlyRoots } from './read-only-root';
import { requireReasons } from './reasons';
import { requireResources } from './resources';
import { Said } from './said';
import { requireUsedVolumes } from './used-volumes';

/**
 * What production needs of a Pod and the API server does not ask for: an omission is a problem, unless an exception
 * stands at its field. Paths start at the Pod template, which must be well typed.
 */
export function requirementsOf(
  { template, notes, expectedQosClass, stopTimes }: RenderedPod,
  target: KubernetesVersion,
): readonly Problem[] {
  const { spec } = template;
  if (spec === undefined) return [];
  const list = new ProblemList();
  const said = new Said(notes);
  const containers = containersOf(spec);
  requirePinnedImages(containers, said, list);
  requireUniquePortNames(containers, list);
  requireKnownProbePorts(containers, list);
  requireAbsoluteMountPaths(containers, list);
  requireUsedVolumes(spec, containers, said, list);
  requireReadOnlyRoots(containers, said, list);
  requireResources(spec, containers, said, list);
  requireQosClass(spec, expectedQosClass, target, list);
  requireGracePeriod(spec, stopTimes, target, list);
  requireReasons(spec, said, list);
  refuseLiteralSecrets(containers, said, list);
  requireRestricted(template, target, said, list);
  return list.problems;
}
