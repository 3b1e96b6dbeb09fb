import { judge } from '../../../lib/kube/judge';

const container = (name: string, command: readonly string[] = ['./work']) => ({ name, image: 'app:v1', command });
const said = (object: object) => judge(object).problems.map(({ code, path, ours }) => [code, path, ours]);

function job(containers: readonly object[], initContainers: readonly object[] = []) {
  const template = { spec: { restartPolicy: 'Never', initContainers, containers } };
  return { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'a' }, spec: { template } };
}

const podOf = (spec: object) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec });

describe('what must end and never does', () => {
  test('a plain container that goes on keeps a Job from completing', () => {
    expect(said(job([container('work'), container('tail', ['tail', '-F', '/log'])]))).toEqual([
      ['endless-job', 'spec.template.spec.containers[1].command', true],
    ]);
    const cronJob = {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'a' },
      spec: { schedule: '@daily', jobTemplate: { spec: job([container('work', ['sleep', 'infinity'])]).spec } },
    };
    expect(said(cronJob)).toEqual([['endless-job', 'spec.jobTemplate.spec.template.spec.containers[0].command', true]]);
  });

  test('a native sidecar of a Job may go on', () => {
    const sidecar = { ...container('tail', ['tail', '-F', '/log']), restartPolicy: 'Always' };
    expect(said(job([container('work')], [sidecar]))).toEqual([]);
  });

  test('an init container that goes on keeps every Pod from starting', () => {
    const waiting = { ...container('wait'), command: undefined, args: ['sh', '-c', 'while true; do sleep 1; done'] };
    expect(said(podOf({ initContainers: [waiting], containers: [container('app')] }))).toEqual([
      ['endless-init', 'spec.initContainers[0].args', true],
    ]);
  });

  test('a bare Pod may wait for somebody to look around', () => {
    expect(said(podOf({ restartPolicy: 'Never', containers: [container('shell', ['sleep', 'infinity'])] }))).toEqual(
      [],
    );
  });

  test('a loop with a way out is left alone', () => {
    const patient = container('wait', ['sh', '-c', 'while true; do nc -z db 5432 && break; sleep 1; done']);
    expect(said(job([container('work')], [patient]))).toEqual([]);
  });
});
