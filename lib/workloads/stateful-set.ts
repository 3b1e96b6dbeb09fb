import type { Construct } from 'constructs';
import type { PodTemplateSpec } from '../kube/api/pod-template';
import type { StatefulSetSpec } from '../kube/api/stateful-set';
import type { Without } from '../pod/reason';
import type { ClaimTemplate } from '../pod/render';
import type { PodShape } from '../pod/shape';
import { podsKept } from './words';
import { ScaledWorkload } from './scaled-workload';
import type { Fields, WorkloadKind, WorkloadProps } from './workload';

/** What a StatefulSet promises of its Pods. */
export interface StatefulSetProps<Shape extends PodShape>
  extends
    WorkloadProps<Shape>,
    Omit<StatefulSetSpec, 'replicas' | 'selector' | 'template' | 'volumeClaimTemplates' | 'serviceName'> {
  /** How many Pods; left open with a reason where a HorizontalPodAutoscaler decides. */
  readonly replicas: number | Without;
  /** The headless Service that gives each Pod its DNS name. */
  readonly serviceName: string | Without;
  /** A StatefulSet restarts whatever ends. */
  readonly restartPolicy?: 'Always';
}

/**
 * Keeps Pods that each have a name and storage of their own, and starts and replaces them in order.
 *
 * Volumes made by `claimPerReplica` become its `volumeClaimTemplates`.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/
 */
export class StatefulSet<Shape extends PodShape = PodShape> extends ScaledWorkload<Shape> {
  constructor(scope: Construct, id: string, props: StatefulSetProps<Shape>) {
    super(scope, id, STATEFUL_SET, props);
  }

  protected override around(template: PodTemplateSpec, spec: Fields, claims: readonly ClaimTemplate[]): Fields {
    const kept = { whenDeleted: 'Retain', whenScaled: 'Retain' };
    const claimed =
      claims.length === 0
        ? {}
        : {
            persistentVolumeClaimRetentionPolicy: spec['persistentVolumeClaimRetentionPolicy'] ?? kept,
            volumeClaimTemplates: claims.map(({ name, spec: claim }) => ({ metadata: { name }, spec: claim })),
          };
    return { spec: { ...spec, selector: { matchLabels: this.selector }, template, ...claimed } };
  }

  protected override promise({ replicas, podManagementPolicy, ...spec }: Partial<StatefulSetSpec>): string {
    const order = podManagementPolicy === 'Parallel' ? 'all at once' : 'one after the other';
    const deletes = spec.persistentVolumeClaimRetentionPolicy?.whenDeleted === 'Delete';
    const data = deletes ? 'their claims are deleted with the set' : 'their claims outlive the set';
    return `Keeps ${podsKept(replicas)} running under lasting names, started ${order}; ${data}.`;
  }
}

const STATEFUL_SET: WorkloadKind = {
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  restartPolicy: 'Always',
  promises: ['spec.replicas', 'spec.serviceName'],
  claims: true,
  selector: 'by-name',
  templatePath: 'spec.template',
  writeOut: (spec) => ({ podManagementPolicy: 'OrderedReady', updateStrategy: { type: 'RollingUpdate' }, ...spec }),
};
