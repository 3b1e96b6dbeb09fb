import type { PersistentVolumeClaimSpec, PersistentVolumeClaimTemplate } from '../../api/persistent-volume-claim';
import type { PodSpec } from '../../api/pod';
import type { Quantity } from '../../api/scalars';
import type { PlacedContainer } from '../../containers';
import type { FieldPath } from '../../field-path';
import type { ProblemList } from '../../problem-list';
import { quantityAdvice } from '../../quantity';
import { readQuantity } from '../quantity-checks';

const IN_BYTES = ['memory', 'ephemeral-storage'];

/** Amounts of memory and storage that are not whole bytes. */
export function warnOfBytes(
  warnings: ProblemList,
  spec: Partial<PodSpec>,
  containers: readonly PlacedContainer[],
  path: FieldPath,
): void {
  warnOfList(warnings, spec.overhead, path.child('overhead'));
  for (const { container, path: at } of containers) {
    for (const list of ['limits', 'requests'] as const) {
      warnOfList(warnings, container.resources?.[list], at.child('resources').child(list));
    }
  }
  (spec.volumes ?? []).forEach(({ ephemeral }, position) => {
    if (ephemeral == null) return;
    const template: Partial<PersistentVolumeClaimTemplate> = ephemeral.volumeClaimTemplate ?? {};
    const claim = path.child('volumes').index(position).child('ephemeral').child('volumeClaimTemplate');
    warnOfStorage(warnings, template.spec, claim.child('spec'));
  });
}

/** Storage of a claim that is not whole bytes. */
export function warnOfStorage(
  warnings: ProblemList,
  spec: PersistentVolumeClaimSpec | undefined,
  path: FieldPath,
): void {
  for (const list of ['limits', 'requests'] as const) {
    const place = path.child('resources').child(list).key('storage');
    warnOfAmount(warnings, spec?.resources?.[list]?.['storage'], 'storage', place);
  }
}

function warnOfList(
  warnings: ProblemList,
  list: Readonly<Record<string, Quantity>> | undefined,
  path: FieldPath,
): void {
  if (list == null) return;
  for (const name of IN_BYTES) warnOfAmount(warnings, list[name], name, path.key(name));
}

function warnOfAmount(warnings: ProblemList, quantity: Quantity | undefined, name: string, path: FieldPath): void {
  const amount = readQuantity(quantity);
  if (quantity == null || amount === undefined || amount.milliValue() % 1000n === 0n) return;
  const advice = quantityAdvice(quantity, name) ?? 'bytes have no fraction';
  warnings.invalid('fractional-bytes', path, quantity, advice);
}
