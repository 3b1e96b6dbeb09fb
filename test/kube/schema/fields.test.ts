import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { existsIn } from '../../../lib/kube/schema/field';
import { typeNames, typeOf } from '../../../lib/kube/schema/schema';
import { generateFields } from '../../../scripts/generate-fields';

const root = join(__dirname, '../../..');

describe('the generated files', () => {
  const generated = Object.entries(generateFields(root));

  test.each(generated)('%s is what the types say', (path, text) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(text);
  });
});

describe('the field table against the models of @kubernetes/client-node', () => {
  const models = readModels();
  const older = new Map([
    ['PodSpec', ['workloadRef']],
    ['PodResourceClaim', ['source']],
  ]);

  test('knows one type that the models do not: the List that kubectl reads', () => {
    expect(typeNames().filter((name) => models[name] === undefined)).toEqual(['List']);
  });

  const shared = typeNames().filter((name) => models[name] !== undefined);

  test.each(shared)('%s has every field and no other', (name) => {
    const { fields } = typeOf(name);
    const current = fields.filter((field) => existsIn(field, '1.36')).map((field) => field.name);
    const gone = fields.filter((field) => !existsIn(field, '1.36')).map((field) => field.name);
    expect(current.sort()).toEqual(models[name]!.map((field) => field.name).sort());
    expect(gone).toEqual(older.get(name) ?? []);
  });

  test.each(shared)('%s has the types of its fields', (name) => {
    for (const { name: field, type, format } of models[name]!) {
      expect([field, shapeOf(name, field)]).toEqual([field, expectedShape(type, format)]);
    }
  });
});

interface ModelField {
  readonly name: string;
  readonly type: string;
  readonly format: string;
}

/** The package is an ES module, which Jest does not load; a process of its own prints what is needed. */
function readModels(): Readonly<Record<string, readonly ModelField[]>> {
  const program = `
    const names = ${JSON.stringify(typeNames())};
    const folder = new URL('./gen/models/', import.meta.resolve('@kubernetes/client-node'));
    const models = {};
    for (const name of names) {
      for (const prefix of ['V1', 'CoreV1', 'V2']) {
        const model = await import(new URL(prefix + name + '.js', folder)).catch(() => undefined);
        if (model === undefined) continue;
        models[name] = model[prefix + name]
          .getAttributeTypeMap()
          .map(({ baseName, type, format }) => ({ name: baseName, type, format }));
      }
    }
    console.log(JSON.stringify(models));`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    encoding: 'utf8',
  });
  return JSON.parse(printed) as Record<string, ModelField[]>;
}

/** A field's type in the models' words, which know neither quantities nor sets of words. */
function shapeOf(typeName: string, fieldName: string): string {
  const words: Readonly<Record<string, string>> = { enum: 'string', quantity: 'string' };
  const print = (type: ReturnType<typeof typeOf>['fields'][number]['type']): string => {
    switch (type.shape) {
      case 'scalar':
        return words[type.scalar] ?? type.scalar;
      case 'object':
        return type.name;
      case 'list':
        return `${print(type.of)}[]`;
      case 'map':
        return `${print(type.of)}{}`;
    }
  };
  return print(typeOf(typeName).field(fieldName)!.type);
}

function expectedShape(type: string, format: string): string {
  const list = /^Array<(.*)>$/.exec(type)?.[1];
  if (list !== undefined) return `${expectedShape(list, format)}[]`;
  const map = /^\{ \[key: string\]: (.*); \}$/.exec(type)?.[1];
  if (map !== undefined) return `${expectedShape(map, format)}{}`;
  const words: Readonly<Record<string, string>> = {
    boolean: 'bool',
    Date: 'time',
    IntOrString: 'intOrString',
    any: 'any',
    number: format,
    string: 'string',
  };
  return words[type] ?? type.replace(/^(Core)?V[12](?=[A-Z])/, '');
}
