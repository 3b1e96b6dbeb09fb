export { review } from './review';
export type { PlacedProblem, Review, ReviewOptions, RuleFailure } from './review';
export { RULES } from './rules';
export { rulesPage } from './rules-page';
export type { ContainerRule, Fault, ObjectRule, Rule, WorkloadRule } from './rule';
export type { AcceptedFinding, Finding, Severity } from './finding';
export { ACCEPT } from './acceptance';
export { Entity } from './entity';
export type { Identity } from './entity';
export { Landscape } from './landscape';
export type { Remark } from './remark';
export type { Source } from './source';
export { Workload } from './workload';
export type { ReviewedContainer } from './workload';
export { diff } from './diff';
export type { Consequence, Diff, DiffOptions, FieldChange, ObjectDiff, Topic, WrittenChange } from './diff';
export { reportOf } from './report';
export type {
  AmountReport,
  Answer,
  Blocker,
  CheckItem,
  ContainerIdentity,
  ContainerReport,
  ContainerResources,
  ExceptionReport,
  Fate,
  IdentityReport,
  ImageDemand,
  LocalhostCall,
  NamespaceTotal,
  NodesReport,
  ObjectReport,
  PodSecurityReport,
  PortReport,
  PortsReport,
  QosReport,
  ReadyReport,
  ReasonReport,
  Report,
  ReportTotals,
  ResourcesReport,
  Reviewability,
  ServiceTarget,
  ShareReport,
  StartReport,
  StartStepReport,
  StopReport,
  Survival,
  Totals,
  VolumeReport,
  VolumeUse,
  WorkloadReport,
} from './report';
export { FAILURE_STATES, runbookOf } from './runbook';
export type {
  Cause,
  Check,
  Deletion,
  DiagnosisStep,
  ExitCode,
  FailureState,
  IncidentContainer,
  IncidentNote,
  Likelihood,
  Runbook,
  StateGuide,
  WorkloadRunbook,
} from './runbook';
export { printHtml, printMarkdown, printRunbookMarkdown, printRunbookText, printText } from './print';
export type { HtmlOptions, MarkdownOptions, RunbookMarkdownOptions, RunbookTextOptions, TextOptions } from './print';
export { printVerifyJson } from './print/verify-json';
export { printVerifyMarkdown } from './print/verify-markdown';
export { printVerifyText } from './print/verify-text';
export type { VerifyMarkdownOptions } from './print/verify-markdown';
export type { VerifyTextOptions } from './print/verify-text';
export { drawAnatomy, drawTimeline, mermaidAnatomy, mermaidTimeline } from './draw';
export { factsOf, verify } from './verify';
export type {
  ContainerFact,
  ContainerMoment,
  FactsOptions,
  LiveCondition,
  LiveContainer,
  LivePod,
  Mismatch,
  MismatchTopic,
  ObjectVerification,
  PodsFact,
  PortFact,
  Uncompared,
  Verification,
  VerifyOptions,
  WorkloadFacts,
} from './verify';
