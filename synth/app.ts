import { resolve } from 'node:path';
import * as cdk8s from 'cdk8s';
import type { AppProps as Cdk8sAppProps } from 'cdk8s';
import { setSettings } from '../lib/workloads/settings';
import type { Settings } from '../lib/workloads/settings';
import { filePerObject } from './layout';
import type { Layout } from './layout';
import { renderFiles } from './render-files';
import { inOrder } from './order';
import { checkedObjects } from './objects';
import { writeManifests } from './write';
import type { ManifestFile } from './write';

/** What holds for a whole App. */
export interface AppProps extends Partial<Settings>, Pick<Cdk8sAppProps, 'outdir' | 'resolvers'> {
  /** Where each object's file goes. @default one file an object, in a folder for its namespace */
  readonly layout?: Layout;
}

/**
 * The root of a construct tree, written as YAML that people review.
 *
 * A `cdk8s.App`: stock charts and objects take part in it, and `cdk8s synth` runs it as any other.
 */
export class App extends cdk8s.App {
  readonly #layout: Layout;

  constructor({ outdir, resolvers, layout = filePerObject, ...settings }: AppProps = {}) {
    super({ ...(outdir === undefined ? {} : { outdir }), ...(resolvers === undefined ? {} : { resolvers }) });
    this.#layout = layout;
    setSettings(this, settings);
  }

  /**
   * Renders and checks every object, in the order in which they may be applied.
   *
   * @throws PodError with everything that is wrong with any of them.
   */
  files(): readonly ManifestFile[] {
    return renderFiles(checkedObjects(this, inOrder(this)), this.#layout);
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
    return this.files()
      .map(({ text }) => text)
      .join('---\n');
  }
}

/** What the Apps of this process have written: none removes the files of another. */
const WRITTEN = new Map<App, { readonly folder: string; readonly files: readonly ManifestFile[] }>();

function othersIn(outdir: string, app: App): ReadonlyMap<string, string> {
  const folder = resolve(outdir);
  const others = [...WRITTEN].filter(([other, written]) => other !== app && written.folder === folder);
  return new Map(others.flatMap(([, { files }]) => files.map(({ path, text }): [string, string] => [path, text])));
}
