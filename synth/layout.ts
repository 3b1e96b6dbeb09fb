import type { Destination } from '../lib/workloads/environment';
import { folderOf } from '../lib/workloads/environment';

/** What a layout knows of an object. */
export interface LaidOut extends Destination {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** Undefined for objects of the whole cluster, and where whoever applies the file chooses. */
  readonly namespace: string | undefined;
  /** The construct's path in the tree. */
  readonly construct: string;
}

/** Decides the path of an object's file, from the output folder, with `/` between folders. */
export type Layout = (object: LaidOut) => string;

/**
 * One file an object: `shop/deployment-checkout.yaml`, and `namespace-shop.yaml` for what has no namespace; below
 * `prod` for an environment, and below `prod/eu-1` for a cluster of it.
 */
export const filePerObject: Layout = (object) => {
  const { kind, name, namespace = '' } = object;
  const steps = [folderOf(object), namespace, `${kind.toLowerCase()}-${name}.yaml`];
  return steps.filter((step) => step !== '').join('/');
};
