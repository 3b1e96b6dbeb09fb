import { review } from '../../../review';
import { noLegacySidecar } from '../../../review/rules/no-legacy-sidecar';
import { after, beside, job, ofPod, owned, pod, POD, type Fields } from '../kinds';
import { soundContainer, sources } from '../objects';
import { describeRule } from '../rule-cases';

const proxy = { image: 'envoyproxy/envoy:v1.32.2' };
const unknown = { ...soundContainer(), readinessProbe: undefined, ports: undefined, name: 'other' };
const ports = [{ name: 'redis', containerPort: 6379 }];
const readinessProbe = { tcpSocket: { port: 'redis' } };

/** A Job with another container beside its work. */
const besideWork = (container: Fields, podSpec: Fields = {}) =>
  job(
    {},
    {
      containers: [
        { ...soundContainer(), readinessProbe: undefined },
        { ...unknown, ...container },
      ],
      ...podSpec,
    },
  );
/** The same as a Pod of its own, which is to end. */
const besideTask = (container: Fields, restartPolicy = 'Never') =>
  pod({}, { restartPolicy, containers: [soundContainer(), { ...unknown, ...container }] });

describeRule(noLegacySidecar, {
  passes: {
    'a native sidecar': [after({ ...proxy, restartPolicy: 'Always' })],
    'an unknown image': [beside({ image: 'registry.example.com/helper:v1' })],
    'a Job whose containers can signal one another': [
      job(
        {},
        {
          shareProcessNamespace: true,
          containers: [soundContainer(), { ...soundContainer(), ...proxy, name: 'proxy' }],
        },
      ),
    ],
    'two programs of one Job': [besideWork({})],
    'a port that may be meant for the time of the work': [besideWork({ ports })],
    'a client that comes in the image of a database': [besideWork({ image: 'postgres:16.4', command: ['pg_dump'] })],
    'a Job that only waits': [job({ command: ['sleep', 'infinity'] })],
    'a native sidecar of a Job': [job({}, { initContainers: [{ ...unknown, ...proxy, restartPolicy: 'Always' }] })],
    'a Pod of its own that goes on, with a program beside it': [besideTask({}, 'Always')],
    'an application that is called an ambassador': [
      ofPod({ containers: [{ ...soundContainer(), name: 'ambassador' }] }),
    ],
    'an agent that is the application': [owned('DaemonSet', { image: 'fluent/fluent-bit:3.2.4' })],
    'a Job that ends its helper': [
      job(
        { command: ['sh', '-c', 'work && curl -X POST localhost:9901/quitquitquit'] },
        {
          containers: [
            { ...soundContainer(), command: ['sh', '-c', 'work && curl -X POST localhost:15020/quitquitquit'] },
            { ...soundContainer(), ...proxy, name: 'proxy' },
          ],
        },
      ),
    ],
  },
  fails: {
    'a proxy among the regular containers': [[beside(proxy)], [`${POD}.containers[1]`]],
    'a log shipper': [[beside({ image: 'fluent/fluent-bit:3.2.4' })], [`${POD}.containers[1]`]],
    'a container that is called by its pattern': [
      [beside({ name: 'redis-ambassador', ports })],
      [`${POD}.containers[1]`],
    ],
    'an ambassador beside work that ends': [
      [besideWork({ name: 'redis-ambassador', ports })],
      [`${POD}.containers[1]`],
    ],
    'a program beside work that ends, with a probe of its port': [
      [besideWork({ ports, readinessProbe })],
      [`${POD}.containers[1]`],
    ],
    'an agent with a probe and no port': [
      [besideWork({ name: 'agent', readinessProbe: { exec: { command: ['agent', 'status'] } } })],
      [`${POD}.containers[1]`],
    ],
    'a command without an end': [
      [besideWork({ command: ['sh', '-c', 'while true; do sync-files; sleep 5; done'] })],
      [`${POD}.containers[1]`],
    ],
    'a database for the time of a test': [[besideWork({ image: 'postgres:16.4' })], [`${POD}.containers[1]`]],
    'a toolbox that sleeps': [
      [besideWork({ image: 'nicolaka/netshoot:v0.13', command: ['sleep', 'infinity'] })],
      [`${POD}.containers[1]`],
    ],
    'a proxy in a Pod of its own that is to end': [[besideTask(proxy)], ['spec.containers[1]']],
    'the same where a failure is tried again': [[besideTask(proxy, 'OnFailure')], ['spec.containers[1]']],
    'a helper that keeps a Job from completing': [
      [job({}, { containers: [soundContainer(), { ...soundContainer(), ...proxy, name: 'proxy' }] })],
      [`${POD}.containers[1]`],
    ],
  },
});

test('before 1.29 there is no other way, but in a Job it is an error', () => {
  const options = { rules: [noLegacySidecar], target: '1.28' } as const;
  expect(review(sources(beside(proxy)), options).findings).toEqual([]);
  const inJob = job({}, { containers: [soundContainer(), { ...soundContainer(), ...proxy, name: 'proxy' }] });
  expect(review(sources(inJob), options).findings).toEqual([expect.objectContaining({ severity: 'error' })]);
});

test.each([
  ['its program is known', proxy, 'error', 'runs `envoy`: it goes on'],
  ['its name says so', { name: 'redis-proxy', ports }, 'error', 'serves on port redis (6379): it goes on'],
  ['its probe says so', { ports, readinessProbe }, 'warning', 'serves on port redis (6379): it may go on'],
])('where %s', (_title, container, severity, found) => {
  const { findings } = review(sources(besideWork(container)), { rules: [noLegacySidecar] });
  expect(findings).toEqual([expect.objectContaining({ severity, found: expect.stringContaining(found) as string })]);
});

test('a Pod is not called a Job', () => {
  const { findings } = review(sources(besideTask(proxy)), { rules: [noLegacySidecar] });
  expect(findings.map(({ consequence }) => /^The Pod never completes/.test(consequence))).toEqual([true]);
});
