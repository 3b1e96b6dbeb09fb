import { titleOf } from '../entity';
import type { Severity } from '../finding';
import type { Review } from '../review';
import { paragraphOf, problemParagraph } from './spoken';

/**
 * A review as the workflow commands that GitHub Actions turns into annotations beside the changed lines; nothing where
 * nothing was found.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function printGithub({ problems, findings }: Review): string {
  const lines = [
    ...problems.map((problem) => {
      const title = `${titleOf(problem.object)}: ${problem.code}`;
      return command('error', problem, title, problemParagraph(problem));
    }),
    ...findings.map((finding) => {
      const title = `${titleOf(finding.object)}: ${finding.rule}`;
      return command(COMMAND[finding.severity], finding, title, `${paragraphOf(finding)} ${finding.see}`);
    }),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

interface Place {
  readonly file?: string;
  readonly line?: number;
}

function command(name: string, { file, line }: Place, title: string, message: string): string {
  const properties = [
    ...(file === undefined ? [] : [`file=${escapedProperty(file)}`]),
    ...(line === undefined ? [] : [`line=${line}`]),
    `title=${escapedProperty(title)}`,
  ];
  return `::${name} ${properties.join(',')}::${escaped(message)}`;
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
