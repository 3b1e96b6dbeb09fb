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
  const [first, ...rest] = workloads.filter((workload) => isNamed(workload, wanted));
  if (first !== undefined) return [first, ...rest];
  throw new Failure(
    workloads.length === 0 || wanted === undefined
      ? `nothing to ${purpose}: no object here runs Pods`
      : `no workload is called ${wanted}; there are ${workloads.map(({ title }) => title).join(', ')}`,
  );
}

/** Whether a workload goes by a name that a user gives: `checkout`, `shop/checkout`, `Deployment shop/checkout`. */
function isNamed({ identity: { name, namespace }, title }: Named, wanted: string | undefined): boolean {
  return wanted === undefined || [name, `${namespace ?? ''}/${name}`, title].includes(wanted);
}
