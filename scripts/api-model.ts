import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** One field as its interface declares it. */
export interface FieldModel {
  readonly name: string;
  /** In the words of the field table: `string`, `int32`, `enum`, `Container[]`, `quantity{}`. */
  readonly type: string;
  /** The words a closed set allows, where the type is `enum`. */
  readonly values: readonly string[];
  readonly required: boolean;
  /** First sentence of the comment. */
  readonly help: string;
  /** The tags of the comment with their text, in their order. */
  readonly tags: readonly Tag[];
}

/**
 * One `@name text` of a comment.
 *
 * The types use `@default` (what Kubernetes does without the field), `@since` and `@until` (the versions that have it,
 * where that is not all of them), `@stage` (`alpha 1.28, beta 1.29 off, stable 1.33`), `@gate` (the feature gate),
 * `@valueSince` (a word of the set and its version), `@listMapKey`, `@atomic`, `@deprecated`, `@see`, and on the kinds
 * themselves `@apiVersion`.
 */
export interface Tag {
  readonly name: string;
  readonly text: string;
}

/** One interface with its fields in declared order, inherited ones first. */
export interface TypeModel {
  readonly name: string;
  readonly file: string;
  readonly help: string;
  readonly tags: readonly Tag[];
  readonly fields: readonly FieldModel[];
}

/** Reads every interface of a folder of type declarations, in the order of the files' names. */
export function readApiModel(folder: string): TypeModel[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort();
  const sources = files.map((file) => parse(join(folder, file), file));
  const declarations = new Map<string, Declaration>();
  for (const source of sources) {
    for (const statement of source.statements) {
      if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
        declarations.set(statement.name.text, statement);
      }
    }
  }
  return [...declarations.values()].filter(ts.isInterfaceDeclaration).map((type) => readType(type, declarations));
}

type Declaration = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;
type Declarations = ReadonlyMap<string, Declaration>;

const SCALARS: Readonly<Record<string, string>> = {
  Int32: 'int32',
  Int64: 'int64',
  IntOrString: 'intOrString',
  Quantity: 'quantity',
  Time: 'time',
};

function parse(path: string, name: string): ts.SourceFile {
  return ts.createSourceFile(name, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
}

function readType(type: ts.InterfaceDeclaration, declarations: Declarations): TypeModel {
  const { help, tags } = readComment(type);
  const file = type.getSourceFile().fileName;
  return { name: type.name.text, file, help, tags, fields: readFields(type, declarations) };
}

function readFields(type: ts.InterfaceDeclaration, declarations: Declarations): FieldModel[] {
  const inherited = (type.heritageClauses ?? []).flatMap((clause) =>
    clause.types.flatMap((parent) => {
      const declaration = declarations.get(parent.expression.getText());
      if (declaration === undefined || !ts.isInterfaceDeclaration(declaration)) throw new Error(parent.getText());
      return readFields(declaration, declarations);
    }),
  );
  return [
    ...inherited,
    ...type.members.filter(ts.isPropertySignature).map((member) => readField(member, declarations)),
  ];
}

function readField(member: ts.PropertySignature, declarations: Declarations): FieldModel {
  const name = ts.isStringLiteral(member.name) ? member.name.text : member.name.getText();
  if (member.type === undefined) throw new Error(`${name} has no type`);
  const { type, values } = readTypeNode(member.type, declarations);
  const { help, tags } = readComment(member);
  const strange = tags.find(({ name: tag, text }) => SHAPES[tag]?.test(text) !== true);
  if (strange !== undefined) throw new Error(`${name}: @${strange.name} ${strange.text} is no tag of ours`);
  return { name, type, values, required: member.questionToken === undefined, help, tags };
}

/** What the text of each tag of a field looks like. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  atomic: /^$/,
  default: /./,
  deprecated: /./,
  gate: /^[A-Z][A-Za-z]+$/,
  listMapKey: /^[a-z][A-Za-z]*(, [a-z][A-Za-z]*)*$/,
  see: /./,
  since: /^1\.\d\d$/,
  stage: /^(alpha|beta|stable) 1\.\d\d( off)?(, (alpha|beta|stable) 1\.\d\d( off)?)*$/,
  until: /^1\.\d\d$/,
  valueSince: /^\S+ 1\.\d\d$/,
};

interface FieldType {
  readonly type: string;
  readonly values: readonly string[];
}

function readTypeNode(node: ts.TypeNode, declarations: Declarations): FieldType {
  if (ts.isTypeOperatorNode(node)) return readTypeNode(node.type, declarations);
  if (ts.isParenthesizedTypeNode(node)) return readTypeNode(node.type, declarations);
  if (ts.isArrayTypeNode(node)) return suffixed(readTypeNode(node.elementType, declarations), '[]');
  if (ts.isTypeReferenceNode(node)) return readReference(node, declarations);
  if (ts.isUnionTypeNode(node) || ts.isLiteralTypeNode(node)) return { type: 'enum', values: readWords(node) };
  switch (node.kind) {
    case ts.SyntaxKind.StringKeyword:
      return { type: 'string', values: [] };
    case ts.SyntaxKind.BooleanKeyword:
      return { type: 'bool', values: [] };
    case ts.SyntaxKind.UnknownKeyword:
      return { type: 'any', values: [] };
    default:
      throw new Error(`the field table has no word for ${node.getText()}`);
  }
}

function readReference(node: ts.TypeReferenceNode, declarations: Declarations): FieldType {
  const name = node.typeName.getText();
  const [first, second] = node.typeArguments ?? [];
  if (name === 'Readonly' && first !== undefined) return readTypeNode(first, declarations);
  if (name === 'Record' && second !== undefined) return suffixed(readTypeNode(second, declarations), '{}');
  const scalar = SCALARS[name];
  if (scalar !== undefined) return { type: scalar, values: [] };
  const declaration = declarations.get(name);
  if (declaration === undefined) throw new Error(`${name} is declared nowhere`);
  if (ts.isTypeAliasDeclaration(declaration)) return readTypeNode(declaration.type, declarations);
  return { type: name, values: [] };
}

function suffixed({ type, values }: FieldType, suffix: '[]' | '{}'): FieldType {
  return { type: type + suffix, values };
}

function readWords(node: ts.TypeNode): string[] {
  const members = ts.isUnionTypeNode(node) ? [...node.types] : [node];
  return members.map((member) => {
    if (!ts.isLiteralTypeNode(member) || !ts.isStringLiteral(member.literal)) throw new Error(node.getText());
    return member.literal.text;
  });
}

function readComment(node: ts.Node): { help: string; tags: Tag[] } {
  const docs = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = docs.map((doc) => plain(doc.comment)).join(' ');
  const tags = ts.getJSDocTags(node).map((tag) => ({ name: tag.tagName.text, text: plain(tag.comment) }));
  return { help: firstSentence(text), tags };
}

function plain(comment: Parameters<typeof ts.getTextOfJSDocComment>[0]): string {
  return (ts.getTextOfJSDocComment(comment) ?? '').replace(/\s+/g, ' ').trim();
}

/** Up to the first full stop that ends a word and not an abbreviation such as `e.g.`; our comments have none. */
function firstSentence(text: string): string {
  const end = /[.!?](?=\s|$)/.exec(text);
  return end === null ? text : text.slice(0, end.index + 1);
}
