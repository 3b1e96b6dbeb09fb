import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '../../lib/kube/judge';
import type { Problem } from '../../lib/kube/problem';
import { readManifests } from '../../synth/read-yaml';
import { podVerdictOf } from './pod-verdict';
import { comparePaths, Tally } from './tally';
import type { Verdict } from './verdict';

const TARGET = '1.36';

/** Judges every document of a folder and holds the judgement against what a real API server said. */
export function compareFolder(folder: string): Tally {
  const tally = new Tally();
  for (const line of readFileSync(join(folder, 'verdicts.jsonl'), 'utf8').split('\n')) {
    if (line.trim() !== '') compare(JSON.parse(line) as Verdict, folder, tally);
  }
  return tally;
}

function compare(verdict: Verdict, folder: string, tally: Tally): void {
  const path = [join(folder, 'docs', verdict.file), join(folder, verdict.file)].find((place) => existsSync(place));
  if (path === undefined) {
    tally.differ(verdict.file, 'no such file');
    return;
  }
  const { documents, problems: unread } = readManifests(readFileSync(path, 'utf8'));
  const [document] = documents;
  const { problems, warnings } = judge(document?.value, { target: TARGET });
  const unreadable = unread.map(({ message }): Problem => ({
    code: 'yaml',
    path: '',
    type: 'Invalid',
    detail: message,
  }));
  const refused = [...unreadable, ...problems.filter(({ ours }) => ours !== true)];
  tally.ours(
    verdict.file,
    problems.filter(({ ours }) => ours === true),
  );
  tally.verdict(verdict, refused);
  if (verdict.accepted) tally.warnings(verdict, warnings);
  if (!verdict.accepted && refused.length > 0) comparePaths(verdict, refused, tally);
  if (verdict.pod?.accepted === true) tally.pod(verdict, podVerdictOf(document?.value, TARGET));
}
