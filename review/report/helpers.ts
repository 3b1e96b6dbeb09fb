import type { ContainerRole } from '../../lib/kube/containers';
import type { ReviewedContainer } from '../workload';
import type { Answer } from './answer';
import { actionText } from './probe-words';
import type { ContainerResources, ResourcesReport, ShareReport } from './resources';
import { isLasting, nameOf, restartPolicyOf, type Subject } from './subject';
import { code, inOneLine, sentence, sentences } from './words';

/** A container with its part in the Pod. */
export interface ContainerReport {
  readonly name: string;
  readonly path: string;
  readonly role: ContainerRole;
  readonly image: string;
  /** What its author says that it is for and what its failure means; left out where nothing is said. */
  readonly purpose?: string;
  /** Why it is in this Pod, in its author's words. */
  readonly reason?: string;
  /** What its part of the Pod's requests is. */
  readonly shares: readonly ShareReport[];
  /** What follows from the spec when it is not running or not ready, as a sentence. */
  readonly whenDown: string;
  /** Whether it is beside the application: a sidecar, an init container, or what its author calls by a role. */
  readonly isHelper: boolean;
}

/** The containers of a Pod, in the order in which they start. */
export function containersReport(subject: Subject, { containers }: ResourcesReport): ContainerReport[] {
  const byPath = new Map(containers.map((each) => [each.path, each]));
  return subject.workload.containers.map((placed) => containerReport(placed, subject, byPath));
}

/** Why does it share the Pod? Asked of every helper; only its author can tell. */
export function helperAnswers(containers: readonly ContainerReport[]): Answer[] {
  return containers
    .filter(({ isHelper }) => isHelper)
    .map(({ name, purpose, reason, whenDown }) => ({
      id: `helper-${name}`,
      question: `Why is ${code(name)} in the Pod, and what breaks without it?`,
      sentences: sentences(reason, purpose, whenDown),
      open: sentences(reason === undefined && purpose === undefined && `nobody says why ${code(name)} is in the Pod`),
    }));
}

function containerReport(
  placed: ReviewedContainer,
  subject: Subject,
  byPath: ReadonlyMap<string, ContainerResources>,
): ContainerReport {
  const path = placed.path.toString();
  const remarks = subject.workload.entity.remarksOn(path).filter((remark) => remark.path === path);
  const purpose = remarks.find(({ kind }) => kind === 'role')?.text;
  const reason = remarks.find(({ kind }) => kind === 'reason')?.text;
  const isHelper =
    placed.role === 'init' || placed.role === 'sidecar' || (placed.role === 'app' && purpose !== undefined);
  return {
    name: nameOf(placed),
    path,
    role: placed.role,
    image: placed.container.image ?? '',
    ...(purpose !== undefined && { purpose: inOneLine(purpose) }),
    ...(reason !== undefined && { reason: inOneLine(reason) }),
    shares: byPath.get(path)?.shares ?? [],
    whenDown: sentence(whenDownText(placed, subject)),
    isHelper,
  };
}

function whenDownText(placed: ReviewedContainer, subject: Subject): string {
  const name = code(nameOf(placed));
  const { container, role } = placed;
  if (role === 'ephemeral') return `${name} is there for debugging: nothing depends on it`;
  if (role === 'init') {
    return restartPolicyOf(placed, subject.spec) === 'Never'
      ? `if ${name} fails, the Pod has failed and its application never starts`
      : `as long as ${name} does not end well, the application does not start`;
  }
  const gate =
    role === 'sidecar' && container.startupProbe !== undefined
      ? `; what starts after ${name} waits until ${actionText(container.startupProbe, container)} succeeds`
      : '';
  if (!isLasting(subject) && subject.services.length === 0) {
    if (role === 'sidecar') return `${name} does not keep the Pod from completing${gate}`;
    return `the Pod completes only when ${name} has ended`;
  }
  const probe =
    container.readinessProbe === undefined ? 'is not running' : 'is not running, or its readiness probe fails';
  const traffic = subject.services.length === 0 ? '' : ' and gets no traffic';
  return `while ${name} ${probe}, the whole Pod is not ready${traffic}${gate}`;
}
