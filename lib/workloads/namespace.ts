import type { Construct } from 'constructs';
import { FieldPath } from '../kube/field-path';
import type { PodSecurityLevel } from '../kube/pod-security';
import { ProblemList } from '../kube/problem-list';
import { fieldsArgument } from '../pod/argument';
import type { Note } from '../pod/note';
import { Except } from '../pod/reason';
import { Manifest } from './manifest';
import type { ManifestBody, ObjectMetadata } from './manifest';
import { settingsOf } from './settings';

/** Which Pods a namespace lets in. */
export interface NamespaceProps {
  /** The Pod Security level below which no Pod is let in; one below *restricted* takes an exception. @default 'restricted' */
  readonly enforce?: 'restricted' | Except<PodSecurityLevel>;
  /** The level below which whoever applies a Pod is warned. @default no warnings */
  readonly warn?: PodSecurityLevel;
  /** The level below which a Pod is noted in the audit log. @default no notes */
  readonly audit?: PodSecurityLevel;
  readonly metadata?: ObjectMetadata;
}

/**
 * A namespace that lets in only Pods of a Pod Security level, judged by the rules of the version that the App aims at.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-admission/
 */
export class Namespace extends Manifest {
  readonly #enforce: unknown;

  constructor(scope: Construct, id: string, props: NamespaceProps = {}) {
    const { metadata = {}, enforce = 'restricted', warn, audit } = fieldsArgument(`Namespace "${id}"`, props);
    const { target } = settingsOf(scope);
    const levels: Readonly<Record<string, PodSecurityLevel | undefined>> = {
      enforce: enforce instanceof Except ? enforce.value : enforce,
      audit,
      warn,
    };
    const labels = Object.entries(levels).flatMap(([mode, level]): [string, string][] =>
      level === undefined
        ? []
        : [
            [labelOf(mode), level],
            [labelOf(`${mode}-version`), `v${target}`],
          ],
    );
    super(scope, id, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: id, ...metadata, labels: { ...Object.fromEntries(labels), ...metadata.labels } },
    });
    this.#enforce = enforce;
  }

  protected override body(): ManifestBody {
    const labels = FieldPath.of('metadata').child('labels');
    const field = labels.key(labelOf('enforce'));
    const list = new ProblemList();
    const enforce = this.#enforce;
    const level: unknown = enforce instanceof Except ? enforce.value : enforce;
    if (!LEVELS.includes(level))
      list.notSupported('pod-security-level', field, level, ['restricted', 'baseline', 'privileged']);
    else if (level !== 'restricted' && !(enforce instanceof Except)) {
      list.invalid('pod-security-level', field, level, 'wrap a lower level in except(level, why)', { ours: true });
    }
    const notes: readonly Note[] =
      enforce instanceof Except
        ? [{ kind: 'exception', path: field.toString(), absent: false, scope: 'field', why: enforce.why }]
        : [];
    // A chart gives its namespace to all its objects; a namespace stands in none.
    const metadata = Object.entries(this.metadata.toJson() as Readonly<Record<string, unknown>>);
    return {
      fields: { metadata: Object.fromEntries(metadata.filter(([name]) => name !== 'namespace')) },
      notes,
      problems: list.problems,
      promise: `Lets in only Pods that Pod Security ${String(level)} allows.`,
    };
  }
}

/** The label by which Pod Security admission is told what to do in a namespace: `enforce`, `warn-version`. */
export function labelOf(mode: string): string {
  return `pod-security.kubernetes.io/${mode}`;
}

const LEVELS: readonly unknown[] = ['restricted', 'baseline', 'privileged'];
