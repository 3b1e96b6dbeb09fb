import fc from 'fast-check';
import type { Container } from '../../../lib/kube/api/container';
import type { PodSpec } from '../../../lib/kube/api/pod';
import { evaluatePodSecurity, podSecurityLevel, type PolicyVersion } from '../../../lib/kube/pod-security';

const maybe = <Value>(...values: readonly Value[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const seccompProfile = maybe({ type: 'RuntimeDefault' } as const, { type: 'Unconfined' } as const);
const seLinuxOptions = maybe({ type: 'container_t' }, { type: 'spc_t' }, { user: 'root' });
const appArmorProfile = maybe({ type: 'RuntimeDefault' } as const, { type: 'Unconfined' } as const);
const runAsNonRoot = maybe(true, false);
const runAsUser = maybe(0, 1000);

const container: fc.Arbitrary<Container> = fc
  .record({
    securityContext: fc.record({
      privileged: maybe(true, false),
      allowPrivilegeEscalation: maybe(true, false),
      capabilities: maybe({ drop: ['ALL'] }, { drop: ['ALL'], add: ['CHOWN'] }, { add: ['SYS_ADMIN'] }),
      procMount: maybe('Default' as const, 'Unmasked' as const),
      runAsNonRoot,
      runAsUser,
      seccompProfile,
      seLinuxOptions,
      appArmorProfile,
    }),
    ports: maybe([{ containerPort: 80 }], [{ containerPort: 80, hostPort: 80 }]),
  })
  // Fields that are undefined are left out, as they are in a manifest.
  .map((fields) => JSON.parse(JSON.stringify({ name: 'app', ...fields })) as Container);

const podSpec: fc.Arbitrary<PodSpec> = fc
  .record({
    initContainers: fc.array(container, { maxLength: 2 }),
    containers: fc.array(container, { minLength: 1, maxLength: 2 }),
    hostNetwork: maybe(true),
    hostUsers: maybe(true, false),
    os: maybe({ name: 'windows' }, { name: 'linux' }),
    securityContext: fc.record({ runAsNonRoot, runAsUser, seccompProfile, seLinuxOptions, appArmorProfile }),
    volumes: maybe([{ name: 'a', hostPath: { path: '/' } }], [{ name: 'a', nfs: { server: 'a', path: '/' } }]),
  })
  .map((fields) => JSON.parse(JSON.stringify(fields)) as PodSpec);

const version = fc.constantFrom<PolicyVersion>(
  '1.24',
  '1.25',
  '1.28',
  '1.31',
  '1.33',
  '1.34',
  '1.35',
  '1.37',
  'latest',
);

test('what passes restricted passes baseline, in every version', () => {
  fc.assert(
    fc.property(podSpec, version, (spec, at) => {
      const restricted = evaluatePodSecurity(undefined, spec, 'restricted', at);
      const baseline = evaluatePodSecurity(undefined, spec, 'baseline', at);
      expect(restricted.length === 0 && baseline.length > 0).toBe(false);
      const level = restricted.length === 0 ? 'restricted' : baseline.length === 0 ? 'baseline' : 'privileged';
      expect(podSecurityLevel(undefined, spec, at)).toBe(level);
    }),
  );
});

test('every violation names fields, and a reason once', () => {
  fc.assert(
    fc.property(podSpec, version, (spec, at) => {
      const violations = evaluatePodSecurity(undefined, spec, 'restricted', at);
      expect(violations.filter(({ places }) => places.length === 0)).toEqual([]);
      expect(new Set(violations.map(({ reason }) => reason)).size).toBe(violations.length);
    }),
  );
});
