import { diagnoseCases } from './compile';
import type { TypeCase } from './compile';

const owned = (pod: string, call: string) =>
  `new p.Deployment(shop, 'a', { replicas: without({ because: 'x' }), pod: ${pod} }).${call};`;
const TWO = `api.sidecar('proxy', { ...base, because: 'x', startupProbe: without({ because: 'x' }) })`;
const CPU = `name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 }`;
const scaledBy = (metric: string) =>
  `horizontalPodAutoscaler({ minReplicas: 2, maxReplicas: 4, metrics: [${metric}] })`;

const CASES: readonly TypeCase[] = [
  {
    title: 'a metric names a container of the Pod',
    good: owned(TWO, scaledBy(`{ type: 'ContainerResource', containerResource: { container: 'proxy', ${CPU} } }`)),
    bad: owned(TWO, scaledBy(`{ type: 'ContainerResource', containerResource: { container: 'prxy', ${CPU} } }`)),
    says: `Did you mean '"proxy"'?`,
  },
  {
    title: 'an init container is not measured',
    good: owned(
      `api.initContainer('setup', { ...base, because: 'x' })`,
      scaledBy(`{ type: 'Resource', resource: { ${CPU} } }`),
    ),
    bad: owned(
      `api.initContainer('setup', { ...base, because: 'x' })`,
      scaledBy(`{ type: 'ContainerResource', containerResource: { container: 'setup', ${CPU} } }`),
    ),
    says: `Type '"setup"' is not assignable to type '"api"'`,
  },
  {
    title: 'a Pod of several containers is measured as a whole for a reason',
    good: owned(TWO, scaledBy(`because('both work alike', { type: 'Resource', resource: { ${CPU} } })`)),
    bad: owned(TWO, scaledBy(`{ type: 'Resource', resource: { ${CPU} } }`)),
    says: 'several containers run in this Pod, and an idle helper hides a busy application',
  },
  {
    title: 'a budget says one of two things',
    good: owned('api', `podDisruptionBudget({ maxUnavailable: 1 })`),
    bad: owned('api', `podDisruptionBudget({ maxUnavailable: 1, minAvailable: 1 })`),
    says: 'is not assignable',
  },
  {
    title: 'callers call ports of the Pod',
    good: owned('api', `networkPolicy({ ingress: [{ ports: ['http'] }] })`),
    bad: owned('api', `networkPolicy({ ingress: [{ ports: ['htpp'] }] })`),
    says: `Type '"htpp"' is not assignable`,
  },
  {
    title: 'upstreams are called on ports of their Pods',
    good: `declare const db: p.Deployment<typeof api.shape>; p.egressTo(db, 'http');`,
    bad: `declare const db: p.Deployment<typeof api.shape>; p.egressTo(db, 'postgres');`,
    says: `Argument of type '"postgres"' is not assignable to parameter of type '"http"'`,
  },
  {
    title: 'a token takes a reason',
    good: owned('api', `serviceAccount({ automountServiceAccountToken: because('lists Pods', true) })`),
    bad: owned('api', `serviceAccount({ automountServiceAccountToken: true })`),
    says: `is not assignable to type 'Because<true>'`,
  },
  {
    title: 'a spread that keeps Pods waiting takes a reason',
    good: owned('api', `spread({ zone: because('a quorum', 'DoNotSchedule') })`),
    bad: owned('api', `spread({ zone: 'DoNotSchedule' })`),
    says: `Type '"DoNotSchedule"' is not assignable`,
  },
  {
    title: 'a namespace below restricted takes an exception',
    good: `new p.Namespace(shop, 'a', { enforce: except('baseline', { because: 'x' }) });`,
    bad: `new p.Namespace(shop, 'a', { enforce: 'baseline' });`,
    says: `Type '"baseline"' is not assignable`,
  },
  {
    title: 'a Job has no autoscaler',
    good: owned('api', `serviceAccount()`),
    bad: `declare const job: p.Job; job.horizontalPodAutoscaler({});`,
    says: `Property 'horizontalPodAutoscaler' does not exist on type 'Job`,
  },
];

describe('what comes with an owner', () => {
  const said = diagnoseCases(CASES.flatMap(({ good, bad }) => [good, bad]));

  test.each(CASES.map((each, position) => [each.title, each, position] as const))('%s', (_, { says }, position) => {
    expect(said[2 * position]).toEqual([]);
    expect(said[2 * position + 1]!.join('\n')).toContain(says);
  });
});
