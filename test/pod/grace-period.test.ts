import { Deployment, pod } from 'podwright';
import type { AnyPod, AppProps } from 'podwright';
import { base, filesOf, refusalsOf } from '../support/shop';

const preStop = (seconds: number) => ({ lifecycle: { preStop: { sleep: { seconds } } } });
const helper = { ...base, because: 'it is tested here' };
const refusals = (given: AnyPod, props: AppProps = {}) =>
  refusalsOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: given }), props);
const TOO_SHORT = ['spec.template.spec.terminationGracePeriodSeconds [grace-period-too-short]'];

const draining = pod('api', { ...base, ...preStop(5), terminationSeconds: 20 });
const flushing = draining.sidecar('tail', { ...helper, terminationSeconds: 6 });

describe('the grace period is as long as the containers need', () => {
  test('an application that drains within it is let through', () => {
    expect(refusals(draining)).toEqual([]);
  });

  test('a sidecar stops after the application, within the same period', () => {
    expect(refusals(flushing)).toEqual(TOO_SHORT);
    expect(refusals(flushing.spec({ terminationGracePeriodSeconds: 30 }))).toEqual(TOO_SHORT);
    expect(refusals(flushing.spec({ terminationGracePeriodSeconds: 31 }))).toEqual([]);
  });

  test('none is computed: the 30 seconds of Kubernetes hold until the Pod says more', () => {
    expect(refusals(flushing, { explicit: false })).toEqual(TOO_SHORT);
  });

  test('plain containers stop together', () => {
    const both = (target: '1.28' | '1.29') =>
      refusals(pod('api', { ...base, terminationSeconds: 25 }).sidecar('tail', { ...helper, terminationSeconds: 6 }), {
        target,
      });
    expect(both('1.28')).toEqual([]);
    expect(both('1.29')).toEqual(TOO_SHORT);
  });

  test('an overlay is held against it too', () => {
    expect(refusals(draining.overlay({ spec: { terminationGracePeriodSeconds: 20 } }))).toEqual(TOO_SHORT);
  });

  test('nothing is asked of a Pod that says nothing', () => {
    const silent = pod('api', { ...base, ...preStop(1) }).spec({ terminationGracePeriodSeconds: 1 });
    expect(refusals(silent)).toEqual([]);
  });

  test('the sum stands in the message', () => {
    expect(() => filesOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: flushing }))).toThrow(
      /31 s that the containers need to stop: api ends after 25 s \(5 s of preStop, then 20 s\), tail ends after 31 s \(6 s more\)/,
    );
  });

  test('what a container needs is said above it', () => {
    const [file] = filesOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: draining }));
    expect(file?.text).toContain('        # ends within 20 s of its stop signal\n        - name: api\n');
  });

  test.each([-1, 1.5, '20s'])('a time of %s is refused', (terminationSeconds) => {
    const given = pod('api', { ...base, ...({ terminationSeconds } as object) });
    expect(refusals(given)).toContain('spec.template.spec.containers[0].terminationSeconds [stop-time]');
  });

  test('an init container has none', () => {
    const given = pod('api', base).initContainer('x', { ...helper, ...({ terminationSeconds: 1 } as object) });
    expect(refusals(given)).toEqual(['spec.template.spec.initContainers[0].terminationSeconds [init-stop-time]']);
  });
});
