import { tryImage } from '../../lib/kube/image';
import { FieldPath } from '../../lib/kube/field-path';
import { textsOf } from '../entity';
import { applicationContainers, isLongRunning } from '../knowledge/role';
import { isHeadless } from '../knowledge/traffic';
import type { ObjectRule } from '../rule';
import type { Workload } from '../workload';

/** A Service sees labels and not programs. */
export const noMixedService: ObjectRule = {
  id: 'no-mixed-service',
  about: 'object',
  kinds: ['Service'],
  severity: 'error',
  title: 'A Service leads to one program',
  consequence: 'Each request goes to one of them by chance, so that a part of them is answered by the wrong program.',
  fix: 'Select by a label that only one of them has, such as `app.kubernetes.io/component`.',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-in-kubernetes',
  *check(service, landscape) {
    // Who asks a headless Service wants the members of a cluster, of whatever role they are.
    if (isHeadless(service)) return;
    const [one, other] = programsBehind(landscape.selectedBy(textsOf(service.read('spec', 'selector')), service));
    if (one === undefined || other === undefined) return;
    yield {
      path: FieldPath.of('spec').child('selector'),
      found: `The Service sends traffic to ${one.entity.title} and ${other.entity.title}.`,
    };
  },
};

const BEHIND = new WeakMap<readonly Workload[], readonly Workload[]>();

/** One workload for each program among them; many Services may select the same. */
function programsBehind(backends: readonly Workload[]): readonly Workload[] {
  const known = BEHIND.get(backends);
  if (known !== undefined) return known;
  const programs = new Map(backends.filter(isOwner).map((workload) => [programOf(workload), workload]));
  const behind = [...programs.values()];
  BEHIND.set(backends, behind);
  return behind;
}

function isOwner(workload: Workload): boolean {
  return (
    isLongRunning(workload) && workload.kind !== 'Pod' && workload.kind !== 'PodTemplate' && workload.replicas !== 0
  );
}

/** Two versions of one image are a canary before its release. */
function programOf(workload: Workload): string {
  return applicationContainers(workload)
    .map(({ container: { image = '' } }) => tryImage(image)?.repository.replace(/[-_]canary$/, '') ?? image)
    .sort()
    .join(' ');
}
