import { code } from '../report/words';
import type { ContainerMoment, LiveContainer } from './live-pod';

/** How a container ended, as the end of a sentence: `` with exit code 137 (reason `OOMKilled`): … ``. */
export function endText({ exitCode, reason }: ContainerMoment, { memoryLimit }: LiveContainer): string {
  const why = reason === undefined || reason === 'Error' ? '' : ` (reason ${code(reason)})`;
  const number = exitCode === undefined ? 'without an exit code' : `with exit code ${exitCode}`;
  const meaning = reason === 'OOMKilled' ? memoryText(memoryLimit) : exitText(exitCode);
  return `${number}${why}${meaning === '' ? '' : `: ${meaning}`}`;
}

/** Why a container waits, in words; empty for a reason that says nothing more. */
export function waitText(reason: string, image: string): string {
  const text = WAITS.get(reason);
  return text === undefined ? '' : text.replace('IMAGE', code(image));
}

/** The reasons of a container that is on its way. */
export function isOnItsWay(reason: string | undefined): boolean {
  return reason === undefined || reason === 'ContainerCreating' || reason === 'PodInitializing';
}

function memoryText(limit: string | undefined): string {
  return limit === undefined
    ? 'the kernel killed it, since the memory of its Pod or of the node was used up'
    : `the kernel killed it, since it wanted more memory than its limit of ${code(limit)}`;
}

/** By the shell's convention 128 and a number are the signal of that number. */
function exitText(exitCode: number | undefined): string {
  if (exitCode === undefined) return '';
  const known = EXITS.get(exitCode);
  if (known !== undefined) return known;
  return exitCode > 128 && exitCode < 160 ? `signal ${exitCode - 128} ended it` : '';
}

const EXITS: ReadonlyMap<number, string> = new Map([
  [0, 'it has done what it was there for'],
  [126, 'its command cannot be run: it is no program, or may not be run by its user'],
  [127, 'its command was not found in the image'],
  [128, 'it could not be started'],
  [130, 'SIGINT ended it'],
  [134, 'it gave up by itself (SIGABRT)'],
  [137, 'SIGKILL ended it: too slow to stop, a failed liveness probe, or no memory left'],
  [139, 'it touched memory that is not its own (SIGSEGV)'],
  [143, 'SIGTERM ended it: it was asked to stop and did not do so in order'],
  [255, 'the runtime does not know how it ended, as after a restart of the node'],
]);

const WAITS: ReadonlyMap<string, string> = new Map([
  ['CrashLoopBackOff', 'it ended soon after each start, and the kubelet waits longer each time before the next'],
  ['ErrImagePull', 'its image IMAGE could not be pulled'],
  ['ImagePullBackOff', 'its image IMAGE could not be pulled, and the kubelet waits before it tries again'],
  ['ErrImageNeverPull', 'its image IMAGE is not on the node, and its `imagePullPolicy` forbids to pull it'],
  ['InvalidImageName', 'IMAGE is no name of an image'],
  ['CreateContainerConfigError', 'what it refers to is not there, such as a ConfigMap, a Secret or a key of one'],
  ['CreateContainerError', 'the runtime could not create it'],
  ['RunContainerError', 'the runtime could not start it'],
  ['ContainerCreating', 'its volumes are mounted, its network is made or its image is pulled'],
  ['PodInitializing', 'the init containers before it have not ended'],
]);
