import { SECURE_DEFAULTS } from './defaults';
import type { DefaultName } from './defaults';
import { isBox, isRecord } from './plain';

type Fields = Readonly<Record<string, unknown>>;

/** The defaults that do not hold for a Pod, and whether those of Linux alone make sense for it. */
export interface Unsecured {
  readonly left: ReadonlySet<DefaultName>;
  readonly windows: boolean;
}

/** A container with what its security context leaves open filled in; what is written there stays. */
export function secureContainer(container: Fields, { left, windows }: Unsecured): Fields {
  if (windows) return container;
  const context = container['securityContext'] ?? {};
  if (!isRecord(context)) return container;
  const filled = fill(context, SECURE_DEFAULTS.containerSecurityContext, left);
  const complete = { ...filled, ...droppingAll(filled['capabilities'], left) };
  return Object.keys(complete).length === 0 ? container : { ...container, securityContext: complete };
}

/** A Pod spec with what its security context leaves open filled in; what is written there stays. */
export function securePodSpec(spec: Fields, { left, windows }: Unsecured): Fields {
  const secured = fill(spec, SECURE_DEFAULTS.pod, left);
  const context = spec['securityContext'] ?? {};
  if (!isRecord(context)) return secured;
  const { seccompProfile, ...everywhere } = SECURE_DEFAULTS.podSecurityContext;
  const filled = fill(context, windows ? everywhere : { ...everywhere, seccompProfile }, left);
  return Object.keys(filled).length === 0 ? secured : { ...secured, securityContext: filled };
}

function fill(given: Fields, defaults: Fields, left: ReadonlySet<string>): Fields {
  const missing = Object.entries(defaults).filter(([name]) => !(name in given) && !left.has(name));
  return { ...given, ...Object.fromEntries(missing) };
}

/** Capabilities that only add something still drop the rest. */
function droppingAll(capabilities: unknown, left: ReadonlySet<DefaultName>): Fields {
  if (!isRecord(capabilities) || isBox(capabilities) || 'drop' in capabilities || left.has('capabilities')) return {};
  return { capabilities: { ...capabilities, ...SECURE_DEFAULTS.containerSecurityContext.capabilities } };
}
