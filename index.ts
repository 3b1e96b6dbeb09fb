export { App } from './synth/app';
export type { AppProps } from './synth/app';
export type { EnvironmentDifference, FieldValue } from './synth/differences';
export { printDifferences } from './synth/print-differences';
export { filePerObject } from './synth/layout';
export type { LaidOut, Layout } from './synth/layout';
export { ForeignFileError } from './synth/write';
export type { ManifestFile } from './synth/write';
export * from './lib';
