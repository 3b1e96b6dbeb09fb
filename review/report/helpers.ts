import type { ContainerRole } from '../../lib/kube/containers';
import type { ReviewedContainer } from '../workload';
import type { Answer } from './answer';
import { actionText } from './probe-words';
import type { ContainerResources, ResourcesReport, ShareReport } from './resources';
import { lifeOf, nameOf, restartPolicyOf, type Subject } from './subject';
import type { LocalhostCall } from './localhost';
import type { VolumeReport } from './volumes';
import { code, inOneLine, list, names, sentence, sentences } from './words';

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

/** What containers of a Pod have in common, as far as the spec tells. */
export interface Shared {
  readonly localhost: readonly LocalhostCall[];
  readonly volumes: readonly VolumeReport[];
}

/** Why does it share the Pod? Asked of every helper, and of regular containers that stand side by side. */
export function helperAnswers(containers: readonly ContainerReport[], shared: Shared): Answer[] {
  const helpers = containers.filter(({ isHelper }) => isHelper);
  const peers = containers.filter(({ isHelper, role }) => !isHelper && role === 'app');
  return [
    ...helpers.map((helper) => helperAnswer(helper, shared)),
    ...(peers.length > 1 ? [peersAnswer(peers, shared)] : []),
  ];
}

function helperAnswer({ name, purpose, reason, whenDown }: ContainerReport, shared: Shared): Answer {
  return {
    id: `helper-${name}`,
    question: `Why is ${code(name)} in the Pod, and what breaks without it?`,
    sentences: sentences(reason, purpose, sharedText([name], shared), whenDown),
    open: sentences(reason === undefined && purpose === undefined && `nobody says why ${code(name)} is in the Pod`),
  };
}

function peersAnswer(peers: readonly ContainerReport[], shared: Shared): Answer {
  const all = peers.map(({ name }) => name);
  const told = peers.filter(({ reason }) => reason !== undefined);
  return {
    id: 'peers',
    question: `Why do ${names(all)} share one Pod?`,
    sentences: sentences(...told.map(({ reason }) => reason), sharedText(all, shared)),
    open: sentences(told.length === 0 && `nobody says why ${names(all)} share one Pod`),
  };
}

/** What a container shares with others: volumes, and addresses inside the Pod. */
function sharedText(members: readonly string[], { localhost, volumes }: Shared): string | undefined {
  const users = ({ readers, writers }: VolumeReport) => [...writers, ...readers];
  const common = volumes.filter((volume) => {
    const own = users(volume).filter((user) => members.includes(user));
    return (
      volume.writers.length > 0 && (members.length === 1 ? own.length > 0 && users(volume).length > 1 : own.length > 1)
    );
  });
  const calls = localhost.filter(
    ({ from, to }) => to !== undefined && (members.includes(from) || members.includes(to)),
  );
  const parts = [
    ...(common.length === 0
      ? []
      : [`${common.length === 1 ? 'volume' : 'volumes'} ${names(common.map(({ name }) => name))}`]),
    ...calls.map(
      ({ from, port, to = '' }) => `${code(`localhost:${port}`)}, where ${code(from)} is told to find ${code(to)}`,
    ),
  ];
  if (parts.length === 0)
    return members.length > 1 ? 'they share no volume, and nothing here says that they talk to each other' : undefined;
  return `${members.length === 1 ? 'it shares' : 'they share'} ${list(parts)}`;
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
  if (lifeOf(subject) === 'finite') {
    if (role === 'sidecar') return `${name} does not keep the Pod from completing${gate}`;
    return `the Pod completes only when ${name} has ended`;
  }
  const probe =
    container.readinessProbe === undefined ? 'is not running' : 'is not running, or its readiness probe fails';
  const traffic = subject.services.length === 0 ? '' : ' and gets no traffic';
  return `while ${name} ${probe}, the whole Pod is not ready${traffic}${gate}`;
}
