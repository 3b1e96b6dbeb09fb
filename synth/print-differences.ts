import type { EnvironmentDifference, FieldValue } from './differences';

/**
 * What differs between environments, as a Markdown page: a table for each object, a row for each field.
 *
 * @param differences As `app.differences()` returns them.
 */
export function printDifferences(differences: readonly EnvironmentDifference[]): string {
  const parts = ['# What differs between the environments\n'];
  if (differences.length === 0) parts.push('Nothing.\n');
  for (const object of new Set(differences.map((difference) => difference.object))) {
    parts.push(`## ${object}\n`, table(differences.filter((difference) => difference.object === object)));
  }
  return parts.join('\n');
}

function table(rows: readonly EnvironmentDifference[]): string {
  const environments = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
  const cells = rows.map(({ path, values }) => [
    path === '' ? 'the object' : code(path),
    ...environments.map((name) => cell(path, values[name])),
  ]);
  const lines = [['field', ...environments], ['---', ...environments.map(() => '---')], ...cells];
  return lines.map((line) => `| ${line.join(' | ')} |\n`).join('');
}

/** An environment that lacks the object has nothing to say of its fields. */
function cell(path: string, values: readonly FieldValue[] | undefined): string {
  if (values === undefined) return '';
  const said = ({ value }: FieldValue) => (path === '' ? (value === true ? 'there' : 'not there') : shown(value));
  const [first, ...others] = values;
  if (first === undefined) return '';
  if (others.length === 0) return said(first);
  if (values.length > MOST) return `${values.length} values`;
  return values.map((value) => `${said(value)} × ${value.count}`).join(', ');
}

/** More values than these are a list that nobody reads. */
const MOST = 4;

function shown(value: unknown): string {
  if (value === undefined) return 'not set';
  return code(typeof value === 'string' ? value : JSON.stringify(value));
}

const LONGEST = 80;

function code(text: string): string {
  const short = text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
  const line = short.replace(/\s+/g, ' ').replaceAll('|', '\\|');
  if (line.trim() === '') return '`" "`';
  return line.includes('`') ? `\`\` ${line} \`\`` : `\`${line}\``;
}
