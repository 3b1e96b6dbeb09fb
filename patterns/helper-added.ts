import type { PortBindings, PortNames, Ports } from '../lib/pod/ports';
import type { ByPath, VolumesIn } from './mounts';

/** What there is to know of a helper: its name, and of the rest only what it has. */
export interface HelperFacts {
  readonly name: string;
  /** Ports that a Service may aim at. */
  readonly ports?: Ports;
  /** Ports for the Pod alone. */
  readonly internal?: Ports;
  /** The port of the application that it stands before, by name: no Service may aim there any longer. */
  readonly hidden?: string;
  /** The volume that it brings along, by name; several as a union. */
  readonly volume?: string;
  /** Whether it says when the Pod may get traffic. */
  readonly ready?: boolean;
}

/**
 * What the compiler knows of a helper once it is there.
 *
 * @example `HelperAdded<{ name: 'tail'; ports: { http: 8686 }; volume: 'tail-config' }>`
 */
export interface HelperAdded<Facts extends HelperFacts> {
  readonly containers: Readonly<Record<Facts['name'], 'sidecar'>>;
  readonly volumes: Readonly<Record<Fact<Facts, 'volume', string>, true>>;
  readonly ports: { readonly [Port in PortNames<Fact<Facts, 'ports'>>]: true };
  readonly bindings: PortBindings<Fact<Facts, 'ports'>> | PortBindings<Fact<Facts, 'internal'>>;
  readonly hidden: Fact<Facts, 'hidden', string>;
  readonly ready: Facts extends { readonly ready: true } ? true : false;
}

/** The volumes that a pattern needs to be there. */
export interface VolumesNeeded<Mounts extends ByPath> {
  readonly volumes: Readonly<Record<VolumesIn<Mounts>, true>>;
}

type Fact<Facts, Key extends keyof HelperFacts, Kind = unknown> = Facts extends {
  readonly [K in Key]: infer Said extends Kind;
}
  ? Said
  : never;
