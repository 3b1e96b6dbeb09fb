import { handlesOf, kubectl, type Handles } from '../report/handles';
import type { Subject } from '../report/subject';

/** A workload as whoever is on call meets it: what is said of it, and what its parts are called on a command line. */
export interface Scene {
  readonly subject: Subject;
  readonly handles: Handles;
  /** Prints what its Pod complains of, the newest last. */
  readonly warnings: string;
  /** Prints all that the cluster says of its Pod. */
  readonly describePod: string;
}

/** Prepares a workload for its runbook. */
export function sceneOf(subject: Subject): Scene {
  const handles = handlesOf(subject);
  return {
    subject,
    handles,
    warnings: kubectl('events', handles, '--for', `pod/${handles.pod}`, '--types=Warning'),
    describePod: kubectl('describe pod', handles, handles.pod),
  };
}

/** A command about what belongs to no namespace. */
export function clusterWide(verb: string, ...words: readonly string[]): string {
  return kubectl(verb, NOWHERE, ...words);
}

const NOWHERE = { namespace: [], pod: '', selector: [] };
