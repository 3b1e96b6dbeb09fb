import type { PodSpec } from '../../kube/api/pod';
import type { PlacedContainer } from '../../kube/containers';
import { FieldPath } from '../../kube/field-path';
import type { ProblemList } from '../../kube/problem-list';
import type { Said } from './said';

/**
 * Volumes are there for somebody: each is mounted, and an `emptyDir`, which comes empty, is written before it is read.
 * Who mounts or fills it otherwise, an admission webhook for example, is said with a reason at the volume.
 */
export function requireUsedVolumes(
  spec: PodSpec,
  containers: readonly PlacedContainer[],
  said: Said,
  list: ProblemList,
): void {
  const { volumes = [] } = spec;
  if (volumes.length === 0) return;
  const uses = usesOf(containers);
  volumes.forEach(({ name, emptyDir }, position) => {
    const own = uses.filter(({ volume }) => volume === name);
    if (own.length > 0 && (emptyDir == null || isPlainlyWritten(own))) return;
    const field = FieldPath.of('spec').child('volumes').index(position);
    if (said.explains(field.toString())) return;
    if (own.length === 0) list.invalid('unmounted-volume', field, name, `no container mounts it: ${WAYS_OUT}`, OURS);
    else requireWritten(name, field, own, list);
  });
}

/** How a container uses a volume: at a position in one of its lists. */
interface Use {
  readonly volume: string;
  readonly by: PlacedContainer;
  readonly list: 'volumeMounts' | 'volumeDevices' | 'env';
  readonly position: number;
  readonly writes: boolean;
}

function usesOf(containers: readonly PlacedContainer[]): readonly Use[] {
  const uses: Use[] = [];
  for (const by of containers) {
    const { volumeMounts, volumeDevices, env } = by.container;
    volumeMounts?.forEach(({ name, readOnly }, position) => {
      uses.push({ volume: name, by, list: 'volumeMounts', position, writes: readOnly !== true });
    });
    volumeDevices?.forEach(({ name }, position) => {
      uses.push({ volume: name, by, list: 'volumeDevices', position, writes: true });
    });
    env?.forEach(({ valueFrom }, position) => {
      const file = valueFrom?.fileKeyRef;
      if (file != null) uses.push({ volume: file.volumeName, by, list: 'env', position, writes: false });
    });
  }
  return uses;
}

/** Whether one look tells that somebody writes, and that nobody who ends before reads. */
function isPlainlyWritten(uses: readonly Use[]): boolean {
  return uses.find(({ by, writes }) => writes || by.role === 'init')?.writes === true;
}

/** Only an init container that reads is sure to come too early: whatever keeps running may wait for the file. */
function requireWritten(name: string, field: FieldPath, uses: readonly Use[], list: ProblemList): void {
  const writer = uses.find(({ writes }) => writes)?.by;
  if (writer === undefined) {
    const detail = `comes empty, and every mount of it is read-only: let somebody write it, or say who does with because(reason, source)`;
    list.invalid('unwritten-volume', field, name, detail, OURS);
    return;
  }
  const before = uses.slice(
    0,
    uses.findIndex(({ by }) => by === writer),
  );
  for (const { by, list: within, position } of before.filter((use) => use.by.role === 'init')) {
    const detail = `"${by.container.name}" ends before "${writer.container.name}" starts, the first that writes this emptyDir: put it behind`;
    list.invalid('read-before-written', by.path.child(within).index(position), name, detail, OURS);
  }
}

const WAYS_OUT = 'mount it, leave it out, or say who does with because(reason, source)';
const OURS = { ours: true } as const;
