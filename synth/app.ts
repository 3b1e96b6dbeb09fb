import { resolve } from 'node:path';
import * as cdk8s from 'cdk8s';
import type { AppProps as Cdk8sAppProps } from 'cdk8s';
import { setSettings } from '../lib/workloads/settings';
import type { Settings } from '../lib/workloads/settings';
import { environmentDifferences } from './differences';
import type { EnvironmentDifference } from './differences';
import { filePerObject } from './layout';
import type { Layout } from './layout';
import { renderFiles } from './render-files';
import type { ObjectFile } from './render-files';
import { inOrder } from './order';
import { inApplyOrder } from './apply-order';
import { kustomizations } from './kustomization';
import { checkedObjects } from './objects';
import { writeManifests } from './write';
import type { ManifestFile } from './write';

/** What holds for a whole App. */
export interface AppProps extends Partial<Settings>, Pick<Cdk8sAppProps, 'outdir' | 'resolvers'> {
  /** Where each object's file goes. @default one file an object, in a folder for its namespace */
  readonly layout?: Layout;
  /** Whether every folder that is applied as a whole gets a `kustomization.yaml`, in apply order. @default false */
  readonly kustomize?: boolean;
}

/**
 * The root of a construct tree, written as YAML that people review.
 *
 * A `cdk8s.App`: stock charts and objects take part in it, and `cdk8s synth` runs it as any other.
 */
export class App extends cdk8s.App {
  readonly #layout: Layout;
  readonly #kustomize: boolean;

  constructor({ outdir, resolvers, layout = filePerObject, kustomize = false, ...settings }: AppProps = {}) {
    super({ ...(outdir === undefined ? {} : { outdir }), ...(resolvers === undefined ? {} : { resolvers }) });
    this.#layout = layout;
    this.#kustomize = kustomize;
    setSettings(this, settings);
  }

  /**
   * Renders and checks every object, in the order in which they may be applied; a `kustomization.yaml` comes last.
   *
   * @throws PodError with everything that is wrong with any of them.
   */
  files(): readonly ManifestFile[] {
    const manifests = this.manifests();
    const files = manifests.map(({ path, text }) => ({ path, text }));
    if (!this.#kustomize) return files;
    const positions = new Map(inApplyOrder(this).map(({ node }, position) => [node.path, position]));
    const positionOf = ({ of: { construct } }: ObjectFile) => positions.get(construct) ?? 0;
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
    const others = othersIn(this.outdir, this);
    for (const { path, text } of files) {
      if ((others.get(path) ?? text) !== text) throw new Error(`two Apps write ${path} into ${this.outdir}`);
    }
    writeManifests(this.outdir, files, [...others.keys()]);
    WRITTEN.set(this, { folder: resolve(this.outdir), files });
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

/** What the Apps of this process have written: none removes the files of another. */
const WRITTEN = new Map<App, { readonly folder: string; readonly files: readonly ManifestFile[] }>();

function othersIn(outdir: string, app: App): ReadonlyMap<string, string> {
  const folder = resolve(outdir);
  const others = [...WRITTEN].filter(([other, written]) => other !== app && written.folder === folder);
  return new Map(others.flatMap(([, { files }]) => files.map(({ path, text }): [string, string] => [path, text])));
}
