import { servesAsStore } from '../kube/image';
import type { ProblemList } from '../kube/problem-list';
import { commandLineOf } from '../kube/command-line';
import type { Placed } from './placed';

/** What the roles of containers forbid, which the rendered Pod no longer tells. */
export function refuseByRole(placed: readonly Placed[], restartPolicy: string | undefined, list: ProblemList): void {
  for (const [position, each] of placed.entries()) {
    if (each.model.role !== 'init' && position > 0) refuseStore(each, list);
    if (restartPolicy === 'Never' || restartPolicy === 'OnFailure') refuseHolding(each, list);
  }
}

/** A Pod that runs to completion has completed when every regular container has, and a helper never does. */
function refuseHolding({ model: { role, legacy }, path, native }: Placed, list: ProblemList): void {
  if (role !== 'sidecar' || native) return;
  const mend = legacy === undefined ? 'aim at Kubernetes 1.29 or later' : 'let it be a native sidecar';
  const detail = `a plain container that goes on after the others keeps a Pod that runs to completion from completing: ${mend}`;
  list.forbidden('sidecar-holds-job', path, detail, { ours: true, see: SIDECARS });
}

/** What keeps data for others has a life, a scale and a disk of its own; each replica would have another. */
function refuseStore({ model: { container, helper }, path }: Placed, list: ProblemList): void {
  const { image } = container;
  // An ambassador says where it leads to: what speaks for a store elsewhere often comes in the image of the store.
  if (helper?.disposable === true || helper?.pattern === 'ambassador') return;
  if (typeof image !== 'string' || !servesAsStore(image, commandLineOf(container))) return;
  const detail =
    'a database or cache beside an application is one for each replica, and gone with it: give it an owner and a Service ' +
    'of its own, or add it with a pattern that says disposable: true';
  list.invalid('store-beside-application', path.child('image'), image, detail, { ours: true });
}

const SIDECARS = 'https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#jobs-with-sidecar-containers';
