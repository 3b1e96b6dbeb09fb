import type { IConstruct } from 'constructs';
import { DEFAULT_TARGET } from '../kube/version';
import type { KubernetesVersion } from '../kube/version';
import type { DefaultName } from '../pod/defaults';
import type { Why } from '../pod/reason';

/** What holds for every workload of an App. */
export interface Settings {
  /** The Kubernetes version that manifests are written for. */
  readonly target: KubernetesVersion;
  /** The feature gates that the cluster has on beyond its version's default; a field behind another gate is refused. */
  readonly featureGates: readonly string[];
  /** The secure defaults that the whole App does without. */
  readonly without: Readonly<Partial<Record<DefaultName, Why>>>;
  /** Whether what decides run-time behaviour is written out where Kubernetes would fill it in. */
  readonly explicit: boolean;
}

const KEY = 'podwright/settings';

const DEFAULTS: Settings = { target: DEFAULT_TARGET, featureGates: [], without: {}, explicit: true };

/** Hands an App's settings down to its constructs. Called once, before the App has children. */
export function setSettings(app: IConstruct, settings: Partial<Settings>): void {
  app.node.setContext(KEY, { ...DEFAULTS, ...settings });
}

/** The settings that hold for a construct; under a stock `cdk8s.App`, the defaults. */
export function settingsOf(construct: IConstruct): Settings {
  return (construct.node.tryGetContext(KEY) as Settings | undefined) ?? DEFAULTS;
}
