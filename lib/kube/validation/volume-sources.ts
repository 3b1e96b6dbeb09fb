import type { Volume } from '../api/volume';
import type { FieldPath } from '../field-path';
import type { PodScope } from './pod-scope';
import {
  validateClaimVolume,
  validateCsiVolume,
  validateEphemeralClaimName,
  validateEphemeralVolume,
} from './volumes/claim-volumes';
import {
  validateAwsDisk,
  validateAzureDisk,
  validateAzureFile,
  validateCinder,
  validateFlexVolume,
  validateGceDisk,
  validatePortworx,
  validateVsphere,
} from './volumes/cloud-volumes';
import {
  validateConfigMapVolume,
  validateDownwardApiVolume,
  validateSecretVolume,
} from './volumes/configuration-volumes';
import { validateFibreChannel, validateIscsi, validateIscsiInterface, validateNfs } from './volumes/network-volumes';
import { validateEmptyDir, validateHostPath, validateImageVolume } from './volumes/node-volumes';
import { validateProjectedVolume } from './volumes/projected-volume';
import {
  validateCephfs,
  validateFlocker,
  validateGitRepo,
  validateGlusterfs,
  validatePhoton,
  validateQuobyte,
  validateRbd,
  validateScaleIo,
  validateStorageOs,
} from './volumes/retired-volumes';

/** The fields of a volume that say where its files come from. */
export type VolumeSourceName = Exclude<keyof Volume, 'name'>;

/** Where the files of one volume come from: exactly one source. The server judges the first and refuses the others. */
export function validateVolumeSource(scope: PodScope, volume: Volume, path: FieldPath): void {
  const [first, ...others] = rulesOf(volume);
  first?.judge(scope, volume, path);
  for (const { name, refusedAs } of others) {
    const detail = `a volume has one source, and ${first?.name ?? 'another'} is set beside ${name}`;
    scope.problems.forbidden('volume-sources', path.child(refusedAs), detail);
  }
  if (volume.iscsi != null) validateIscsiInterface(scope, volume, path);
  if (first?.name === 'ephemeral') validateEphemeralClaimName(scope, volume, path);
}

/** The sources that a volume names, known to the target or not. */
export function sourceNames(volume: Volume): VolumeSourceName[] {
  return rulesOf(volume).map(({ name }) => name);
}

/** The rules for the sources that a volume names, in the order in which the server looks for them. */
function rulesOf(volume: Volume): SourceRule[] {
  const rules: SourceRule[] = [];
  for (const field of Object.keys(volume)) {
    const rule = RULE_OF.get(field);
    if (rule !== undefined && volume[rule.name] != null) rules.push(rule);
  }
  return rules.sort((one, other) => RULES.indexOf(one) - RULES.indexOf(other));
}

type Judge<Name extends VolumeSourceName> = (
  scope: PodScope,
  source: NonNullable<Volume[Name]>,
  path: FieldPath,
) => void;

interface SourceRule {
  readonly name: VolumeSourceName;
  /** The last step of the path when the source is one too many: the server misspells two of them. */
  readonly refusedAs: string;
  judge(scope: PodScope, volume: Volume, path: FieldPath): void;
}

function rule<Name extends VolumeSourceName>(
  name: Name,
  judge: Judge<Name>,
  { judgedAs = name, refusedAs = name }: { readonly judgedAs?: string; readonly refusedAs?: string } = {},
): SourceRule {
  return {
    name,
    refusedAs,
    judge(scope, volume, path) {
      const source = volume[name];
      if (source != null) judge(scope, source, path.child(judgedAs));
    },
  };
}

/** In the order in which the server looks for them. */
const RULES: readonly SourceRule[] = [
  rule('emptyDir', validateEmptyDir),
  rule('hostPath', validateHostPath),
  rule('gitRepo', validateGitRepo),
  rule('gcePersistentDisk', validateGceDisk, { judgedAs: 'persistentDisk' }),
  rule('awsElasticBlockStore', validateAwsDisk),
  rule('secret', validateSecretVolume),
  rule('nfs', validateNfs),
  rule('iscsi', validateIscsi),
  rule('glusterfs', validateGlusterfs),
  rule('flocker', validateFlocker),
  rule('persistentVolumeClaim', validateClaimVolume),
  rule('rbd', validateRbd),
  rule('cinder', validateCinder),
  rule('cephfs', validateCephfs, { refusedAs: 'cephFS' }),
  rule('quobyte', validateQuobyte),
  rule('downwardAPI', validateDownwardApiVolume, { refusedAs: 'downwarAPI' }),
  rule('fc', validateFibreChannel),
  rule('flexVolume', validateFlexVolume),
  rule('configMap', validateConfigMapVolume),
  rule('azureFile', validateAzureFile),
  rule('vsphereVolume', validateVsphere),
  rule('photonPersistentDisk', validatePhoton),
  rule('portworxVolume', validatePortworx),
  rule('azureDisk', validateAzureDisk),
  rule('storageos', validateStorageOs),
  rule('projected', validateProjectedVolume),
  rule('scaleIO', validateScaleIo),
  rule('csi', validateCsiVolume),
  rule('ephemeral', validateEphemeralVolume),
  rule('image', validateImageVolume),
];

const RULE_OF: ReadonlyMap<string, SourceRule> = new Map(RULES.map((each) => [each.name, each]));
