import { problemSentence, type Problem } from '../lib/kube/problem';
import type { DocumentVerdict } from './document-verdict';

/** What a person reads of a verdict: nothing where nothing is wrong, else the document's place and every problem. */
export function printVerdict(verdict: DocumentVerdict, showsWarnings: boolean): string {
  const title = oneLine(titleOf(verdict));
  if (verdict.reason !== undefined) return `${title}  cannot be read: ${oneLine(verdict.reason)}\n`;
  const lines = [
    ...verdict.problems.map((problem) => `${problemSentence(problem)}${noteOn(problem)}`),
    ...(showsWarnings ? verdict.warnings : []).map((warning) => `warning: ${problemSentence(warning)}`),
  ];
  return lines.length === 0 ? '' : `${title}\n${lines.map((line) => `  ${oneLine(line)}\n`).join('')}`;
}

/** A verdict as one line of JSON, with the sentence of every problem. */
export function printVerdictAsJson(verdict: DocumentVerdict): string {
  const spoken = (problem: Problem) => ({ ...problem, sentence: problemSentence(problem) });
  const { problems, warnings } = verdict;
  return `${JSON.stringify({ ...verdict, problems: problems.map(spoken), warnings: warnings.map(spoken) })}\n`;
}

/** A text without line breaks and without what a terminal would obey. */
export function oneLine(text: string): string {
  return text.replace(CONTROL, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

function titleOf({ file, line, kind, namespace, name }: DocumentVerdict): string {
  const place = `${file}:${line}`;
  const identity = [namespace, name].filter((part) => part !== undefined).join('/');
  return [place, [kind, identity].filter(Boolean).join(' ')].filter(Boolean).join('  ');
}

function noteOn({ ours }: Problem): string {
  return ours === true ? '  (our own rule: the API server takes it)' : '';
}
