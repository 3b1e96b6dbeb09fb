export { App } from './synth/app';
export type { AppProps } from './synth/app';
export type { EnvironmentDifference, FieldValue } from './synth/differences';
export { neverPruned, syncWave } from './synth/gitops/annotations';
export type { Annotations } from './synth/gitops/annotations';
export { ArgoApplication } from './synth/gitops/argo-application';
export type {
  ArgoApplicationProps,
  ArgoApplicationSpec,
  ArgoAutomated,
  ArgoSyncPolicy,
} from './synth/gitops/argo-application';
export { ArgoApplicationSet } from './synth/gitops/argo-application-set';
export type { ArgoApplicationSetProps, ArgoApplicationSetSpec } from './synth/gitops/argo-application-set';
export type { GitOpsMetadata } from './synth/gitops/custom-resource';
export { FluxKustomization } from './synth/gitops/flux-kustomization';
export type { FluxKustomizationProps, FluxKustomizationSpec } from './synth/gitops/flux-kustomization';
export { printDifferences } from './synth/print-differences';
export { filePerObject } from './synth/layout';
export type { LaidOut, Layout } from './synth/layout';
export { ForeignFileError } from './synth/foreign-file-error';
export type { ForeignFile } from './synth/foreign-file-error';
export type { ManifestFile } from './synth/folder-plan';
export { OutputError } from './synth/output-error';
export type { RenderedFile } from './synth/render-files';
export * from './lib';
