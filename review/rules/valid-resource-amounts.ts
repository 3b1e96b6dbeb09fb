import type { Quantity } from '../../lib/kube/api/scalars';
import { QuantityValue, quantityAdvice, tryQuantity, unitOfResource } from '../../lib/kube/quantity';
import type { ContainerRule } from '../rule';

/** An amount that hardly anybody can mean. */
export const validResourceAmounts: ContainerRule = {
  id: 'valid-resource-amounts',
  about: 'container',
  severity: 'error',
  title: 'Amounts of cpu and memory can be meant',
  consequence:
    'No node has that much, or no program can start in so little: the Pod stays pending or is killed at once.',
  fix: 'Write cpu in cores or thousandths of them (`2`, `250m`), and memory with a binary suffix (`256Mi`).',
  see: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#resource-units-in-kubernetes',
  *check({ path, role, written }) {
    if (role === 'ephemeral') return;
    for (const list of ['requests', 'limits'] as const) {
      for (const [name, amount] of Object.entries(written.resources?.[list] ?? {})) {
        const advice = isJudgedElsewhere(amount, name) ? undefined : quantityAdvice(amount, name);
        if (advice === undefined) continue;
        const isTooFine = unitOfResource(name) === 'cores' && isBelow(amount, ONE_CORE);
        yield {
          path: path.child('resources').child(list).child(name),
          ...(isTooFine && { severity: 'info' }),
          found: `Of the ${name} in \`${list}\`, which is \`${String(amount)}\`: ${advice}.`,
        };
      }
    }
  },
};

const ONE_CORE = QuantityValue.ofUnits(1);

/** What cannot be read, is negative or less than a byte is refused, and nothing at all is a way to ask for none. */
function isJudgedElsewhere(amount: Quantity, name: string): boolean {
  const quantity = tryQuantity(amount);
  if (quantity === undefined || quantity.sign() <= 0) return true;
  if (unitOfResource(name) === 'things') return true;
  return unitOfResource(name) === 'bytes' && isBelow(amount, QuantityValue.ofUnits(1));
}

function isBelow(amount: Quantity, least: QuantityValue): boolean {
  const quantity = tryQuantity(amount);
  return quantity !== undefined && quantity.compare(least) < 0;
}
