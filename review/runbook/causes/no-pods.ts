import { accountOf } from '../../knowledge/token';
import { enforcedLevelOf, passes } from '../../report/pod-security';
import { kubectl } from '../../report/handles';
import { code, names } from '../../report/words';
import { fieldOf } from '../../entity';
import { nameWord } from '../../knowledge/shell-word';
import { cause, type Cause } from '../cause';
import { clusterWide, type Scene } from '../scene';

/** Why there is no Pod at all: its owner does not want one, or admission refuses it. */
export function noPodCauses(scene: Scene): Cause[] {
  const { handles, subject } = scene;
  const ofOwner = handles.owner === undefined ? scene.describePod : kubectl('get', handles, handles.owner);
  return [
    ...idleCauses(scene, ofOwner),
    ...levelCauses(scene),
    ...accountCauses(scene),
    ...quotaCauses(scene),
    ...priorityCauses(scene),
    ...(subject.spec.schedulingGates ?? []).map(({ name }, position) =>
      cause(
        'certain',
        `it waits until somebody removes the scheduling gate ${code(name)}, shown as \`SchedulingGated\``,
        subject.workload.specPath.child('schedulingGates').index(position),
        scene.describePod,
      ),
    ),
  ];
}

/** What admission refuses is said of whoever tried to make the Pod. */
function refusals({ handles, subject }: Scene): string {
  return subject.owner.kind === 'Pod'
    ? kubectl('get events', handles, '--field-selector', `involvedObject.name=${handles.pod}`)
    : kubectl('get events', handles, '--field-selector', 'reason=FailedCreate');
}

function idleCauses({ subject: { count, owner } }: Scene, command: string): Cause[] {
  if (owner.kind === 'CronJob' && owner.spec.suspend === true)
    return [cause('certain', 'no Pod is made while the CronJob is suspended', 'spec.suspend', command)];
  if (owner.kind === 'Job' && owner.job.suspend === true)
    return [cause('certain', 'no Pod is made while the Job is suspended', 'spec.suspend', command)];
  const isReplicated = owner.kind === 'Deployment' || owner.kind === 'StatefulSet' || owner.kind === 'ReplicaSet';
  return isReplicated && count.most === 0
    ? [cause('certain', `no Pod is made: the ${owner.kind} asks for none`, 'spec.replicas', command)]
    : [];
}

function levelCauses(scene: Scene): Cause[] {
  const { namespace } = scene.subject.workload.entity.identity;
  const { podSecurity, specPath } = scene.subject.workload;
  const enforced = enforcedLevelOf(scene.subject);
  if (namespace === undefined || enforced === undefined || passes(podSecurity, enforced)) return [];
  const text = `namespace ${code(namespace)} enforces ${code(enforced)}, and the Pod passes ${code(podSecurity)}: it is refused, and no Pod is made`;
  return [cause('certain', text, specPath, refusals(scene))];
}

function accountCauses(scene: Scene): Cause[] {
  const { around, workload } = scene.subject;
  const account = accountOf(workload);
  if (account === 'default' || around.landscape.find('ServiceAccount', account, workload.entity) !== undefined)
    return [];
  return [
    cause(
      'likely',
      `ServiceAccount ${code(account)} is not there, so that no Pod is made: it is not among these objects`,
      workload.specPath.child('serviceAccountName'),
      kubectl('get serviceaccount', scene.handles, nameWord(account, 'ACCOUNT')),
    ),
  ];
}

function quotaCauses(scene: Scene): Cause[] {
  const { around, workload } = scene.subject;
  const quotas = around.landscape.beside('ResourceQuota', workload.entity).filter((quota) => {
    return fieldOf(quota.read('spec'), 'hard') !== undefined;
  });
  if (quotas.length === 0) return [];
  const all = names(quotas.map(({ identity }) => identity.name));
  return [
    cause(
      'likely',
      `the namespace has used up what ResourceQuota ${all} ${quotas.length === 1 ? 'allows' : 'allow'}, or the Pod leaves out a request or limit that it counts: then no Pod is made`,
      workload.specPath.child('containers'),
      kubectl('describe resourcequota', scene.handles),
    ),
  ];
}

function priorityCauses({ subject: { around, spec, workload } }: Scene): Cause[] {
  const name = spec.priorityClassName ?? '';
  if (
    name === '' ||
    name.startsWith('system-') ||
    around.clusterWide('PriorityClass', name, workload.entity) !== undefined
  )
    return [];
  return [
    cause(
      'likely',
      `PriorityClass ${code(name)} is not there, so that no Pod is made: it is not among these objects`,
      workload.specPath.child('priorityClassName'),
      clusterWide('get priorityclass', nameWord(name, 'CLASS')),
    ),
  ];
}
