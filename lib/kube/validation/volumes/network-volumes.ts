import type { FCVolumeSource, ISCSIVolumeSource, NFSVolumeSource } from '../../api/network-volume';
import type { Volume } from '../../api/volume';
import type { FieldPath } from '../../field-path';
import type { ProblemList } from '../../problem-list';
import type { PodScope } from '../pod-scope';
import { checkRange, requireText } from '../value-checks';

const LUNS = [0, 255] as const;
const LONGEST_PORTAL = 64;

/** The three naming schemes of iSCSI, by how they begin; the server does not anchor the first one. */
const QUALIFIED_NAMES: Readonly<Record<string, RegExp>> = {
  iqn: /iqn\.\d{4}-\d{2}\.([A-Za-z0-9\-.]+)(:[^,;*&$|\s]+)$/,
  eui: /^eui.[A-Za-z0-9]{16}$/,
  naa: /^naa.[A-Za-z0-9]{32}$/,
};

/** A directory of an NFS server. */
export function validateNfs({ problems }: PodScope, source: NFSVolumeSource, path: FieldPath): void {
  requireText(problems, source.server, path.child('server'), 'the host name or address of the server');
  requireText(problems, source.path, path.child('path'), 'the directory that the server exports');
  const directory = source.path || '';
  if (directory.startsWith('/')) return;
  problems.invalid('relative-path', path.child('path'), directory, 'must be an absolute path');
}

/** A disk of an iSCSI target. */
export function validateIscsi({ problems }: PodScope, source: ISCSIVolumeSource, path: FieldPath): void {
  requireText(problems, source.targetPortal, path.child('targetPortal'), 'address and port of the target');
  if (!source.iqn) requireText(problems, source.iqn, path.child('iqn'), 'the qualified name of the target');
  else checkQualifiedName(problems, source.iqn, path.child('iqn'));
  checkRange(problems, 'lun-range', source.lun, LUNS, path.child('lun'));
  if ((source.chapAuthDiscovery === true || source.chapAuthSession === true) && source.secretRef == null) {
    problems.required('required-field', path.child('secretRef'), 'the Secret with the CHAP credentials');
  }
  if (source.initiatorName != null) checkQualifiedName(problems, source.initiatorName, path.child('initiatorname'));
}

/** With an initiator of its own, the name of the volume becomes part of an interface name of limited length. */
export function validateIscsiInterface({ problems }: PodScope, volume: Volume, path: FieldPath): void {
  const source: Partial<ISCSIVolumeSource> = volume.iscsi ?? {};
  if (source.initiatorName == null) return;
  if (`${volume.name || ''}:${source.targetPortal ?? ''}`.length <= LONGEST_PORTAL) return;
  const detail = 'with initiatorName set, "<volume name>:<targetPortal>" must not exceed 64 characters';
  problems.invalid('iscsi-interface-name', path.child('name'), volume.name, detail);
}

/** A disk of a Fibre Channel network, by target and LUN or by a world wide id. */
export function validateFibreChannel({ problems }: PodScope, source: FCVolumeSource, path: FieldPath): void {
  const hasTargets = (source.targetWWNs ?? []).length > 0;
  const hasIds = (source.wwids ?? []).length > 0;
  const at = path.child('targetWWNs');
  if (!hasTargets && !hasIds) problems.required('fc-target', at, 'one of targetWWNs and wwids');
  if (hasTargets && hasIds) {
    problems.invalid('fc-target', at, source.targetWWNs, 'must have one of targetWWNs and wwids, not both');
  }
  if (!hasTargets) return;
  if (source.lun == null) problems.required('fc-target', path.child('lun'), 'the number of the LUN, beside targetWWNs');
  checkRange(problems, 'lun-range', source.lun, LUNS, path.child('lun'));
}

function checkQualifiedName(problems: ProblemList, name: string, path: FieldPath): void {
  const scheme = name.slice(0, 3);
  if (QUALIFIED_NAMES[scheme]?.test(name)) return;
  problems.invalid('iscsi-name', path, name, 'must be a qualified name that begins with iqn, eui or naa');
}
