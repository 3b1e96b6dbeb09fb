import { parse } from 'yaml';
import { Failure } from './failure';
import { tryReadText } from '../synth/text-file';

/** What a project's `cdk8s.yaml` says to us. */
export interface Config {
  /** The command that runs the App. */
  readonly app?: string;
  /** The folder that the manifests are written into. */
  readonly output?: string;
}

/** Reads `cdk8s.yaml` in the current folder; a project without one is configured by flags. */
export function readConfig(path = 'cdk8s.yaml'): Config {
  const text = tryReadText(path);
  if (text === undefined) return {};
  const config: unknown = parseYaml(text, path);
  if (typeof config !== 'object' || config === null) throw new Failure(`${path} must hold a map with app and output`);
  const { app, output } = config as Readonly<Record<string, unknown>>;
  return { ...textField(path, 'app', app), ...textField(path, 'output', output) };
}

function textField(path: string, name: string, value: unknown): Readonly<Record<string, string>> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'string') throw new Failure(`${path}: ${name} must be text, and is ${JSON.stringify(value)}`);
  return { [name]: value };
}

function parseYaml(text: string, path: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new Failure(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
