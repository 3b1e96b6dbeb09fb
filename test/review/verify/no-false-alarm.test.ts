import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withDefaults } from 'podwright/kube';
import { factsOf, type WorkloadFacts } from '../../../review';
import { readManifests } from '../../../synth/read-yaml';
import { sources } from '../objects';
import { verified } from './found';

type Fields = Record<string, unknown>;

const DIST = resolve(__dirname, '../../../dist');
const desired = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => readManifests(readFileSync(join(DIST, name), 'utf8')).documents)
  .map(({ value }) => value as Fields);

/** What an API server and its controllers make of an object that has been applied, and runs well. */
function live(object: Fields, facts: WorkloadFacts | undefined): Fields[] {
  const held = withDefaults(object);
  const metadata = { ...(object['metadata'] as Fields), uid: 'u', generation: 2, resourceVersion: '77' };
  if (facts === undefined) return [{ ...held, metadata }];
  const { least = 3 } = facts.pods;
  const replicas = ['replicas', 'updatedReplicas', 'readyReplicas', 'availableReplicas'];
  const nodes = [
    'desiredNumberScheduled',
    'currentNumberScheduled',
    'updatedNumberScheduled',
    'numberReady',
    'numberAvailable',
  ];
  const counted = Object.fromEntries([...replicas, ...nodes].map((name) => [name, least]));
  const conditions = object['kind'] === 'Job' ? [{ type: 'Complete', status: 'True' }] : [];
  const status = { observedGeneration: 2, ...counted, conditions };
  if (object['kind'] === 'Pod') return [{ ...held, metadata, status: statusOf(facts) }];
  const { spec } = held as { spec: Fields };
  const job = (spec['jobTemplate'] as Fields | undefined)?.['spec'] as Fields | undefined;
  const template = ((job ?? spec)['template'] ?? {}) as { metadata?: { labels?: Fields }; spec: Fields };
  const pods = Array.from({ length: least }, (_, position) => podOf(object, template, facts, position));
  return [{ ...held, metadata, status }, ...(object['kind'] === 'CronJob' ? [] : pods)];
}

function podOf(
  object: Fields,
  template: { metadata?: { labels?: Fields }; spec: Fields },
  facts: WorkloadFacts,
  position: number,
): Fields {
  const { name, namespace } = facts.object;
  const isDeployment = object['kind'] === 'Deployment';
  const owner = { kind: facts.owner, name: isDeployment ? `${name}-5d4f` : name, controller: true };
  const labels = { ...template.metadata?.labels, ...(isDeployment && { 'pod-template-hash': '5d4f' }) };
  const metadata = { name: `${name}-${position}`, namespace, labels, ownerReferences: [owner] };
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata, spec: { ...template.spec, nodeName: 'worker-1' } };
  return { ...withDefaults(pod), status: statusOf(facts) };
}

function statusOf({ containers, qosClass, status }: WorkloadFacts): Fields {
  const isDone = status === 'Completed';
  const of = (...roles: string[]) =>
    containers
      .filter(({ role }) => roles.includes(role))
      .map(({ image, name, role }) => ({
        name,
        image,
        imageID: `${image}@sha256:${'b'.repeat(64)}`,
        restartCount: 0,
        ready: !isDone,
        ...(isDone || role === 'init'
          ? { state: { terminated: { exitCode: 0, reason: 'Completed' } } }
          : { state: { running: { startedAt: '2027-03-01T10:00:00Z' } }, started: true }),
      }));
  return {
    phase: isDone ? 'Succeeded' : 'Running',
    qosClass,
    conditions: ['PodScheduled', 'Initialized', ...(isDone ? [] : ['ContainersReady', 'Ready'])].map((type) => ({
      type,
      status: 'True',
    })),
    initContainerStatuses: of('init', 'sidecar'),
    containerStatuses: of('app'),
  };
}

const facts = factsOf(sources(...desired));
const factsFor = (object: Fields) => {
  const { name, namespace } = object['metadata'] as Fields;
  return facts.find(
    (each) => each.object.kind === object['kind'] && each.object.name === name && each.object.namespace === namespace,
  );
};

test('what is written here and runs well is as promised, object by object', () => {
  const result = verified(
    desired.flatMap((object) => live(object, factsFor(object))),
    desired,
  );
  expect(result.objects.flatMap(({ mismatches }) => mismatches)).toEqual([]);
  expect(result.objects.map(({ standing }) => standing)).toEqual(desired.map(() => 'as promised'));
  expect(result.uncompared).toEqual([]);
});

test('the facts of a workload are those that its Pods show', () => {
  expect(facts.find(({ object }) => object.name === 'checkout')).toMatchObject({
    life: 'lasting',
    owner: 'ReplicaSet',
    pods: { least: 3, most: 3, per: 'total' },
    ready: '3/3',
    status: 'Running',
    qosClass: 'Burstable',
    podSecurity: 'restricted',
    restartPolicy: 'Always',
    serviceAccount: 'checkout',
  });
});
