import type { IConstruct } from 'constructs';
import { DEFAULT_TARGET, KUBERNETES_VERSIONS } from '../kube/version';
import type { KubernetesVersion } from '../kube/version';
import { fieldsArgument } from '../pod/argument';
import { DEFAULT_NAMES, isDefaultName } from '../pod/defaults';
import type { DefaultName } from '../pod/defaults';
import { checkedWhy } from '../pod/reason';
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
const GIVEN = 'podwright/given-settings';

const DEFAULTS: Settings = { target: DEFAULT_TARGET, featureGates: [], without: {}, explicit: true };

/**
 * Hands an App's settings down to its constructs. Called once, before the App has children.
 *
 * @param given What holds from outside, whatever the App and its parts say.
 * @throws TypeError where a setting is none, or cannot hold.
 */
export function setSettings(app: IConstruct, settings: Partial<Settings>, given: Partial<Settings> = {}): void {
  for (const name of Object.keys(settings)) {
    if (!Object.hasOwn(DEFAULTS, name)) throw new TypeError(`an App has no setting "${name}"`);
  }
  const said = Object.fromEntries(
    (Object.entries(settings) as [string, unknown][]).filter(([, value]) => value !== undefined),
  );
  app.node.setContext(KEY, checked({ ...DEFAULTS, ...said, ...given }));
  app.node.setContext(GIVEN, given);
}

/** Sets some settings anew for a part of an App, but for what holds from outside. Called before that part has children. */
export function overrideSettings(part: IConstruct, settings: Partial<Settings>): void {
  const said = checked({ ...settingsOf(part), ...settings });
  const given = part.node.tryGetContext(GIVEN) as Partial<Settings> | undefined;
  part.node.setContext(KEY, checked({ ...said, ...given }));
}

/** A frozen copy of settings that plain JavaScript may have got wrong. */
function checked({ target, featureGates, without, explicit }: Settings): Settings {
  if (!KUBERNETES_VERSIONS.includes(target)) {
    throw new TypeError(`target takes one of ${KUBERNETES_VERSIONS.join(', ')}, and got ${JSON.stringify(target)}`);
  }
  const reasons = Object.entries(fieldsArgument('without', without)).map(([name, why]): [string, Why] => {
    if (!isDefaultName(name)) throw new TypeError(`there is no default "${name}" to leave out: ${DEFAULT_NAMES}`);
    return [name, checkedWhy(why, `new App({ without: { ${name} } })`)];
  });
  return Object.freeze({
    target,
    featureGates: Object.freeze([...featureGates]),
    without: Object.freeze(Object.fromEntries(reasons)),
    explicit,
  });
}

/** The settings that hold for a construct; under a stock `cdk8s.App`, the defaults. */
export function settingsOf(construct: IConstruct): Settings {
  return (construct.node.tryGetContext(KEY) as Settings | undefined) ?? DEFAULTS;
}
