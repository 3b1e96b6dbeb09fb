import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readApiModel, type FieldModel, type Tag, type TypeModel } from './api-model';

/** The files that are derived from the API's types, by their path in the repository. */
export function generateFields(root: string): Readonly<Record<string, string>> {
  const types = readApiModel(join(root, 'lib/kube/api'));
  return {
    'lib/kube/schema/fields.generated.ts': printTable(types),
    'lib/kube/schema/help.generated.ts': printHelp(types),
  };
}

const HEAD =
  '// Written by scripts/generate-fields.ts from lib/kube/api; change the types there and run `npm run generate`.\n';

function printTable(types: readonly TypeModel[]): string {
  const kinds = types.flatMap(({ name, tags }) =>
    all(tags, 'apiVersion').map((version) => `  '${version} ${name}': '${name}',\n`),
  );
  const rows = types.map(({ name, fields }) => `  ${name}: [\n${fields.map(printField).join('')}  ],\n`);
  return (
    `${HEAD}import type { FieldRow } from './field-row';\n\n` +
    `/** The type of each kind of object, by apiVersion and kind. */\n` +
    `export const KINDS: Readonly<Record<string, string>> = {\n${kinds.join('')}};\n\n` +
    `/** Every type of the API with its fields in the order in which YAML shows them. */\n` +
    `export const FIELDS: Readonly<Record<string, readonly FieldRow[]>> = {\n${rows.join('')}};\n`
  );
}

function printHelp(types: readonly TypeModel[]): string {
  const rows = types.map(({ name, help, fields }) => {
    const lines = fields.map((field) => `    ${key(field.name)}: ${quote(field.help)},\n`);
    return `  ${name}: {\n    '': ${quote(help)},\n${lines.join('')}  },\n`;
  });
  return (
    `${HEAD}\n/** The first sentence on each field, and on the type itself under the empty name. */\n` +
    `export const HELP: Readonly<Record<string, Readonly<Record<string, string>>>> = {\n${rows.join('')}};\n`
  );
}

function printField(field: FieldModel): string {
  const notes = printNotes(field);
  return `    ['${field.name}', '${field.type}'${notes === '' ? '' : `, { ${notes} }`}],\n`;
}

function printNotes({ required, values, tags }: FieldModel): string {
  const notes: string[] = [];
  if (required) notes.push('required: true');
  if (values.length > 0) notes.push(`values: ${list(values)}`);
  for (const name of ['since', 'until', 'stage', 'gate'] as const) {
    const text = one(tags, name);
    if (text !== undefined) notes.push(`${name}: ${quote(text)}`);
  }
  const valuesSince = all(tags, 'valueSince').map((text) => text.split(' '));
  if (valuesSince.length > 0) {
    notes.push(
      `valueSince: { ${valuesSince.map(([value = '', since = '']) => `${key(value)}: '${since}'`).join(', ')} }`,
    );
  }
  const keys = one(tags, 'listMapKey');
  if (keys !== undefined) notes.push(`listMapKeys: ${list(keys.split(/, */))}`);
  if (tags.some(({ name }) => name === 'atomic')) notes.push('atomic: true');
  if (tags.some(({ name }) => name === 'deprecated')) notes.push('deprecated: true');
  return notes.join(', ');
}

function all(tags: readonly Tag[], name: string): string[] {
  return tags.filter((tag) => tag.name === name).map(({ text }) => text);
}

function one(tags: readonly Tag[], name: string): string | undefined {
  return all(tags, name)[0];
}

function list(words: readonly string[]): string {
  return `[${words.map(quote).join(', ')}]`;
}

function quote(text: string): string {
  return text.includes("'") ? JSON.stringify(text) : `'${text.replaceAll('\\', '\\\\')}'`;
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
}

if (require.main === module) {
  const root = join(__dirname, '..');
  for (const [path, text] of Object.entries(generateFields(root))) writeFileSync(join(root, path), text);
}
