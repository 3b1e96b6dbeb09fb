import { parse } from 'yaml';
import { isRecord } from '../lib/kube/is-record';
import { closestWord } from '../lib/kube/schema/field-advice';
import { Failure } from './failure';
import { tryReadText } from '../synth/text-file';
import { reasonOf } from './reason-of';

/** What a project's `cdk8s.yaml` says to us. */
export interface Config {
  /** The command that runs the App. */
  readonly app?: string;
  /** The folder that the manifests are written into. */
  readonly output?: string;
}

/** Reads `cdk8s.yaml` in the current folder; a project without one is configured by flags. */
export function readConfig(path = 'cdk8s.yaml'): Config {
  const text = textOf(path);
  if (text === undefined) return {};
  const config: unknown = parseYaml(text, path);
  if (!isRecord(config)) throw new Failure(`${path} must hold a map with app and output`);
  for (const key of Object.keys(config)) refuseSlip(path, key);
  const { app, output } = config;
  return { ...textField(path, 'app', app), ...textField(path, 'output', output) };
}

/** The keys that cdk8s gives the file; others may belong to somebody else's tools. */
const KEYS = [
  'app',
  'output',
  'language',
  'imports',
  'importDirectory',
  'pluginsDirectory',
  'validations',
  'synthConfig',
] as const;

/** A key that is one of the known ones but for a slip would be passed over without a word. */
function refuseSlip(path: string, key: string): void {
  const known = closestWord(key, KEYS);
  if (known !== undefined && known !== key)
    throw new Failure(`${path}: there is no key "${key}"; it is spelt "${known}"`);
}

function textField(path: string, name: string, value: unknown): Readonly<Record<string, string>> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'string' || value.trim() === '')
    throw new Failure(`${path}: ${name} must be text, and is ${JSON.stringify(value)}`);
  return { [name]: value };
}

function textOf(path: string): string | undefined {
  try {
    return tryReadText(path);
  } catch (error) {
    throw new Failure(`${path} cannot be read: ${reasonOf(error)}`);
  }
}

function parseYaml(text: string, path: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new Failure(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
