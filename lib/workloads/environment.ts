import { Construct } from 'constructs';
import { dnsLabelComplaints } from '../kube/names';
import type { KubernetesVersion } from '../kube/version';
import { overrideSettings } from './settings';

/** Where an object goes: into an environment, onto a cluster; both undefined where there is but one of everything. */
export interface Destination {
  readonly environment: string | undefined;
  readonly cluster: string | undefined;
}

/** The label that says to which environment an object belongs; it always agrees with the folder. */
export const ENVIRONMENT_LABEL = 'environment';

const KEY = 'podwright/destination';
const NOWHERE: Destination = { environment: undefined, cluster: undefined };

/** The destination of a construct; both parts undefined outside of environments and clusters. */
export function destinationOf(construct: Construct): Destination {
  return (construct.node.tryGetContext(KEY) as Destination | undefined) ?? NOWHERE;
}

/** The folder of a destination, from the output folder: `prod/eu-1`; empty for the output folder itself. */
export function folderOf({ environment, cluster }: Destination): string {
  if (environment === undefined) return cluster ?? '';
  return cluster === undefined ? environment : `${environment}/${cluster}`;
}

/** A part of an App with a folder of its own, in which charts are made: an environment, or a cluster. */
export abstract class Part extends Construct {
  /** The folder of its files, from the output folder: `prod`, `prod/eu-1`. */
  readonly folder: string;
  readonly #what: string;

  constructor(scope: Construct, name: string, what: string, destination: Destination) {
    const [complaint] = dnsLabelComplaints(name);
    if (complaint !== undefined) throw new TypeError(`${what} "${name}" becomes a folder and a label: it ${complaint}`);
    super(scope, name);
    this.node.setContext(KEY, Object.freeze(destination));
    this.folder = folderOf(destination);
    this.#what = `${what} "${name}"`;
  }

  /**
   * Says which Kubernetes version runs here, where that is not the version of the whole App.
   *
   * @throws TypeError where there is no such version; Error where something was made here already.
   */
  target(version: KubernetesVersion): this {
    if (this.node.children.length > 0) throw new Error(`say the target of ${this.#what} before you make charts in it`);
    overrideSettings(this, { target: version });
    return this;
  }
}

/** An environment, such as `dev` or `prod`: a folder of its own, and a label on every object of its charts. */
export class Environment extends Part {
  /** @throws TypeError where the name is no DNS label, or an environment stands inside another, or inside a cluster. */
  constructor(scope: Construct, name: string) {
    if (folderOf(destinationOf(scope)) !== '') {
      throw new TypeError(`environment "${name}" cannot stand inside "${folderOf(destinationOf(scope))}"`);
    }
    super(scope, name, 'environment', { environment: name, cluster: undefined });
  }
}

/** A cluster, of an environment or of the App: a folder of its own. */
export class Cluster extends Part {
  /** @throws TypeError where the name is no DNS label, or a cluster stands inside another. */
  constructor(scope: Construct, name: string) {
    const { environment, cluster } = destinationOf(scope);
    if (cluster !== undefined) throw new TypeError(`cluster "${name}" cannot stand inside cluster "${cluster}"`);
    super(scope, name, 'cluster', { environment, cluster: name });
  }
}
