/**
 * What the compiler knows of a Pod: it grows with every step, so that a wrong name does not compile.
 *
 * Names are keys rather than members of a union, so that a pattern can ask for what it needs:
 * `Shape extends PodShape & { volumes: { logs: true } }`.
 */
export interface PodShape {
  /** All containers, init containers and sidecars among them, by name. */
  readonly containers: object;
  /** The volumes that a container may mount, by name. */
  readonly volumes: object;
  /** The ports that a Service may aim at, by name. */
  readonly ports: object;
  /** What is bound while the Pod runs, as `8080/TCP`. */
  readonly bindings: string;
  /** Whether some container says when the Pod may get traffic. */
  readonly ready: boolean;
}

/** What is known of a Pod whose names are taken as they come: each is checked at synthesis. */
export interface OpenShape {
  readonly containers: Readonly<Record<string, string>>;
  readonly volumes: Readonly<Record<string, true>>;
  readonly ports: Readonly<Record<string, true>>;
  readonly bindings: string;
  readonly ready: boolean;
}

/** What a step adds to a Pod, and the ports that it takes away from Services. */
export interface PodStep extends Partial<PodShape> {
  /** Ports, by name, that no Service may aim at any longer; what binds them is bound as before. */
  readonly hidden?: string;
}

/** The names of one kind that a Pod has. */
export type NamesOf<Things> = keyof Things & string;

/** A Pod's shape after a step: names are added, and nothing is taken away but ports from Services. */
export type Grown<Shape extends PodShape, Added extends PodStep> = Shown<{
  readonly containers: Joined<Shape, Added, 'containers'>;
  readonly volumes: Joined<Shape, Added, 'volumes'>;
  readonly ports: Served<Joined<Shape, Added, 'ports'>, Added>;
  readonly bindings:
    Shape['bindings'] | (Added extends { readonly bindings: infer More extends string } ? More : never);
  readonly ready: Shape['ready'] extends true ? true : Added extends { readonly ready: true } ? true : Shape['ready'];
}>;

/** A name that is not taken yet; where it is, a sentence that says so. A computed name is checked at synthesis. */
export type FreshName<Name extends string, Taken, What extends string> = string extends Name | NamesOf<Taken>
  ? Name
  : Name extends NamesOf<Taken>
    ? `${What} named "${Name}" exists already in this Pod`
    : Name;

type Joined<Shape extends PodShape, Added, Kind extends 'containers' | 'volumes' | 'ports'> = Added extends {
  readonly [K in Kind]: infer More extends object;
}
  ? Shown<Shape[Kind] & More>
  : Shape[Kind];

type Served<Ports, Added> = Added extends { readonly hidden: infer Port extends string }
  ? { readonly [Name in keyof Ports as Exclude<Name, Port>]: Ports[Name] }
  : Ports;

type Shown<Things> = { readonly [Name in keyof Things]: Things[Name] } & {};
