/**
 * The same objects as plain objects in a component of kosko, through the library behind its command: found, resolved and
 * printed into one file. Plain objects have no schema, so that nothing is checked.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate, print, PrintFormat } from '@kosko/generate';
import { folder } from '../support/arguments';

async function main(): Promise<void> {
  const result = await generate({ path: join(__dirname, '../components'), components: ['*'], extensions: ['js'] });
  const texts: string[] = [];
  print(result, { format: PrintFormat.YAML, writer: { write: (text) => texts.push(text) } });
  writeFileSync(join(folder, 'workloads.yaml'), texts.join(''));
}

void main();
