import type { Construct } from 'constructs';
import type { DaemonSetSpec } from '../kube/api/daemon-set';
import type { PodTemplateSpec } from '../kube/api/pod-template';
import type { PodShape } from '../pod/shape';
import { Workload } from './workload';
import type { Fields, WorkloadKind, WorkloadProps } from './workload';

/** What a DaemonSet promises of its Pods. */
export interface DaemonSetProps<Shape extends PodShape>
  extends WorkloadProps<Shape>, Omit<DaemonSetSpec, 'selector' | 'template'> {
  /** A DaemonSet restarts whatever ends. */
  readonly restartPolicy?: 'Always';
}

/**
 * Keeps one Pod on every node that the Pod may run on.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/
 */
export class DaemonSet<Shape extends PodShape = PodShape> extends Workload<Shape> {
  constructor(scope: Construct, id: string, props: DaemonSetProps<Shape>) {
    super(scope, id, DAEMON_SET, props);
  }

  protected override around(template: PodTemplateSpec, spec: Fields): Fields {
    return { spec: { ...spec, selector: { matchLabels: this.selector }, template } };
  }

  protected override promise({ updateStrategy }: Partial<DaemonSetSpec>): string {
    const kept = 'Keeps one Pod on every node that it may run on';
    if (updateStrategy?.type === 'OnDelete') return `${kept}; a changed Pod comes only when the old one is deleted.`;
    return `${kept}; a rollout takes at most ${updateStrategy?.rollingUpdate?.maxUnavailable ?? 1} away at a time.`;
  }
}

const DAEMON_SET: WorkloadKind = {
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  restartPolicy: 'Always',
  promises: [],
  selector: 'by-name',
  templatePath: 'spec.template',
  writeOut: (spec) => ({ updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } }, ...spec }),
};
