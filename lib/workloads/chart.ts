import * as cdk8s from 'cdk8s';
import { Construct } from 'constructs';
import { fieldsArgument } from '../pod/argument';
import { Without } from '../pod/reason';
import type { Why } from '../pod/reason';
import { destinationOf, ENVIRONMENT_LABEL } from './environment';

/** What a chart says of all its objects. */
export interface ChartProps {
  /** The namespace of every object in the chart; left to whoever applies the files only with a reason. */
  readonly namespace: string | Without;
  /** Labels of every object in the chart (of the objects, not of their Pods). */
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * A group of objects that belong together and share a namespace. In an environment, each of them has its label.
 *
 * Objects keep the names they are given: nothing is added to them, and nothing is cut off.
 */
export class Chart extends cdk8s.Chart {
  /** Why whoever applies the files chooses the namespace. */
  readonly withoutNamespace: Why | undefined;

  /** @throws TypeError where no namespace is given, nor a reason for having none. */
  constructor(scope: Construct, id: string, props: ChartProps) {
    const { namespace, labels } = fieldsArgument(`chart "${id}"`, props) as Partial<ChartProps>;
    if ((typeof namespace !== 'string' || namespace === '') && !(namespace instanceof Without)) {
      throw new TypeError(`chart "${id}" needs a namespace, or without({ because }) where whoever applies it chooses`);
    }
    const { environment } = destinationOf(scope);
    const all = environment === undefined ? { ...labels } : { [ENVIRONMENT_LABEL]: environment, ...labels };
    super(scope, id, {
      disableResourceNameHashes: true,
      ...(namespace instanceof Without ? {} : { namespace }),
      ...(Object.keys(all).length === 0 ? {} : { labels: all }),
    });
    this.withoutNamespace = namespace instanceof Without ? namespace.why : undefined;
    keepChildrenInTable(this);
  }
}

/**
 * Lets V8 keep the children of a construct in a hash table, as it does with an object that has lost a key.
 *
 * An object that has not is given a hidden class by its first key, and V8 keeps 1,536 such classes for all objects of a
 * program. The first child of nearly every chart has an id of its own: thousands of charts would use them all up, and
 * from then on every other object that grows key by key would get a class that no other object shares.
 */
function keepChildrenInTable(chart: Construct): void {
  const ids = ['first', 'last'];
  for (const id of ids) new Construct(chart, id);
  for (const id of ids) chart.node.tryRemoveChild(id);
}
