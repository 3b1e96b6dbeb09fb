import type { PodShape } from '../pod/shape';
import type { Service } from '../workloads/service';
import type { Workload } from '../workloads/workload';
import { PlusView } from './plus-view';
import type {
  PlusBackend,
  PlusConnections,
  PlusModule,
  PlusPeer,
  PlusScalable,
  PlusSelector,
  PlusSubject,
} from './plus-module';

/** A workload of ours as theirs take it: what a Service selects, a policy lets through, a role is given to, and so on. */
export type BridgedWorkload<Plus extends PlusModule> = PlusSelector<Plus> &
  PlusPeer<Plus> &
  PlusSubject<Plus> &
  PlusScalable<Plus> & {
    /** Opens connections to and from workloads of either kind, with a policy on both sides. */
    readonly connections: PlusConnections<Plus>;
  };

/** Leads from our workloads into the objects of one cdk8s-plus module. */
export interface Bridge<Plus extends PlusModule> {
  /**
   * One of our owners where theirs is expected: as the selector of a Service, the subject or a peer of a NetworkPolicy,
   * the target of a HorizontalPodAutoscaler, the subject of a RoleBinding.
   */
  workload(owner: Workload): BridgedWorkload<Plus>;
  /**
   * One of our Services as the backend of an Ingress of theirs.
   *
   * @param port Its number; not needed where the Service has one port.
   * @throws Error of theirs where the Service has no such port.
   */
  ingressBackend<Shape extends PodShape>(service: Service<Shape>, port?: number): PlusBackend<Plus>;
}

/**
 * Leads from our workloads into the objects of a cdk8s-plus module.
 *
 * @param plus The module as it was imported: `import * as kplus from 'cdk8s-plus-28'`, or a newer sibling.
 * @example `new kplus.Service(chart, 'web', { selector: bridge(kplus).workload(checkout), ports: [{ port: 80, targetPort: 8080 }] })`
 */
export function bridge<const Plus extends PlusModule>(plus: Plus): Bridge<Plus> {
  return {
    // Their types are nominal by private fields that only their own classes have; what they call is all there.
    workload: (owner) => PlusView.of(owner, plus) as unknown as BridgedWorkload<Plus>,
    ingressBackend: (service, port) => {
      const seen = { name: service.name, ports: service.ports };
      const options = port === undefined ? {} : { port };
      return plus.IngressBackend.fromService(seen as never, options) as PlusBackend<Plus>;
    },
  };
}
