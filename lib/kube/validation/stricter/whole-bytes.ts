import type { PodSpec } from '../../api/pod';
import type { ResourceRequirements } from '../../api/resources';
import type { Quantity } from '../../api/scalars';
import type { PlacedContainer } from '../../containers';
import type { FieldPath } from '../../field-path';
import type { ProblemList } from '../../problem-list';
import { QuantityValue, quantityAdvice, unitOfResource } from '../../quantity';
import { readQuantity } from '../quantity-checks';

const SEE = 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#meaning-of-memory';
const ONE = QuantityValue.ofUnits(1);

/** Memory or storage of less than one byte, such as `400m`: the server takes it, and no container can run in it. */
export function validateWholeBytes(
  problems: ProblemList,
  spec: PodSpec,
  containers: readonly PlacedContainer[],
  path: FieldPath,
): void {
  if (spec.resources != null) validateResources(problems, spec.resources, path.child('resources'));
  if (spec.overhead != null) validateList(problems, spec.overhead, path.child('overhead'));
  for (const { container, path: at } of containers) {
    if (container.resources != null) validateResources(problems, container.resources, at.child('resources'));
  }
  spec.volumes?.forEach(({ emptyDir }, position) => {
    const limit = emptyDir?.sizeLimit;
    if (limit == null || !isPartOfAByte(limit)) return;
    refuse(problems, limit, 'sizeLimit', path.child('volumes').index(position).child('emptyDir').child('sizeLimit'));
  });
}

/** A request that only repeats its limit is not said again: the server fills it in where it is left out. */
function validateResources(problems: ProblemList, { limits, requests }: ResourceRequirements, path: FieldPath): void {
  if (limits != null) validateList(problems, limits, path.child('limits'));
  if (requests != null) validateList(problems, requests, path.child('requests'), limits ?? {});
}

function validateList(
  problems: ProblemList,
  list: Readonly<Record<string, Quantity>>,
  path: FieldPath,
  repeated: Readonly<Record<string, Quantity>> = {},
): void {
  for (const [name, quantity] of Object.entries(list)) {
    if (!isPartOfAByte(quantity) || quantity === repeated[name] || unitOfResource(name) !== 'bytes') continue;
    refuse(problems, quantity, name, path.key(name));
  }
}

function isPartOfAByte(quantity: Quantity): boolean {
  const amount = readQuantity(quantity);
  return amount !== undefined && !amount.isWhole() && amount.sign() > 0 && amount.compare(ONE) < 0;
}

function refuse(problems: ProblemList, quantity: Quantity, name: string, path: FieldPath): void {
  const detail = quantityAdvice(quantity, name) ?? 'is less than one byte';
  problems.invalid('quantity-suffix', path, quantity, detail, { ours: true, see: SEE });
}
