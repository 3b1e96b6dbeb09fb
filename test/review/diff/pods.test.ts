import type { Topic } from '../../../review/diff';
import { job, ofPod, pod } from '../kinds';
import { deployment, soundContainer } from '../objects';
import { cronJob } from '../surroundings';
import { said } from './said';

type Fields = Readonly<Record<string, unknown>>;

const helper = { ...soundContainer(), name: 'helper', readinessProbe: undefined, ports: [] };
const sidecar = { ...helper, restartPolicy: 'Always' };
const withCpu = (cpu?: string) =>
  deployment({
    resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '64Mi', ...(cpu && { cpu }) } },
  });
const grouped = (fsGroup: number | undefined, volume: Fields) =>
  ofPod({ securityContext: { runAsNonRoot: true, fsGroup }, volumes: [{ name: 'data', ...volume }] });
const CLAIMED = { persistentVolumeClaim: { claimName: 'data' } };
const settings = (data: Fields, kind = 'ConfigMap') => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: 'settings', namespace: 'shop' },
  data,
});
const env = (...variables: Fields[]) => deployment({ env: variables });
const key = (name: string) => ({ name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'settings', key: name } } });

describe('limits of CPU', () => {
  test.each([
    ['one that came', undefined, '500m', 'danger: `api` is slowed down from now on when it uses more than 0.5 cores.'],
    ['a lower one', '1', '500m', 'danger: `api` is slowed down at 0.5 cores instead of 1 core.'],
    ['a higher one', '500m', '1', 'notice: `api` may use 1 core instead of 0.5 cores.'],
    ['none', '1', undefined, 'notice: `api` has no CPU limit any more: it may use what its node has to spare.'],
  ])('%s', (_title, before, after, sentence) => {
    expect(said([withCpu(before)], [withCpu(after)], 'cpu')).toEqual([sentence]);
  });
});

describe('who owns the files in volumes', () => {
  test.each([
    [
      'nobody any more, of a claim',
      grouped(2000, CLAIMED),
      grouped(undefined, CLAIMED),
      'danger: Volumes of Deployment shop/api no longer belong to group `2000`: a process that is not root may not be able to write to them any more.',
    ],
    [
      'nobody any more, of scratch space',
      grouped(2000, { emptyDir: {} }),
      grouped(undefined, { emptyDir: {} }),
      'notice: Volumes of Deployment shop/api no longer belong to group `2000`.',
    ],
    [
      'another group',
      grouped(2000, CLAIMED),
      grouped(3000, CLAIMED),
      'notice: Volumes of Deployment shop/api belong to group `3000` instead of `2000`: their files are handed over when a Pod starts, which takes long where there are many.',
    ],
    [
      'a group from now on',
      grouped(undefined, CLAIMED),
      grouped(2000, CLAIMED),
      'notice: Volumes of Deployment shop/api belong to group `2000` from now on: their files are handed over when a Pod starts, which takes long where there are many.',
    ],
  ])('%s', (_title, before, after, sentence) => {
    expect(said([before], [after], 'data')).toEqual([sentence]);
  });

  test('without volumes there is nothing to say', () => {
    const [before, after] = [{ fsGroup: 1 }, {}].map((securityContext) => ofPod({ securityContext }));
    expect(said([before], [after], 'data')).toEqual([]);
  });
});

describe('containers', () => {
  test.each<[string, Topic, unknown, unknown, readonly string[]]>([
    [
      'a sidecar beside the application',
      'order',
      ofPod({ initContainers: [sidecar] }),
      ofPod({ containers: [soundContainer(), helper] }),
      [
        'danger: `helper` was a sidecar and is a regular container now: it starts and stops together with the other regular containers.',
      ],
    ],
    [
      'a helper that became a sidecar',
      'order',
      ofPod({ containers: [soundContainer(), helper] }),
      ofPod({ initContainers: [sidecar] }),
      [
        'danger: `helper` was a regular container and is a sidecar now: it starts before the application and stops after it.',
      ],
    ],
    [
      'a sidecar that keeps a Job from its end',
      'order',
      job({}, { initContainers: [sidecar] }),
      job({}, { containers: [{ ...soundContainer(), readinessProbe: undefined }, helper] }),
      [
        'danger: `helper` was a sidecar and is a regular container now: it starts and stops together with the other regular containers, and a Pod is done only when it has ended.',
      ],
    ],
    [
      'another name and nothing else',
      'rollout',
      deployment(),
      deployment({ name: 'server' }),
      [
        'notice: The container `api` of Deployment shop/api is called `server` from now on.',
        'notice: Every Pod of Deployment shop/api is replaced: new ones start as old ones stop.',
      ],
    ],
    [
      'another pull policy',
      'image',
      deployment(),
      deployment({ imagePullPolicy: 'Always' }),
      ['notice: `api` asks the registry for its image at every start from now on.'],
    ],
    [
      'an image that nobody pulls',
      'image',
      deployment(),
      deployment({ imagePullPolicy: 'Never' }),
      ['danger: `api` starts only on nodes that have its image already.'],
    ],
    [
      'another user',
      'identity',
      ofPod({ securityContext: { runAsUser: 1000 } }),
      ofPod({ securityContext: { runAsUser: 2000 } }),
      ['danger: `api` runs as user `2000` instead of user `1000`: files of the one may be closed to the other.'],
    ],
    [
      'no hook before the signal',
      'traffic',
      deployment({ lifecycle: { preStop: { sleep: { seconds: 5 } } } }),
      deployment(),
      [
        'danger: `api` has no `preStop` hook any more: it gets its signal at once, while requests may still be on their way to it.',
      ],
    ],
    [
      'no readiness probe, and a startup probe',
      'traffic',
      deployment({ startupProbe: { tcpSocket: { port: 'http' } } }),
      deployment({ startupProbe: { tcpSocket: { port: 'http' } }, readinessProbe: undefined }),
      [
        'danger: `api` has no readiness probe any more: it counts as ready as soon as it has started, and neither traffic nor a rollout waits until it can serve.',
      ],
    ],
    [
      'a startup probe that came',
      'restart',
      deployment(),
      deployment({ startupProbe: { tcpSocket: { port: 'http' }, initialDelaySeconds: 5 } }),
      ['danger: `api` is killed from now on when it has not started after 35 s.'],
    ],
    [
      'a delay before the startup probe',
      'restart',
      deployment({ startupProbe: { tcpSocket: { port: 'http' } } }),
      deployment({ startupProbe: { tcpSocket: { port: 'http' }, initialDelaySeconds: 5 } }),
      ['notice: `api` has 35 s to start instead of 30 s.'],
    ],
  ])('%s', (_title, topic, before, after, sentences) => {
    expect(said([before], [after], topic)).toEqual(sentences);
  });
});

