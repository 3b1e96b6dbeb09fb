import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { ObjectMeta } from '../../lib/kube/api/meta';
import type { PodSpec } from '../../lib/kube/api/pod';
import { tryPodOf } from '../../lib/kube/pod-of';

/** What an API server said of the Pod of a manifest that was written by others. */
export interface JudgedPod {
  readonly file: string;
  readonly metadata: ObjectMeta | undefined;
  readonly spec: PodSpec;
  readonly qos: string;
  readonly baseline: string;
  readonly restricted: string;
}

const SHARED = resolve('..', 'shared');
const FOLDERS: readonly (readonly [verdicts: string, documents: string])[] = [
  ['corpus/verdicts.jsonl', 'corpus/docs'],
  ['reference-manifests/verdicts.jsonl', 'reference-manifests'],
];

/** Every Pod with a verdict, where the collection of manifests is at hand; otherwise none. */
export function judgedPods(): JudgedPod[] {
  return FOLDERS.filter(([verdicts]) => existsSync(join(SHARED, verdicts))).flatMap(([verdicts, documents]) =>
    readFileSync(join(SHARED, verdicts), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .flatMap((line) => judgedPod(line, documents)),
  );
}

function judgedPod(line: string, documents: string): JudgedPod[] {
  const { file, pod } = JSON.parse(line) as { file: string; pod?: Partial<JudgedPod> };
  if (pod?.qos === undefined || pod.baseline === undefined || pod.restricted === undefined) return [];
  const template = tryPodOf(read(join(SHARED, documents, file)));
  if (template?.spec === undefined) return [];
  const { qos, baseline, restricted } = pod;
  return [{ file, metadata: template.metadata, spec: template.spec, qos, baseline, restricted }];
}

/** Published manifests are written in YAML 1.1, where `0644` is octal. */
function read(file: string): unknown {
  return parse(readFileSync(file, 'utf8'), { version: '1.1', merge: true });
}
