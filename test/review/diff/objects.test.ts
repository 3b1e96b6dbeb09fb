import { job, owned, service } from '../kinds';
import { deployment, soundContainer } from '../objects';
import { autoscaler, budget, cronJob } from '../surroundings';
import { said } from './said';

type Fields = Readonly<Record<string, unknown>>;

const CLAIMED = { persistentVolumeClaim: { claimName: 'data' } };
const claim = (mode: string) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data', namespace: 'shop' },
  spec: { accessModes: [mode], resources: { requests: { storage: '1Gi' } } },
});

describe('numbers of Pods', () => {
  test.each<[string, readonly unknown[], readonly unknown[], readonly string[]]>([
    [
      'a budget of nothing',
      [budget({ maxUnavailable: 0 })],
      [budget({ maxUnavailable: 1 })],
      ['notice: PodDisruptionBudget shop/api lets at most `1` of its Pods be unavailable instead of `0`.'],
    ],
    [
      'a budget that says it the other way',
      [budget({ minAvailable: 2 })],
      [budget({ maxUnavailable: 1 })],
      [
        'notice: PodDisruptionBudget shop/api lets at most `1` of its Pods be unavailable from now on.',
        'notice: PodDisruptionBudget shop/api no longer says how many of its Pods have to stay available: it was `2`.',
      ],
    ],
    [
      'a number in quotation marks',
      [budget({ maxUnavailable: 0 })],
      [budget({ maxUnavailable: '1' })],
      ['notice: PodDisruptionBudget shop/api lets at most `"1"` of its Pods be unavailable instead of `0`.'],
    ],
    [
      'one Pod, at least',
      [autoscaler({ minReplicas: 2 })],
      [autoscaler({ minReplicas: 1 })],
      ['danger: HorizontalPodAutoscaler shop/api keeps at least `1` Pod instead of `2`.'],
    ],
    [
      'no time zone',
      [cronJob({ timeZone: 'Europe/Vienna' })],
      [cronJob({ timeZone: undefined })],
      [expect.stringMatching(/ and goes by that of the control plane: it was `Europe\/Vienna`\.$/) as string],
    ],
    [
      'none',
      [deployment()],
      [deployment({}, {}, { replicas: 0 })],
      ['danger: Deployment shop/api asks for 0 Pods instead of 2: nothing of it runs any more.'],
    ],
    [
      'an autoscaler decides',
      [deployment({}, {}, { replicas: 3 }), autoscaler()],
      [deployment({}, {}, { replicas: 2 }), autoscaler()],
      ['danger: Deployment shop/api asks for 2 Pods instead of 3, until its autoscaler decides otherwise.'],
    ],
    [
      'an autoscaler from now on',
      [deployment()],
      [deployment(), autoscaler()],
      ['notice: HorizontalPodAutoscaler shop/api is new: it decides from now on how many Pods Deployment `api` has.'],
    ],
  ])('%s', (_title, before, after, sentences) => {
    expect(said(before, after, 'scale')).toEqual(sentences);
  });

  test.each([
    [cronJob(), cronJob({ suspend: true }), /^danger: CronJob .* starts no more runs: it is suspended\.$/],
    [cronJob({ suspend: true }), cronJob(), /^notice: CronJob .* goes on: it is no longer suspended\.$/],
    [
      job(),
      job({}, {}, { suspend: true }),
      /^danger: Job shop\/api stops, and its Pods are deleted: it is suspended\.$/,
    ],
  ])('a run that is suspended or goes on, case %#', (before, after, sentence) => {
    expect(said([before], [after], 'scale')).toEqual([expect.stringMatching(sentence)]);
  });

  test('an autoscaler that came does not change what a Pod costs, and none cost nothing', () => {
    expect(said([deployment()], [deployment(), autoscaler()], 'cost')).toEqual([]);
    expect(said([deployment({}, {}, { replicas: 0 })], [deployment()], 'cost')).toEqual([
      'notice: Deployment shop/api asks for 0.2 cores and 256 MiB of memory for 2 Pods instead of nothing.',
    ]);
  });
});