describe('variables and configuration', () => {
  const reading = { envFrom: [{ configMapRef: { name: 'settings' } }] };
  const scheduled = cronJob({}, {}, { containers: [{ ...soundContainer(), ...reading, readinessProbe: undefined }] });
  const stamped = (checksum: string) => ({
    template: {
      metadata: { labels: { app: 'api' }, annotations: { checksum } },
      spec: { containers: [{ ...soundContainer(), ...reading }] },
    },
  });

  test.each<[string, readonly unknown[], readonly unknown[], readonly string[]]>([
    [
      'another key of a Secret',
      [env(key('old'))],
      [env(key('new'))],
      [
        'notice: The variable `TOKEN` of `api` is key `new` of Secret `settings` instead of key `old` of Secret `settings`.',
      ],
    ],
    [
      'a key that is not there',
      [env(key('old')), settings({ old: '' }, 'Secret')],
      [env(key('new')), settings({ old: '' }, 'Secret')],
      [
        'danger: Secret `settings` has no key `new`, which new Pods of Deployment shop/api need to start.',
        'notice: The variable `TOKEN` of `api` is key `new` of Secret `settings` instead of key `old` of Secret `settings`.',
      ],
    ],
    [
      'a key that a Pod alone does not find',
      [pod({ env: [key('old')] }), settings({ old: '' }, 'Secret')],
      [pod({ env: [key('old')] }), settings({ new: '' }, 'Secret')],
      [
        'danger: Secret `settings` has no key `old`, which Pod shop/api needs to start.',
        'danger: Pod shop/api keeps the old values of Secret shop/settings in its environment until somebody restarts it.',
      ],
    ],
    [
      'values, new ones and none',
      [env({ name: 'A', value: '1' }, { name: 'B', value: 'x' })],
      [env({ name: 'A', value: '2' }, { name: 'C', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } })],
      [
        'notice: The variable `A` of `api` is `2` instead of `1`.',
        'notice: The variable `C` of `api` is new: the field `spec.nodeName` of the Pod.',
        'notice: `api` has no variable `B` any more.',
      ],
    ],
    [
      'many at once',
      [env()],
      [env(...['A', 'B', 'C', 'D', 'E'].map((name) => ({ name, value: 'x' })))],
      ['notice: 5 variables of `api` are other than before.'],
    ],
    [
      'another source',
      [deployment(reading)],
      [deployment({ envFrom: [{ secretRef: { name: 'keys' }, prefix: 'K_' }] })],
      ['notice: `api` takes all variables of Secret `keys` (as `K_…`) instead of ConfigMap `settings`.'],
    ],
    [
      'a ConfigMap whose readers stay as they are',
      [deployment(reading), settings({ a: '1' })],
      [deployment(reading), settings({ a: '2' })],
      [
        'danger: Deployment shop/api keeps the old values of ConfigMap shop/settings in its environment until somebody restarts it.',
      ],
    ],
    [
      'a ConfigMap whose readers are rolled out with it',
      [deployment({}, {}, stamped('1')), settings({ a: '1' })],
      [deployment({}, {}, stamped('2')), settings({ a: '2' })],
      ['notice: Deployment shop/api reads the new values of ConfigMap shop/settings in Pods that start from now on.'],
    ],
    [
      'a ConfigMap whose readers are paused',
      [deployment(reading, {}, { paused: true }), settings({ a: '1' })],
      [deployment({ ...reading, image: 'api:v2' }, {}, { paused: true }), settings({ a: '2' })],
      [expect.stringMatching(/^danger: Deployment shop\/api keeps the old values/) as string],
    ],
    [
      'a ConfigMap that each run reads',
      [scheduled, settings({ a: '1' })],
      [scheduled, settings({ a: '2' })],
      [expect.stringMatching(/^notice: CronJob .* reads the new values of ConfigMap shop\/settings/) as string],
    ],
  ])('%s', (_title, before, after, sentences) => {
    expect(said(before, after, 'configuration')).toEqual(sentences);
  });
});
