import type { EphemeralVolumeSource, PersistentVolumeClaimVolumeSource } from '../../api/persistent-volume-claim';
import type { CSIVolumeSource, Volume } from '../../api/volume';
import type { FieldPath } from '../../field-path';
import { checkDnsSubdomain } from '../name-checks';
import { validateEphemeralClaim } from '../persistent-volume-claim';
import type { PodScope } from '../pod-scope';
import { requireText } from '../value-checks';

const LONGEST_DRIVER = 63;

/** A claim that exists already. */
export function validateClaimVolume(
  { problems }: PodScope,
  source: PersistentVolumeClaimVolumeSource,
  path: FieldPath,
): void {
  requireText(problems, source.claimName, path.child('claimName'), 'the PersistentVolumeClaim to mount');
}

/** A claim made for this Pod alone: the Pod's name and the volume's name together name it. */
export function validateEphemeralVolume(scope: PodScope, source: EphemeralVolumeSource, path: FieldPath): void {
  const place = path.child('volumeClaimTemplate');
  if (source.volumeClaimTemplate == null) {
    scope.problems.required('required-field', place, 'the claim to make for the Pod');
  } else {
    validateEphemeralClaim(scope.problems, source.volumeClaimTemplate, place, scope.version);
  }
}

/** The name that an ephemeral volume's claim will get, where the Pod's own name is known. */
export function validateEphemeralClaimName(scope: PodScope, volume: Volume, path: FieldPath): void {
  const podName = scope.holder === 'pod' ? scope.metadata?.name : undefined;
  if (!podName || !volume.name) return;
  checkDnsSubdomain(scope.problems, `${podName}-${volume.name}`, path.child('name'));
}

/** A volume that a CSI driver makes for this Pod. */
export function validateCsiVolume({ problems }: PodScope, source: CSIVolumeSource, path: FieldPath): void {
  const driver = source.driver || '';
  requireText(problems, driver, path.child('driver'), 'the name of the driver');
  if (driver.length > LONGEST_DRIVER) {
    problems.tooLong('driver-name', path.child('driver'), driver, LONGEST_DRIVER);
  }
  checkDnsSubdomain(problems, driver.toLowerCase(), path.child('driver'));
  if (source.nodePublishSecretRef == null) return;
  const secret = source.nodePublishSecretRef.name;
  if (!secret) {
    const at = path.child('nodePublishSecretRef').child('name');
    requireText(problems, secret, at, 'the Secret with the credentials');
  } else {
    // The server leaves the reference out of the path here.
    checkDnsSubdomain(problems, secret, path.child('name'));
  }
}