describe('where a Service leads to', () => {
  const renamed = deployment({ ports: [{ name: 'web', containerPort: 8080 }], readinessProbe: undefined });
  const other = { ...deployment(), metadata: { name: 'web', namespace: 'shop' } };

  test('a port that its Pods call otherwise now', () => {
    expect(said([deployment(), service()], [renamed, service()], 'routing')).toEqual([
      'danger: Port 80 of Service shop/api leads nowhere: no container of Deployment shop/api has a port named `http`.',
    ]);
  });

  test('a port that led nowhere before is not told again', () => {
    expect(said([renamed, service()], [renamed, service({ sessionAffinity: 'ClientIP' })], 'routing')).toEqual([]);
  });

  test.each([
    ['without an address from now on', service(), service({ clusterIP: 'None' }), 1],
    ['with the address that it has', service({ clusterIP: '10.0.0.7' }), service(), 0],
    ['with another address', service({ clusterIP: '10.0.0.7' }), service({ clusterIP: '10.0.0.8' }), 1],
    ['that was a name outside', service({ type: 'ExternalName' }), service({ clusterIP: 'None' }), 0],
  ])('a Service %s', (_title, before, after, refusals) => {
    expect(said([before], [after], 'recreation')).toHaveLength(refusals);
  });

  test('a workload under another name', () => {
    expect(said([deployment(), service()], [other, service()], 'routing')).toEqual([
      'danger: Service shop/api sends traffic to Deployment shop/web instead of Deployment shop/api.',
    ]);
  });
});

describe('volumes and rollouts', () => {
  const claimed = (type: string, volume: Fields = CLAIMED) =>
    deployment({}, { volumes: [{ name: 'data', ...volume }] }, { replicas: 1, strategy: { type } });
  const HANGS =
    'danger: A rollout of Deployment shop/api can hang: a new Pod on another node waits for the claim `data`, which is for one node, as long as an old Pod holds it.';

  test('scratch space that became a claim loses nothing, and rollouts wait for it', () => {
    expect(
      said([claimed('RollingUpdate', { emptyDir: {} })], [claimed('RollingUpdate'), claim('ReadWriteOnce')], 'data'),
    ).toEqual([
      'notice: The volume `data` of Deployment shop/api is the claim `data` instead of an emptyDir that lives with the Pod.',
    ]);
    expect(
      said([claimed('RollingUpdate', { emptyDir: {} })], [claimed('RollingUpdate'), claim('ReadWriteOnce')], 'rollout'),
    ).toContain(HANGS);
  });

  test.each([
    ['one node', 'ReadWriteOnce', [HANGS]],
    ['many nodes', 'ReadWriteMany', []],
  ])('a Deployment that rolls with a claim for %s', (_title, mode, sentences) => {
    const [before, after] = [claimed('Recreate'), claimed('RollingUpdate')];
    expect(said([before, claim(mode)], [after, claim(mode)], 'rollout')).toEqual([
      ...sentences,
      'notice: Rollouts of Deployment shop/api go another way from now on: new ones start as old ones stop.',
    ]);
  });

  test.each([
    [
      { maxSurge: 0, maxUnavailable: '100%' },
      'danger: Rollouts of Deployment shop/api go another way from now on: all old ones may stop before a new one can serve.',
    ],
    [
      { maxSurge: 0, maxUnavailable: 1 },
      'notice: Rollouts of Deployment shop/api go another way from now on: old ones stop before new ones start.',
    ],
  ])('a rollout by %j', (rollingUpdate, sentence) => {
    const after = deployment({}, {}, { strategy: { type: 'RollingUpdate', rollingUpdate } });
    expect(said([deployment()], [after], 'rollout')).toEqual([sentence]);
  });

  test.each(['RollingUpdate', 'Recreate'])('a Deployment that is paused replaces nothing, %s', (type) => {
    const [before, after] = ['v1', 'v2'].map((tag) =>
      deployment({ image: `registry.example.com/api:${tag}` }, {}, { paused: true, strategy: { type } }),
    );
    expect(said([before], [after], 'rollout')).toEqual([
      'notice: Deployment shop/api is paused: no Pod is replaced before it is resumed.',
    ]);
  });

  test('how long a new Pod has to be ready, and when a rollout has failed', () => {
    const after = deployment({}, {}, { minReadySeconds: 30, progressDeadlineSeconds: 120 });
    expect(said([deployment()], [after], 'rollout')).toEqual([
      'notice: A new Pod of Deployment shop/api counts as available when it has been ready for `30` s instead of `0` s.',
      'notice: A rollout of Deployment shop/api is reported as failed after `120` s without progress instead of `600` s.',
    ]);
  });

  test.each([
    ['DoNotSchedule', /^danger: .* other nodes than before/],
    ['ScheduleAnyway', /^notice: .* spread otherwise\.$/],
  ])('Pods that are spread by hosts: %s', (whenUnsatisfiable, sentence) => {
    const constraint = { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable };
    const after = deployment({}, { topologySpreadConstraints: [constraint] });
    expect(said([deployment()], [after], 'placement')).toEqual([expect.stringMatching(sentence)]);
  });

  test('a volume at another place', () => {
    const mounted = (...volumeMounts: Fields[]) =>
      deployment({ volumeMounts }, { volumes: [{ name: 'data', emptyDir: {} }] });
    const before = mounted({ name: 'data', mountPath: '/a' });
    expect(said([before], [mounted({ name: 'data', mountPath: '/b', readOnly: true })], 'data')).toEqual([
      'notice: `api` has the volume `data` at `/b` to read only instead of at `/a`.',
    ]);
    expect(said([before], [mounted()], 'data')).toEqual(['danger: `api` has the volume `data` no more.']);
  });
});

