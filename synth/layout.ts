/** What a layout knows of an object. */
export interface LaidOut {
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

/** One file an object: `shop/deployment-checkout.yaml`, and `namespace-shop.yaml` for what has no namespace. */
export const filePerObject: Layout = ({ kind, name, namespace }) => {
  const file = `${kind.toLowerCase()}-${name}.yaml`;
  return namespace === undefined ? file : `${namespace}/${file}`;
};
