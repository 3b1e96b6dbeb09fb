import type { FieldPath } from '../field-path';
import type { PodScope } from './pod-scope';

/** A bare Pod can have a token only of a service account that it names. */
export function validateTokenVolumes({ problems, spec, holder }: PodScope, path: FieldPath): void {
  if (holder !== 'pod' || spec.serviceAccountName) return;
  (spec.volumes ?? []).forEach((volume, position) => {
    (volume.projected?.sources ?? []).forEach((source, sourcePosition) => {
      if (source.serviceAccountToken == null) return;
      const sources = path.child('volumes').index(position).child('projected').child('sources');
      const at = sources.index(sourcePosition).child('serviceAccountToken');
      problems.forbidden('token-without-account', at, 'needs a serviceAccountName at the Pod');
    });
  });
}
