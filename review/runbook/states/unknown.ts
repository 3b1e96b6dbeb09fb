import type { KubernetesVersion } from '../../../lib/kube/version';
import { listOf } from '../../entity';
import { isEvicted } from '../../report/node-loss';
import { kubectl } from '../../report/handles';
import { ownerWordsOf } from '../../report/ownership';
import { code, list, names, seconds, sentences } from '../../report/words';
import { volumeUses } from '../../knowledge/volume-use';
import { cause, type Cause } from '../cause';
import { clusterWide, type Scene } from '../scene';
import type { Chapter } from '../state';

/** Nobody hears of the node any more, or a Pod that is to go does not. */
export const unknown: Chapter = {
  state: 'Unknown',
  aliases: ['NodeLost', 'Terminating', 'ContainerStatusUnknown', 'NodeNotReady'],
  meaning: ({ subject }) => [
    ...sentences(
      `the kubelet of its node has not been heard of for ${secondsOfSilence(subject.workload.target)} s: the condition \`Ready\` of the node and of its Pods is \`Unknown\`, while the containers may go on running and writing`,
    ),
    ...ownerWordsOf(subject).nodeLoss,
    ...sentences(
      isEvicted(subject) &&
        'the old Pod is shown as `Terminating` until its node is back or gone: nobody there can say that it has ended',
    ),
  ],
  causes: (scene) => [...nodeCauses(), ...graceCauses(scene), ...finalizerCauses(scene), ...volumeCauses(scene)],
};

/** How long the control plane waits for a node, where nobody has set it otherwise. */
function secondsOfSilence(target: KubernetesVersion): number {
  return Number(target.split('.')[1]) < 32 ? 40 : 50;
}

function nodeCauses(): Cause[] {
  return [
    cause(
      'likely',
      'the node, its kubelet or the network between it and the API server is down',
      '',
      clusterWide('describe node', 'NODE'),
    ),
  ];
}

/** A Pod that is to go has this long before it is killed. */
function graceCauses({ handles, subject }: Scene): Cause[] {
  const { grace, hooks } = subject.workload.stop;
  if (grace <= 0) return [];
  const hooked = hooks.map(({ name }) => name || '(no name)');
  const what =
    hooked.length === 0
      ? 'its programs do not end at the signal'
      : `the \`preStop\` ${hooked.length === 1 ? 'hook' : 'hooks'} of ${names(hooked)} or its programs take long to end`;
  return [
    cause(
      'possible',
      `it is \`Terminating\` for up to ${seconds(grace)} after it was told to go: ${what}`,
      subject.workload.specPath.child('terminationGracePeriodSeconds'),
      kubectl('get pod', handles, handles.pod, '-o', 'jsonpath={.metadata.deletionTimestamp}{"\\n"}'),
    ),
  ];
}

function finalizerCauses({ handles, subject: { workload } }: Scene): Cause[] {
  const finalizers = workload.metadata.finalizers ?? [];
  if (finalizers.length === 0) return [];
  return [
    cause(
      'likely',
      `it stays \`Terminating\` until somebody takes the ${finalizers.length === 1 ? 'finalizer' : 'finalizers'} ${names(finalizers)} from it: whoever has to does not run`,
      workload.path.child('metadata').child('finalizers'),
      kubectl('get pod', handles, handles.pod, '-o', 'jsonpath={.metadata.finalizers}{"\\n"}'),
    ),
  ];
}

/** A volume for one node follows its Pod only when the old node has let go of it. */
function volumeCauses({ subject }: Scene): Cause[] {
  const { around, owner, workload } = subject;
  const written = owner.kind === 'StatefulSet' ? (owner.spec.volumeClaimTemplates ?? []) : [];
  const templates = written.flatMap(({ metadata, spec }) =>
    isForMany(spec?.accessModes) ? [] : (metadata?.name ?? ''),
  );
  const claims = volumeUses(workload).flatMap(({ path, volume: { name, persistentVolumeClaim: claim } }) => {
    if (claim === undefined) return [];
    const entity = around.landscape.find('PersistentVolumeClaim', claim.claimName, workload.entity);
    return isForMany(listOf(entity?.read('spec', 'accessModes'))) ? [] : [{ name, path }];
  });
  const all = [...new Set([...templates, ...claims.map(({ name }) => name)])];
  if (all.length === 0) return [];
  const path = templates.length > 0 ? 'spec.volumeClaimTemplates' : (claims[0]?.path ?? workload.specPath);
  return [
    cause(
      'likely',
      `its replacement waits in \`ContainerCreating\` for ${list(all.map(code))}: a volume for one node is taken from a lost node after 6 min, or at once when the node is marked ${code('node.kubernetes.io/out-of-service')}, for which it must be off for certain`,
      path,
      clusterWide('get volumeattachments'),
    ),
  ];
}

function isForMany(modes: readonly unknown[] = []): boolean {
  return modes.includes('ReadWriteMany') || (modes.length > 0 && modes.every((mode) => mode === 'ReadOnlyMany'));
}
