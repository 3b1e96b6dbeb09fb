import type { Construct } from 'constructs';
import { withFields } from '../kube/alter';
import type { DeploymentSpec } from '../kube/api/deployment';
import type { PodTemplateSpec } from '../kube/api/pod-template';
import type { Without } from '../pod/reason';
import type { PodShape } from '../pod/shape';
import { podsKept } from './words';
import { ScaledWorkload } from './scaled-workload';
import type { Fields, WorkloadKind, WorkloadProps } from './workload';

/** What a Deployment promises of its Pods. */
export interface DeploymentProps<Shape extends PodShape>
  extends WorkloadProps<Shape>, Omit<DeploymentSpec, 'replicas' | 'selector' | 'template'> {
  /** How many Pods; left open with a reason where a HorizontalPodAutoscaler decides. */
  readonly replicas: number | Without;
  /** A Deployment restarts whatever ends; what is meant to end belongs into a Job. */
  readonly restartPolicy?: 'Always';
}

/**
 * Keeps a number of equal Pods running, and replaces them gradually when the Pod changes.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/
 */
export class Deployment<Shape extends PodShape = PodShape> extends ScaledWorkload<Shape> {
  constructor(scope: Construct, id: string, props: DeploymentProps<Shape>) {
    super(scope, id, DEPLOYMENT, props);
  }

  protected override around(template: PodTemplateSpec, spec: Fields): Fields {
    return { spec: withFields(spec, { selector: { matchLabels: this.selector }, template }) };
  }

  protected override promise({ replicas, strategy }: Partial<DeploymentSpec>): string {
    const kept = `Keeps ${podsKept(replicas)} running`;
    if (strategy?.type === 'Recreate') return `${kept}; a rollout stops all of them before it starts new ones.`;
    const { maxUnavailable = '25%', maxSurge = '25%' } = strategy?.rollingUpdate ?? {};
    return `${kept}; a rollout takes at most ${maxUnavailable} away and adds at most ${maxSurge} at a time.`;
  }
}

const DEPLOYMENT: WorkloadKind = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  restartPolicy: 'Always',
  promises: ['spec.replicas'],
  selector: 'by-name',
  templatePath: 'spec.template',
  writeOut: (spec) => ({
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' } },
    ...spec,
  }),
};
