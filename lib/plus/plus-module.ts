import type { Construct } from 'constructs';

/**
 * What the bridge uses of a cdk8s-plus module, whichever Kubernetes version its name ends with: a user's own copy of
 * `cdk8s-plus-28` or of a newer sibling is handed over, so that nothing here depends on one of them.
 */
export interface PlusModule {
  readonly Service: Made<{ select(selector: never): void }>;
  readonly NetworkPolicy: Made<{ addIngressRule(peer: never, ports?: never): void }>;
  readonly RoleBinding: Made<{ addSubjects(...subjects: never[]): void }>;
  readonly HorizontalPodAutoscaler: new (scope: Construct, id: string, props: never) => object;
  readonly IngressBackend: { fromService(service: never, options?: { readonly port?: number }): object };
  readonly LabelSelector: { of(options?: { readonly labels?: Record<string, string> }): object };
  readonly PodConnections: new (instance: never) => object;
}

type Made<Instance> = abstract new (...given: never[]) => Instance;

/** Whatever a Service of theirs, or a policy, can select. */
export type PlusSelector<Plus extends PlusModule> = Parameters<InstanceType<Plus['Service']>['select']>[0];

/** Whoever a policy of theirs can let through. */
export type PlusPeer<Plus extends PlusModule> = Parameters<InstanceType<Plus['NetworkPolicy']>['addIngressRule']>[0];

/** Whoever a binding of theirs can give a role to. */
export type PlusSubject<Plus extends PlusModule> = Parameters<InstanceType<Plus['RoleBinding']>['addSubjects']>[number];

/** Whatever an autoscaler of theirs can scale. */
export type PlusScalable<Plus extends PlusModule> = ConstructorParameters<Plus['HorizontalPodAutoscaler']>[2] extends {
  readonly target: infer Target;
}
  ? Target
  : never;

/** Where an Ingress of theirs can lead. */
export type PlusBackend<Plus extends PlusModule> = ReturnType<Plus['IngressBackend']['fromService']>;

/** What opens connections between workloads of theirs. */
export type PlusConnections<Plus extends PlusModule> = InstanceType<Plus['PodConnections']>;
