import type { Workload } from '../../workload';
import { fieldOf, listOf, textOf } from '../../entity';
import { list } from '../../report/words';
import { danger, notice, type Consequence } from '../consequence';
import { changesWithin, type Change } from '../change';
import { fieldChanges } from '../field-changes';
import type { Landscape } from '../../landscape';

/** What becomes of a changed ConfigMap or Secret in the Pods that use it. */
export function* configurationConsequences(change: Change): Generator<Consequence> {
  const { before, after, landscapes } = change;
  if (before === undefined || after === undefined) return;
  const { kind, name, namespace } = after.identity;
  if (kind !== 'ConfigMap' && kind !== 'Secret') return;
  const changes = changesWithin(change, 'data', 'binaryData', 'stringData');
  if (changes.length === 0) return;
  const users = landscapes.after.workloads.filter(
    (workload) =>
      workload.entity.identity.namespace === namespace &&
      (isMounted(workload, kind, name) || isInEnvironment(workload, kind, name)) &&
      hasOldPods(workload, landscapes.before),
  );
  const mounting = users.filter((workload) => isMounted(workload, kind, name)).map(({ entity }) => entity.title);
  const reading = users.filter((workload) => isInEnvironment(workload, kind, name)).map(({ entity }) => entity.title);
  if (mounting.length > 0) {
    yield notice(
      'configuration',
      `${list(mounting)} ${mounting.length === 1 ? 'sees' : 'see'} the new files of ${after.title} within a minute or two, without a restart (where they are mounted by \`subPath\`: never).`,
    );
  }
  if (reading.length > 0) {
    yield danger(
      'configuration',
      `${list(reading)} ${reading.length === 1 ? 'keeps' : 'keep'} the old values of ${after.title} in the environment of ${reading.length === 1 ? 'its' : 'their'} Pods until somebody restarts them.`,
    );
  }
}

/** Whether Pods that were made before go on: those of a new or changed template are made anew, as is each run. */
function hasOldPods({ entity, kind, metadata, written }: Workload, before: Landscape): boolean {
  const { name, namespace } = entity.identity;
  const was = before.workloads.find(
    (each) => each.kind === kind && each.entity.identity.name === name && each.entity.identity.namespace === namespace,
  );
  if (was === undefined || kind === 'CronJob') return false;
  const isByHand = !ROLLING.has(kind) || entity.read('spec', 'updateStrategy', 'type') === 'OnDelete';
  return isByHand || fieldChanges([was.metadata, was.written], [metadata, written]).length === 0;
}

const ROLLING: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

function isMounted({ spec }: Workload, kind: string, name: string): boolean {
  return (spec.volumes ?? []).some((volume) => {
    if (kind === 'ConfigMap' && volume.configMap?.name === name) return true;
    if (kind === 'Secret' && volume.secret?.secretName === name) return true;
    const projected = listOf(volume.projected?.sources);
    return projected.some(
      (source) => textOf(fieldOf(fieldOf(source, kind === 'ConfigMap' ? 'configMap' : 'secret'), 'name')) === name,
    );
  });
}

function isInEnvironment({ containers }: Workload, kind: string, name: string): boolean {
  return containers.some(({ container }) => {
    const whole = (container.envFrom ?? []).some(
      (source) => (kind === 'ConfigMap' ? source.configMapRef : source.secretRef)?.name === name,
    );
    return (
      whole ||
      (container.env ?? []).some(
        ({ valueFrom }) => (kind === 'ConfigMap' ? valueFrom?.configMapKeyRef : valueFrom?.secretKeyRef)?.name === name,
      )
    );
  });
}
