import type { ContainerBase, SidecarOptions } from '../lib/pod/container';
import type { Helper } from '../lib/pod/helper';
import type { Ports } from '../lib/pod/ports';
import type { Problem } from '../lib/kube/problem';
import { commandProblems } from './helper-command';
import { mountedTwice, withMounting } from './mounts';
import type { ByPath, Mounting } from './mounts';
import type { OpenPod } from './pattern';

/** What a pattern hands over of a container: the fields of the sugar, mounts written as reading and writing. */
export interface Handed extends Mounting<ByPath, ByPath>, Pick<ContainerBase<never>, 'command' | 'args'> {
  readonly ports?: Ports;
}

/** Adds a container that keeps running, with its configuration, its mounts, and what reports must know of it. */
export function addHelper(pod: OpenPod, name: string, container: Handed, helper: Helper): OpenPod {
  const { fields, before } = split(pod, name, container);
  // What a pattern's own types have checked; its ports and volumes are any names here.
  const options = { ...fields, helper } as unknown as SidecarOptions<Ports, string, undefined>;
  const added = refusingTwice(before.sidecar(name, options), name, container);
  return commandProblems(fields).reduce<OpenPod>((sofar, problem) => sofar.refuse(problem, name), added);
}

/** Adds a container that runs to its end, with its configuration, its mounts, and what reports must know of it. */
export function addInit(pod: OpenPod, name: string, container: Handed, helper: Helper): OpenPod {
  const { fields, before } = split(pod, name, container);
  const options = { ...fields, helper } as unknown as Parameters<OpenPod['initContainer']>[1];
  return refusingTwice(before.initContainer(name, options), name, container);
}

function split(pod: OpenPod, name: string, { reads, writes, config, ...others }: Handed) {
  const mounting = {
    ...(reads === undefined ? {} : { reads }),
    ...(writes === undefined ? {} : { writes }),
    ...(config === undefined ? {} : { config }),
  };
  const { pod: before, volumeMounts } = withMounting(pod, name, mounting);
  return { before, fields: Object.keys(volumeMounts).length === 0 ? others : { ...others, volumeMounts } };
}

function refusingTwice(pod: OpenPod, name: string, container: Handed): OpenPod {
  return mountedTwice(container).reduce<OpenPod>((sofar, path) => {
    const detail = 'a path is either read or written, by one volume';
    const problem: Problem = {
      code: 'conflicting-mount',
      path: 'volumeMounts',
      type: 'Duplicate',
      value: path,
      detail,
    };
    return sofar.refuse(problem, name);
  }, pod);
}
