import type { PodSpec } from '../../api/pod';
import type { ResourceRequirements } from '../../api/resources';
import type { Quantity } from '../../api/scalars';
import { containersOf } from '../../containers';
import type { FieldPath } from '../../field-path';
import type { ProblemList } from '../../problem-list';
import { QuantityValue, quantityAdvice, unitOfResource } from '../../quantity';
import { readQuantity } from '../quantity-checks';

const SEE = 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#meaning-of-memory';
const ONE = QuantityValue.ofUnits(1);

/** Memory or storage of less than one byte, such as `400m`: the server takes it, and no container can run in it. */
export function validateWholeBytes(problems: ProblemList, spec: PodSpec, path: FieldPath): void {
  validateResources(problems, spec.resources, path.child('resources'));
  validateList(problems, spec.overhead, path.child('overhead'));
  for (const { container, path: at } of containersOf(spec, path)) {
    validateResources(problems, container.resources, at.child('resources'));
  }
  (spec.volumes ?? []).forEach(({ emptyDir }, position) => {
    const at = path.child('volumes').index(position).child('emptyDir').child('sizeLimit');
    validateBytes(problems, emptyDir?.sizeLimit, 'sizeLimit', at);
  });
}

/** A request that only repeats its limit is not said again: the server fills it in where it is left out. */
function validateResources(problems: ProblemList, resources: ResourceRequirements | undefined, path: FieldPath): void {
  const { limits = {}, requests = {} } = resources ?? {};
  validateList(problems, limits, path.child('limits'));
  const own = Object.entries(requests).filter(([name, quantity]) => quantity !== limits[name]);
  validateList(problems, Object.fromEntries(own), path.child('requests'));
}

function validateList(
  problems: ProblemList,
  list: Readonly<Record<string, Quantity>> | undefined,
  path: FieldPath,
): void {
  for (const [name, quantity] of Object.entries(list ?? {})) {
    if (unitOfResource(name) === 'bytes') validateBytes(problems, quantity, name, path.key(name));
  }
}

function validateBytes(problems: ProblemList, quantity: Quantity | undefined, name: string, path: FieldPath): void {
  const amount = readQuantity(quantity);
  if (quantity == null || amount === undefined || amount.sign() <= 0 || amount.compare(ONE) >= 0) return;
  const detail = quantityAdvice(quantity, name) ?? 'is less than one byte';
  problems.invalid('quantity-suffix', path, quantity, detail, { ours: true, see: SEE });
}
