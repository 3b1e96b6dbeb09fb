import type { Quantity } from '../../../lib/kube/api/scalars';
import { tryQuantity } from '../../../lib/kube/quantity';
import { amountText } from '../../report/amounts';
import { volumeUses } from '../../knowledge/volume-use';
import { isCritical, priorityOf, qosOf } from '../../report/qos';
import { code, names, sentences } from '../../report/words';
import { cause, type Cause } from '../cause';
import { clusterWide, type Scene } from '../scene';
import type { Chapter } from '../state';

/** The kubelet has ended the Pod to save its node, or because it took more disk than it may. */
export const evicted: Chapter = {
  state: 'Evicted',
  aliases: ['Preempted', 'Preempting', 'NodePressure'],
  meaning: ({ subject }) =>
    sentences(
      'the phase is `Failed` and `Evicted` its reason: the kubelet ended the whole Pod, and the message says what there was too little of',
      'the Pod that is left over runs no more; it stays as evidence until somebody deletes it',
      subject.owner.kind === 'Pod' ? 'nothing makes a new one' : false,
    ),
  causes: (scene) => [...diskCauses(scene), ...memoryCauses(scene), ...priorityCauses(scene)],
};

const PRESSURE = clusterWide('describe node', 'NODE');

function diskCauses(scene: Scene): Cause[] {
  const { workload } = scene.subject;
  const bounded = volumeUses(workload).flatMap(({ mounts, path, volume }) => {
    const { medium, sizeLimit } = volume.emptyDir ?? {};
    if (!isBound(sizeLimit) || mounts.length === 0) return [];
    const where = medium === 'Memory' ? 'in memory' : 'on disk';
    return [
      cause(
        'likely',
        `${code(volume.name)} holds more than its ${code(sizeLimit)} ${where}`,
        path.child('emptyDir').child('sizeLimit'),
        scene.describePod,
      ),
    ];
  });
  const limited = workload.resources.containers.flatMap(({ limits, name, path, role }) => {
    const limit = limits.get('ephemeral-storage');
    if (limit === undefined || limit.sign() <= 0 || role === 'ephemeral') return [];
    const text = `${code(name || '(no name)')} has written more than ${amountText('ephemeral-storage', limit)}: its own files and its logs together`;
    return [cause('likely', text, `${path}.resources.limits.ephemeral-storage`, scene.describePod)];
  });
  const open = volumeUses(workload).filter(
    ({ mounts, volume: { emptyDir } }) =>
      emptyDir !== undefined && emptyDir.medium !== 'Memory' && !isBound(emptyDir.sizeLimit) && mounts.length > 0,
  );
  const isLimited = !workload.resources.unlimited.includes('ephemeral-storage');
  const [first] = open;
  const rest = isLimited
    ? []
    : [
        cause(
          'possible',
          `the node has too little disk left (\`DiskPressure\`): nothing bounds what ${open.length === 0 ? 'the Pod writes into its containers and logs' : `it writes into ${names(open.map(({ volume }) => volume.name))}, its containers and its logs`}`,
          first?.path.child('emptyDir') ?? workload.specPath.child('containers'),
          PRESSURE,
        ),
      ];
  return [...bounded, ...limited, ...rest];
}

/** A bound of nothing is none. */
function isBound(sizeLimit: Quantity | undefined): sizeLimit is Quantity {
  return sizeLimit !== undefined && (tryQuantity(sizeLimit)?.sign() ?? 0) > 0;
}

function memoryCauses({ subject }: Scene): Cause[] {
  if (isCritical(priorityOf(subject))) return [];
  const { eviction } = qosOf(subject);
  const text = `the node has too little memory left (\`MemoryPressure\`): ${eviction.charAt(0).toLowerCase()}${eviction.slice(1)}`;
  return [cause('possible', text, subject.workload.specPath.child('containers'), PRESSURE)];
}

function priorityCauses({ describePod, subject }: Scene): Cause[] {
  const { priorityClassName } = subject.spec;
  if (isCritical(priorityOf(subject))) return [];
  const own =
    priorityClassName === undefined ? 'it has no priority class' : `its own class is ${code(priorityClassName)}`;
  return [
    cause(
      'possible',
      `a Pod of higher priority needed its place (\`Preempted\` in the events): ${own}`,
      subject.workload.specPath.child('priorityClassName'),
      describePod,
    ),
  ];
}
