import type { ContainerPort } from '../kube/api/container';
import type { NamesOf, PodShape } from './shape';
import type { Except } from './reason';

/** A port in full: the API's own fields, its name being the key. */
export interface PortDetails extends Omit<ContainerPort, 'name' | 'hostPort' | 'hostIP'> {
  /** A port of the node itself: keeps a second replica off the node, so it needs an exception. */
  readonly hostPort?: Except<number>;
  readonly hostIP?: string;
}

/** The ports of a container by name: a number, or the API's own fields. */
export type PortsByName = Readonly<Record<string, number | PortDetails>>;

/** The ports of a container as the API lists them, for ports that have no name. */
export type PortList = readonly (Omit<ContainerPort, 'hostPort'> & { readonly hostPort?: Except<number> })[];

/** The ports that a container listens on. */
export type Ports = PortsByName | PortList;

/** The names of declared ports. */
export type PortNames<P> = P extends PortList
  ? P[number] extends { readonly name: infer Name extends string }
    ? Name
    : never
  : keyof P & string;

/** What declared ports bind, as `8080/TCP`; ports whose number the compiler does not know bind nothing here. */
export type PortBindings<P> = P extends PortList
  ? BindingOf<P[number]>
  : { readonly [Name in keyof P]: BindingOf<P[Name]> }[keyof P];

/** What a probe may aim at: a declared port by its name, or by its number. */
export type PortReference<P> = [keyof P] extends [never]
  ? 'this container declares no ports: add the port to `ports` first'
  : PortNames<P> | PortNumbers<P>;

/** Ports that fit beside those of the Pod so far; where one does not, a sentence that says why. */
export type FreshPorts<P, Shape extends PodShape> = string extends Shape['bindings'] | NamesOf<Shape['ports']>
  ? P
  : [Extract<PortBindings<P>, Shape['bindings']>] extends [never]
    ? [Extract<PortNames<P>, NamesOf<Shape['ports']>>] extends [never]
      ? P
      : `a port named "${Extract<PortNames<P>, NamesOf<Shape['ports']>>}" exists already in this Pod`
    : `port ${Extract<PortBindings<P>, Shape['bindings']>} is bound already by another container of this Pod`;

type BindingOf<Port> = Port extends number
  ? Bound<Port, 'TCP'>
  : Port extends { readonly containerPort: infer Num extends number; readonly protocol: infer Protocol extends string }
    ? Bound<Num, Protocol>
    : Port extends { readonly containerPort: infer Num extends number }
      ? Bound<Num, 'TCP'>
      : never;

type Bound<Num extends number, Protocol extends string> = number extends Num ? never : `${Num}/${Protocol}`;

type PortNumbers<P> = P extends PortList
  ? NumberOf<P[number]>
  : { readonly [Name in keyof P]: NumberOf<P[Name]> }[keyof P];

type NumberOf<Port> = Port extends number
  ? Port
  : Port extends { readonly containerPort: infer Num extends number }
    ? Num
    : never;