describe('what the API server refuses', () => {
  const templates = (storage: string) => ({
    ...owned('StatefulSet'),
    spec: {
      ...(deployment()['spec'] as Fields),
      volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { resources: { requests: { storage } } } }],
    },
  });

  test('no rollout follows from it', () => {
    const labels = { app: 'web' };
    const spec = {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [soundContainer()] } },
    };
    expect(said([deployment()], [deployment({}, {}, spec)], 'rollout')).toEqual([]);
  });

  test('claims that are there stay as they are', () => {
    expect(said([templates('1Gi')], [templates('2Gi')], 'recreation', 'data')).toEqual([
      'danger: The API server refuses to change `spec.volumeClaimTemplates[data].spec.resources.requests.storage` of StatefulSet shop/api: it has to be deleted and created anew, and its Pods with it unless they are left behind (`--cascade=orphan`).',
      'notice: Claims that Pods of StatefulSet shop/api have already stay as they are, whatever its templates say.',
    ]);
  });

  test('a new mistake is told in its words, an old one is not', () => {
    const broken = deployment({ image: '' });
    expect(said([deployment()], [broken], 'refusal', 'rollout')).toEqual([
      expect.stringMatching(
        /^danger: The API server refuses Deployment shop\/api as it is now: spec\.template\.spec\.containers\[0\]\.image: /,
      ),
    ]);
    expect(said([broken], [deployment({ image: '', args: ['x'] })], 'refusal')).toEqual([]);
  });

  test('a NetworkPolicy that came refuses what it does not allow', () => {
    const policy = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'deny', namespace: 'shop' },
      spec: { podSelector: {} },
    };
    expect(said([], [policy], 'traffic')).toEqual([
      'danger: NetworkPolicy shop/deny is new: what it does not allow to the Pods that it selects is refused.',
    ]);
  });
});
