import type { Landscape } from '../../landscape';
import type { Workload } from '../../workload';
import { fieldOf, listOf, textOf } from '../../entity';
import { list } from '../../report/words';
import { danger, notice, type Consequence } from '../consequence';
import { changesWithin, type Change } from '../change';
import { fieldChanges } from '../field-changes';

/** What becomes of a changed ConfigMap or Secret in the Pods that use it. */
export function* configurationConsequences(change: Change): Generator<Consequence> {
  const { before, after, landscapes } = change;
  if (before === undefined || after === undefined) return;
  const { kind, name, namespace } = after.identity;
  if (kind !== 'ConfigMap' && kind !== 'Secret') return;
  const changes = changesWithin(change, 'data', 'binaryData', 'stringData');
  if (changes.length === 0) return;
  const users = landscapes.after.workloads.filter(({ entity }) => entity.identity.namespace === namespace);
  const renewed = new Set(users.filter((workload) => isRenewed(workload, landscapes.before)));
  const mounting = users.filter((workload) => isMounted(workload, kind, name)).map(({ entity }) => entity.title);
  const readers = users.filter((workload) => isInEnvironment(workload, kind, name));
  const titles = (wanted: boolean) =>
    readers.filter((workload) => renewed.has(workload) === wanted).map(({ entity }) => entity.title);
  const [fresh, reading] = [titles(true), titles(false)];
  if (mounting.length > 0) {
    yield notice(
      'configuration',
      `${list(mounting)} ${mounting.length === 1 ? 'sees' : 'see'} the new files of ${after.title} within a minute or two, without a restart (where they are mounted by \`subPath\`: never).`,
    );
  }
  if (reading.length > 0) {
    yield danger(
      'configuration',
      `${list(reading)} ${reading.length === 1 ? 'keeps' : 'keep'} the old values of ${after.title} in ${reading.length === 1 ? 'its environment until somebody restarts it' : 'their environment until somebody restarts them'}.`,
    );
  }
  if (fresh.length > 0) {
    yield notice(
      'configuration',
      `${list(fresh)} ${fresh.length === 1 ? 'reads' : 'read'} the new values of ${after.title} in Pods that start from now on.`,
    );
  }
}

/** Whether its Pods are made anew: by a changed template that is rolled out, or run by run. */
function isRenewed(workload: Workload, before: Landscape): boolean {
  const { entity, kind } = workload;
  if (kind === 'CronJob') return true;
  const old = before.find(kind, entity.identity.name, entity);
  const was = old && before.workloadOf(old);
  if (was === undefined) return true;
  if (kind === 'Pod' || kind === 'Job' || entity.read('spec', 'updateStrategy', 'type') === 'OnDelete') return false;
  return fieldChanges([was.metadata, was.spec], [workload.metadata, workload.spec]).length > 0;
}

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
