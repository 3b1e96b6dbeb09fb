export { diff } from './diff';
export type { Diff, DiffOptions, ObjectDiff, WrittenChange } from './diff';
export type { Consequence, Topic } from './consequence';
export type { FieldChange } from './field-changes';
