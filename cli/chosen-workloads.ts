import { closestWord } from '../lib/kube/schema/field-advice';
import type { Identity } from '../review';
import { Failure } from './failure';

/** What is known of a workload by its names. */
interface Named {
  readonly identity: Identity;
  readonly title: string;
}

/**
 * The workloads that go by a name, all of them where none is given.
 *
 * @param purpose What is to be done with them, as a verb.
 * @throws Failure where there are none.
 */
export function chosenWorkloads<Workload extends Named>(
  workloads: readonly Workload[],
  wanted: string | undefined,
  purpose: string,
): readonly [Workload, ...Workload[]] {
  const [first, ...rest] = workloads.filter((workload) => wanted === undefined || namesOf(workload).includes(wanted));
  if (first !== undefined) return [first, ...rest];
  throw new Failure(
    workloads.length === 0 || wanted === undefined
      ? `nothing to ${purpose}: no object here runs Pods`
      : `no workload is called ${wanted}; ${whatThereIs(workloads, wanted)}`,
  );
}

/** The names by which a user may ask for a workload: `checkout`, `shop/checkout`, `Deployment shop/checkout`. */
function namesOf({ identity: { name, namespace }, title }: Named): readonly string[] {
  return [name, `${namespace ?? ''}/${name}`, title];
}

function whatThereIs(workloads: readonly Named[], wanted: string): string {
  const meant = closestWord(wanted, workloads.flatMap(namesOf));
  if (meant !== undefined) return `${meant} was probably meant`;
  const rest = workloads.length - MOST_TOLD;
  const told = workloads.slice(0, MOST_TOLD).map(({ title }) => title);
  return `there are ${told.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

const MOST_TOLD = 20;
