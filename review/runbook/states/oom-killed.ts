import type { QuantityValue } from '../../../lib/kube/quantity';
import { heapSettingsOf, type HeapSetting } from '../../knowledge/heap-setting';
import { mountsOf, volumeUse } from '../../knowledge/volume-use';
import { amountText } from '../../report/amounts';
import { kubectl } from '../../report/handles';
import { nameOf } from '../../report/subject';
import { code, list, names, sentences } from '../../report/words';
import type { ReviewedContainer } from '../../workload';
import { cause, type Cause } from '../cause';
import type { Scene } from '../scene';
import type { Chapter } from '../state';

/** The kernel has killed a process of a container for its memory. */
export const oomKilled: Chapter = {
  state: 'OOMKilled',
  aliases: ['OOM'],
  meaning: ({ subject: { spec } }) =>
    sentences(
      'a reason in the last state of a container, with exit code 137: the kernel killed it for its memory, at its limit or because the node had no more',
      'the memory of a container is that of all its processes, commands of probes and of `kubectl exec` included, with the files that it writes into volumes in memory',
      spec.resources?.limits?.['memory'] !== undefined &&
        'the limit is that of the whole Pod: one container may be killed for what another uses',
    ),
  causes: (scene) => [
    ...scene.subject.workload.containers
      .filter(({ role }) => role !== 'ephemeral')
      .flatMap((placed) => containerCauses(placed, scene)),
    ...podCauses(scene),
    ...nodeCauses(scene),
  ],
};

function top({ handles }: Scene): string {
  return kubectl('top pod', handles, handles.pod, '--containers');
}

function limitOf(placed: ReviewedContainer, { subject: { workload } }: Scene): QuantityValue | undefined {
  const path = placed.path.toString();
  const limit = workload.resources.containers.find((each) => each.path === path)?.limits.get('memory');
  return limit === undefined || limit.sign() <= 0 ? undefined : limit;
}

function containerCauses(placed: ReviewedContainer, scene: Scene): Cause[] {
  const limit = limitOf(placed, scene);
  const name = code(nameOf(placed));
  const at = placed.path.child('resources').child('limits').child('memory');
  const bound = limit === undefined ? scene.subject.spec.resources?.limits?.['memory'] : limit;
  const settings = heapSettingsOf(placed.container);
  if (limit === undefined && bound === undefined) return [];
  const heaps = limit === undefined ? [] : settings.map((setting) => heapCause(setting, limit, placed, scene));
  if (limit === undefined) return heaps;
  const own = placed.role === 'init' ? `init container ${name}` : name;
  return [
    ...heaps,
    cause(
      'likely',
      `${own} needs more than ${amountText('memory', limit)}${scratchText(placed, scene)}`,
      at,
      placed.role === 'init' ? scene.describePod : top(scene),
    ),
  ];
}

/** What a container writes into memory is its own memory. */
function scratchText(placed: ReviewedContainer, { subject: { workload } }: Scene): string {
  const inMemory = mountsOf(placed).flatMap(({ mount }) => {
    const emptyDir = volumeUse(workload, mount.name)?.volume.emptyDir;
    if (emptyDir?.medium !== 'Memory' || mount.readOnly === true) return [];
    return [
      `${code(mount.name)} (${emptyDir.sizeLimit === undefined ? 'no limit of its own' : `up to ${code(emptyDir.sizeLimit)}`})`,
    ];
  });
  return inMemory.length === 0 ? '' : `, what it writes into ${list([...new Set(inMemory)])} counted in`;
}

function heapCause(
  { amount, field, text }: HeapSetting,
  limit: QuantityValue,
  placed: ReviewedContainer,
  { describePod }: Scene,
): Cause {
  const path = typeof field === 'string' ? placed.path.child(field) : placed.path.child('env').index(field.variable);
  const name = code(nameOf(placed));
  const bound = amountText('memory', limit);
  return amount.compare(limit) >= 0
    ? cause(
        'certain',
        `${name} is told that it may use all of its limit or more (${code(text)}), and the limit is ${bound}`,
        path,
        describePod,
      )
    : cause(
        'possible',
        `what ${name} uses beside ${code(text)} does not fit into the rest of its ${bound}: stacks, code, buffers`,
        path,
        describePod,
      );
}

function podCauses(scene: Scene): Cause[] {
  const { limits } = scene.subject.workload.resources;
  const own = scene.subject.spec.resources?.limits?.['memory'];
  const limit = limits.get('memory')?.amount;
  if (own === undefined || limit === undefined) return [];
  return [
    cause(
      'likely',
      `the containers together need more than the ${amountText('memory', limit)} that the Pod may use`,
      scene.subject.workload.specPath.child('resources').child('limits').child('memory'),
      top(scene),
    ),
  ];
}

/** Without a limit it is the node that has no more, and the kernel looks for whoever is furthest over its request. */
function nodeCauses(scene: Scene): Cause[] {
  const { spec, workload } = scene.subject;
  const unlimited = workload.resources.containers.filter(
    ({ limits, role }) => role !== 'ephemeral' && (limits.get('memory')?.sign() ?? 0) <= 0,
  );
  const [first] = unlimited;
  if (first === undefined || spec.resources?.limits?.['memory'] !== undefined) return [];
  const asksNothing = unlimited.every(({ requests }) => (requests.get('memory')?.sign() ?? 0) <= 0);
  return [
    cause(
      'likely',
      `the node has no more memory: ${names(unlimited.map(({ name }) => name || '(no name)'))} ${unlimited.length === 1 ? 'has' : 'have'} no limit${asksNothing ? ' and no request, and the kernel kills such processes first' : ', and the kernel kills first what uses most beyond its request'}`,
      `${first.path}.resources.limits`,
      kubectl('describe node', { ...scene.handles, namespace: [] }, 'NODE'),
    ),
  ];
}
