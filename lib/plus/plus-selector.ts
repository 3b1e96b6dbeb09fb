import { Names } from 'cdk8s';
import { Construct } from 'constructs';

/**
 * The selector that a workload of cdk8s-plus has at a place of the tree. A workload of ours that takes its place keeps
 * it, since selectors are immutable in the cluster.
 *
 * @example `new Deployment(chart, 'api', { selector: plusSelector(chart, 'api'), … })`
 */
export function plusSelector(scope: Construct, id: string): Readonly<Record<string, string>> {
  // A tree of its own with the same path: nothing is added to that of the App.
  const ids = [...scope.node.scopes.slice(1).map(({ node }) => node.id), id];
  const root = new Construct(undefined as unknown as Construct, '');
  const place = ids.reduce((above, name) => new Construct(above, name), root);
  return { 'cdk8s.io/metadata.addr': Names.toLabelValue(place) };
}
