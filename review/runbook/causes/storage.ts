import { fieldOf, listOf, textOf, type Entity } from '../../entity';
import { nameWord } from '../../knowledge/shell-word';
import { volumeUses } from '../../knowledge/volume-use';
import { kubectl } from '../../report/handles';
import { code, list, names } from '../../report/words';
import { cause, type Cause } from '../cause';
import type { Scene } from '../scene';

/** Why its storage is not there: claims that are not bound or hang on another node, and what the node must offer. */
export function storageCauses(scene: Scene): Cause[] {
  return [...claimCauses(scene), ...templateCauses(scene), ...otherCauses(scene)];
}

function claimCauses(scene: Scene): Cause[] {
  const { around, workload } = scene.subject;
  const hidden = new Set(templatesOf(scene).map(({ metadata }) => metadata?.name));
  return volumeUses(workload).flatMap(({ path, volume }) => {
    const claimName = volume.persistentVolumeClaim?.claimName;
    if (claimName === undefined || hidden.has(volume.name)) return [];
    const claim = around.landscape.find('PersistentVolumeClaim', claimName, workload.entity);
    const at = path.child('persistentVolumeClaim').child('claimName');
    const command = kubectl('describe pvc', scene.handles, nameWord(claimName, 'CLAIM'));
    const modes = modesOf(claim);
    return [
      cause('likely', `claim ${code(claimName)} ${unboundText(claim)}`, at, command),
      ...heldCauses(scene, claimName, modes, at, command),
    ];
  });
}

function unboundText(claim: Entity | undefined): string {
  if (claim === undefined)
    return 'is not there or not `Bound`, or its volume is in a zone where no node has room: it is not among these objects';
  const storageClass = textOf(claim.read('spec', 'storageClassName'));
  const size = textOf(fieldOf(fieldOf(claim.read('spec', 'resources'), 'requests'), 'storage'));
  const volume = list(
    [
      size === '' ? 'a volume' : code(size),
      storageClass === '' ? 'the default storage class' : `storage class ${code(storageClass)}`,
    ],
    'of',
  );
  return `is not \`Bound\`: nothing provides ${volume}, or its volume is in a zone where no node has room`;
}

/** A volume for one node is held by whoever has it, until its node has let go of it. */
function heldCauses(
  { subject: { count, owner } }: Scene,
  claimName: string,
  modes: readonly string[],
  path: { toString(): string },
  command: string,
): Cause[] {
  const isForOne = modes.includes('ReadWriteOnce') || modes.includes('ReadWriteOncePod');
  if (modes.length > 0 && (!isForOne || modes.includes('ReadWriteMany'))) return [];
  const rolls = owner.kind === 'Deployment' && owner.spec.strategy?.type !== 'Recreate';
  if (!rolls && (count.most ?? 1) < 2 && owner.kind !== 'DaemonSet' && modes.length === 0) return [];
  const mode = modes.includes('ReadWriteOncePod') ? 'Pod' : 'node';
  const who =
    (count.most ?? 2) > 1
      ? 'another of its Pods has it on another node'
      : rolls
        ? 'the old Pod of a rollout has it on another node'
        : 'the node that had it before has not let go of it';
  return [
    cause(
      'likely',
      `claim ${code(claimName)} cannot be attached${modes.length === 0 ? ', if it is for one node at a time' : `, being for one ${mode} at a time`}: ${who} (\`Multi-Attach error\` in the event)`,
      path,
      command,
    ),
  ];
}

function modesOf(claim: Entity | undefined): string[] {
  return listOf(claim?.read('spec', 'accessModes')).map(textOf);
}

function templatesOf({ subject: { owner } }: Scene) {
  return owner.kind === 'StatefulSet' ? (owner.spec.volumeClaimTemplates ?? []) : [];
}

function templateCauses(scene: Scene): Cause[] {
  const { count, owner, workload } = scene.subject;
  if (owner.kind !== 'StatefulSet') return [];
  const ordinal = owner.spec.ordinals?.start ?? 0;
  return templatesOf(scene).map(({ metadata, spec = {} }, position) => {
    const claim = `${metadata?.name ?? ''}-${workload.entity.identity.name}-${ordinal}`;
    const { storageClassName = '' } = spec;
    const from = storageClassName === '' ? 'the default storage class' : `storage class ${code(storageClassName)}`;
    return cause(
      'likely',
      `${count.most === 1 ? `claim ${code(claim)}` : `the claim of its Pod (${code(claim)} for the first)`} is not \`Bound\`: ${from} provides no volume, or the volume is in a zone where no node has room`,
      `spec.volumeClaimTemplates[${position}]`,
      kubectl('describe pvc', scene.handles, nameWord(claim, 'CLAIM')),
    );
  });
}

/** Storage that the node itself must reach or have. */
function otherCauses(scene: Scene): Cause[] {
  const { subject } = scene;
  return volumeUses(subject.workload).flatMap(({ path, volume }) => {
    const { csi, ephemeral, hostPath, nfs } = volume;
    const say = (text: string) => [cause('possible', text, path, scene.warnings)];
    if (hostPath?.type !== undefined && !['', 'DirectoryOrCreate', 'FileOrCreate'].includes(hostPath.type))
      return say(
        `the node has no ${KINDS.get(hostPath.type) ?? code(hostPath.type)} ${code(hostPath.path)}, which volume ${code(volume.name)} asks for`,
      );
    if (csi !== undefined)
      return say(`the node does not run driver ${code(csi.driver)}, or it cannot provide volume ${code(volume.name)}`);
    if (nfs !== undefined)
      return say(
        `the node does not reach ${code(`${nfs.server}:${nfs.path}`)}, which volume ${code(volume.name)} mounts`,
      );
    if (ephemeral !== undefined)
      return [
        cause(
          'likely',
          `the claim that volume ${names([volume.name])} makes for each Pod is not \`Bound\``,
          path,
          kubectl('get pvc', scene.handles),
        ),
      ];
    return [];
  });
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['Directory', 'folder'],
  ['File', 'file'],
  ['Socket', 'socket'],
  ['BlockDevice', 'block device'],
  ['CharDevice', 'character device'],
]);
