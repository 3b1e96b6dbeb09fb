import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { decode } from '../../../lib/kube/schema/decode';
import { canonical } from '../../../lib/kube/schema/canonical';

/** What an API server of 1.36 said to a strict dry run of a document. */
interface Verdict {
  readonly file: string;
  readonly accepted: boolean;
  readonly errors?: readonly { readonly path: string; readonly detail: string }[];
}

const folder = join(__dirname, '../../../../shared/corpus');
const present = existsSync(folder);

(present ? describe : describe.skip)('manifests of others, judged by an API server of 1.36', () => {
  const verdicts = present ? readVerdicts() : [];

  test('what it accepts is decoded without a problem', () => {
    const accepted = verdicts.filter((verdict) => verdict.accepted);
    const alarms = accepted.flatMap(({ file }) => problemsOf(file).map(({ path, code }) => `${file} ${path} ${code}`));
    expect(accepted.length).toBeGreaterThan(0);
    expect(alarms).toEqual([]);
  });

  test('what it cannot decode is refused, at the same unknown fields', () => {
    const undecoded = verdicts.filter(({ errors = [] }) => errors.some(({ path }) => path === ''));
    expect(undecoded.length).toBeGreaterThan(0);
    for (const { file, errors = [] } of undecoded) {
      const problems = problemsOf(file);
      const unknown = problems.filter(({ type }) => type === 'UnknownField').map(({ path }) => path);
      expect([file, problems.length > 0]).toEqual([file, true]);
      expect([file, unknown.sort()]).toEqual([file, unknownFields(errors[0]?.detail ?? '').sort()]);
    }
  });

  test('what it refuses for other reasons is decoded without a problem', () => {
    const invalid = verdicts.filter(({ errors = [] }) => errors.length > 0 && errors.every(({ path }) => path !== ''));
    expect(invalid.filter(({ file }) => problemsOf(file).length > 0).map(({ file }) => file)).toEqual([]);
  });

  test('the canonical form loses no field', () => {
    for (const { file } of verdicts) {
      const document = readDocument(file);
      expect([file, leavesOf(canonical(document), '').sort()]).toEqual([file, leavesOf(document, '').sort()]);
    }
  });
});

function readVerdicts(): Verdict[] {
  const lines = readFileSync(join(folder, 'verdicts.jsonl'), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Verdict);
}

/** Octal numbers and merge keys as YAML 1.1 has them; times stay text, as they do for Kubernetes. */
function readDocument(file: string): unknown {
  return parse(readFileSync(join(folder, 'docs', file), 'utf8'), {
    version: '1.1',
    merge: true,
    logLevel: 'error',
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || tag.tag !== 'tag:yaml.org,2002:timestamp'),
  });
}

function problemsOf(file: string) {
  return decode(readDocument(file), { target: '1.36' });
}

function unknownFields(detail: string): string[] {
  return [...detail.matchAll(/unknown field "([^"]*)"/g)].map(([, path = '']) => path);
}

function leavesOf(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, entry]) => leavesOf(entry, `${path}/${key}`));
}
