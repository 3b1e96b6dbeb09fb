import { HELP } from './help.generated';

/** What a type, or one of its fields, is in a sentence; undefined where the table has no such type or field. */
export function helpOf(typeName: string, fieldName = ''): string | undefined {
  const type = Object.hasOwn(HELP, typeName) ? HELP[typeName] : undefined;
  return type !== undefined && Object.hasOwn(type, fieldName) ? type[fieldName] : undefined;
}
