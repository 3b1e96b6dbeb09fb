import type { PersistentVolumeClaim } from '../../api/persistent-volume-claim';
import { FieldPath } from '../../field-path';
import type { ProblemList } from '../../problem-list';
import { warnOfStorage } from './byte-warnings';

const OLD_CLASS = 'volume.beta.kubernetes.io/storage-class';

/** A claim's storage that is not whole bytes, and the annotation that named its class before there was a field. */
export function warnOfClaim(warnings: ProblemList, { metadata, spec }: PersistentVolumeClaim): void {
  const className = metadata?.annotations?.[OLD_CLASS];
  if (className !== undefined) {
    const place = FieldPath.of('metadata').child('annotations').key(OLD_CLASS);
    warnings.invalid('deprecated-annotation', place, className, 'use storageClassName instead');
  }
  warnOfStorage(warnings, spec, FieldPath.of('spec'));
}
