import * as cdk8s from 'cdk8s';
import type { AppProps as Cdk8sAppProps } from 'cdk8s';
import { setSettings } from '../lib/workloads/settings';
import type { Settings } from '../lib/workloads/settings';
import { environmentDifferences } from './differences';
import type { EnvironmentDifference } from './differences';
import { filePerObject } from './layout';
import type { Layout } from './layout';
import { renderFiles } from './render-files';
import type { ObjectFile, RenderedFile } from './render-files';
import { givenTarget, handOver, isHandedOver } from './hand-over';
import { inOrder } from './order';
import { inApplyOrder } from './apply-order';
import { kustomizations } from './kustomization';
import { checkedObjects } from './objects';
import { projectName } from './project-name';
import { planFolder } from './folder-plan';
import { isRecordName } from './record';
import { filesOfOthers, remember } from './written';
import { applyPlans } from './write';

/** What holds for a whole App. */
export interface AppProps extends Partial<Settings>, Pick<Cdk8sAppProps, 'outdir' | 'resolvers'> {
  /** Where each object's file goes. @default one file an object, in a folder for its namespace */
  readonly layout?: Layout;
  /** Whether every folder that is applied as a whole gets a `kustomization.yaml`, in apply order. @default false */
  readonly kustomize?: boolean;
  /**
   * The name under which the output folder records what this App wrote; Apps that share a folder and are run apart need
   * names of their own.
   *
   * @default the project's, from its package.json
   */
  readonly name?: string;
}

/**
 * The root of a construct tree, written as YAML that people review.
 *
 * A `cdk8s.App`: stock charts and objects take part in it, and `cdk8s synth` runs it as any other.
 */
export class App extends cdk8s.App {
  readonly #layout: Layout;
  readonly #kustomize: boolean;
  readonly #name: string | undefined;

  /** @throws TypeError where a setting is none, or cannot hold. */
  constructor({ outdir, resolvers, layout = filePerObject, kustomize = false, name, ...settings }: AppProps = {}) {
    super({ ...(outdir === undefined ? {} : { outdir }), ...(resolvers === undefined ? {} : { resolvers }) });
    if (name !== undefined && !isRecordName(name)) {
      throw new TypeError(`name takes lower-case letters, digits, "-", "." and "_", and got ${JSON.stringify(name)}`);
    }
    this.#layout = layout;
    this.#kustomize = kustomize;
    this.#name = name;
    setSettings(this, settings, givenTarget());
  }

  /**
   * Renders and checks every object, in the order in which they may be applied; a `kustomization.yaml` comes last.
   *
   * @throws PodError with everything that is wrong with any of them.
   */
  files(): readonly RenderedFile[] {
    const manifests = this.manifests();
    const files = manifests.map(({ path, text, object }) => ({ path, text, object }));
    if (!this.#kustomize) return files;
    const positions = new Map(inApplyOrder(this).map(({ node }, position) => [node.path, position]));
    const positionOf = ({ object: { construct } }: ObjectFile) => positions.get(construct) ?? 0;
    return [...files, ...kustomizations([...manifests].sort((a, b) => positionOf(a) - positionOf(b)))];
  }

  /**
   * What differs between the environments, for a page that people review: `printDifferences(app.differences())`.
   *
   * @throws PodError with everything that is wrong with any object.
   */
  differences(): readonly EnvironmentDifference[] {
    return environmentDifferences(checkedObjects(this, inOrder(this)));
  }

  /**
   * Writes every object into the output folder: all is rendered and checked before the first byte is written.
   *
   * @throws PodError with everything that is wrong; ForeignFileError where something that is not ours is in the way;
   *   OutputError where the folder cannot be written; Error where another App of this process writes the same file.
   */
  override synth(): void {
    const files = this.files();
    const name = this.#name ?? projectName();
    const kept = filesOfOthers(this.outdir, name, this);
    const plan = planFolder(this.outdir, files, { name, kept });
    for (const { path, digest } of plan.files) {
      if ((kept.get(path) ?? digest) !== digest) throw new Error(`two Apps write ${path} into ${this.outdir}`);
    }
    applyPlans(this.outdir, [plan], { unread: isHandedOver(this.outdir) });
    remember(this.outdir, name, this, plan.files);
    handOver(this.outdir, files);
  }

  /**
   * All objects as one YAML text, in the order in which they may be applied.
   *
   * @throws PodError with everything that is wrong.
   */
  override synthYaml(): string {
    return this.manifests()
      .map(({ text }) => text)
      .join('---\n');
  }

  private manifests(): readonly ObjectFile[] {
    return renderFiles(checkedObjects(this, inOrder(this)), this.#layout);
  }
}
