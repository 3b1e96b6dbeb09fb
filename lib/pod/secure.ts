import { withFields, unfinished } from '../kube/alter';
import { SECURE_DEFAULTS } from './defaults';
import type { DefaultName } from './defaults';
import { isRecord } from '../kube/is-record';
import { isBox } from './plain';

type Fields = Readonly<Record<string, unknown>>;

/** The defaults that do not hold for a Pod, and whether those of Linux alone make sense for it. */
export interface Unsecured {
  readonly left: ReadonlySet<DefaultName>;
  readonly windows: boolean;
}

/** The security context of a container with what it leaves open filled in; undefined where it stays as it is. */
export function securedContext({ securityContext }: Fields, { left, windows }: Unsecured): Fields | undefined {
  const context = securityContext ?? {};
  if (windows || !isRecord(context)) return undefined;
  const filled = fill(context, SECURE_DEFAULTS.containerSecurityContext, left);
  const { capabilities } = filled;
  if (addsOnly(capabilities, left)) {
    filled['capabilities'] = { ...capabilities, ...SECURE_DEFAULTS.containerSecurityContext.capabilities };
  }
  return Object.keys(filled).length === 0 ? undefined : filled;
}

/** A container with what its security context leaves open filled in; the same where nothing is. */
export function secureContainer(container: Fields, unsecured: Unsecured): Fields {
  const securityContext = securedContext(container, unsecured);
  return securityContext === undefined ? container : withFields(container, { securityContext });
}

/** A Pod spec with what its security context leaves open filled in; what is written there stays. */
export function securePodSpec(spec: Fields, { left, windows }: Unsecured): Fields {
  const secured = fill(spec, SECURE_DEFAULTS.pod, left);
  const context = spec['securityContext'] ?? {};
  if (!isRecord(context)) return secured;
  const filled = fill(context, SECURE_DEFAULTS.podSecurityContext, windows ? new Set([...left, ...LINUX_ONLY]) : left);
  return Object.keys(filled).length === 0 ? secured : withFields(secured, { securityContext: filled });
}

/** Windows knows no such thing. */
const LINUX_ONLY = ['seccompProfile'];

function fill(given: Fields, defaults: Fields, left: ReadonlySet<string>): Record<string, unknown> {
  const filled: Record<string, unknown> = unfinished(given);
  for (const name of Object.keys(defaults)) {
    if (!(name in given) && !left.has(name)) filled[name] = defaults[name];
  }
  return filled;
}

/** Capabilities that only add something still drop the rest. */
function addsOnly(capabilities: unknown, left: ReadonlySet<DefaultName>): capabilities is Fields {
  return isRecord(capabilities) && !isBox(capabilities) && !('drop' in capabilities) && !left.has('capabilities');
}
