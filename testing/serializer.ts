import { Manifest } from '../lib/workloads/manifest';
import { isRecord } from '../lib/kube/is-record';
import { commentsFor } from '../synth/comments';
import { printYaml } from '../synth/yaml/print';

/** Prints objects inside snapshots as the YAML that would be written: `expect.addSnapshotSerializer(manifestSerializer)`. */
export const manifestSerializer = {
  /** Whether a value is an object of the API: a construct of ours, or plain data with apiVersion, kind and metadata. */
  test(value: unknown): boolean {
    if (value instanceof Manifest) return true;
    return isRecord(value) && typeof value['apiVersion'] === 'string' && 'kind' in value && isRecord(value['metadata']);
  },

  /** The object as YAML, with its reasons where it is a construct; inside a list or another value, set in like that. */
  serialize(value: unknown, _settings?: unknown, indentation = ''): string {
    return yamlOf(value)
      .trimEnd()
      .replaceAll(/\n(?=[^\n])/g, `\n${indentation}`);
  },
};

function yamlOf(value: unknown): string {
  if (!(value instanceof Manifest)) return printYaml(value as object);
  const { object, notes } = value.render();
  return printYaml(object, { comments: commentsFor(object, notes) });
}
