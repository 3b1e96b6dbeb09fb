import type { Landscape } from '../../landscape';
import type { Workload } from '../../workload';
import { fieldOf, listOf, textOf } from '../../entity';
import { list } from '../../report/words';
import { danger, notice, type Consequence } from '../consequence';
import { changesWithin, type Change } from '../change';
import { fieldChanges } from '../field-changes';
import { replacesPods } from './rollout';

/** What becomes of a changed ConfigMap or Secret in the Pods that use it. */
export function* configurationConsequences(change: Change): Generator<Consequence> {
  const { before, after, landscapes } = change;
  if (before === undefined || after === undefined) return;
  const { kind, name } = after.identity;
  if (kind !== 'ConfigMap' && kind !== 'Secret') return;
  const changes = changesWithin(change, 'data', 'binaryData', 'stringData');
  if (changes.length === 0) return;
  const users = landscapes.after.workloadsBeside(after);
  const renewed = new Set(users.filter((workload) => isRenewed(workload, landscapes.before)));
  const titles = (uses: typeof isMounted, wanted: boolean) =>
    users
      .filter((workload) => renewed.has(workload) === wanted && uses(workload, kind, name))
      .map(({ entity }) => entity.title);
  const mounting = titles(isMounted, false);
  const [fresh, reading] = [titles(isInEnvironment, true), titles(isInEnvironment, false)];
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

/** Whether its Pods are made anew: by a new or changed template that is rolled out, or run by run. */
function isRenewed(workload: Workload, before: Landscape): boolean {
  const { entity, kind, metadata, written } = workload;
  const old = before.find(kind, entity.identity.name, entity);
  const was = old && before.workloadOf(old);
  if (was === undefined || kind === 'CronJob') return true;
  return replacesPods(entity) && fieldChanges([was.metadata, was.written], [metadata, written]).length > 0;
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
