import fc from 'fast-check';
import { withDefaults } from '../../../lib/kube/defaults/defaults';
import { judge } from '../../../lib/kube/judge';
import { tryPodOf } from '../../../lib/kube/pod-of';
import { evaluatePodSecurity } from '../../../lib/kube/pod-security';
import { tryReadableObject } from '../../../lib/kube/readable';
import { canonical } from '../../../lib/kube/schema/canonical';
import { decode } from '../../../lib/kube/schema/decode';
import { canonicalFor, soundVersionOf, trySound } from '../../../lib/kube/schema/sound';
import type { KubernetesVersion } from '../../../lib/kube/version';
import { decodable } from '../support/decodable';
import { deployment, everyKind, pod, tweak } from '../support/objects';

const KINDS = everyKind.map(({ apiVersion, kind }) => [kind, apiVersion] as const);
const TARGETS = ['1.28', '1.31', '1.35', '1.36'] as const;

describe('a sound object', () => {
  test.each(KINDS)(
    'is one that decodes as it stands, and later steps make the same of it as of any other: %s',
    (...of) => {
      const [kind, apiVersion] = of;
      fc.assert(
        fc.property(decodable(apiVersion, kind), fc.constantFrom(...TARGETS), fc.boolean(), (wild, target, isTamed) => {
          // What can be read of wild objects is nearly always sound, and a wild one of some size hardly ever.
          const object = (isTamed && tryReadableObject(wild, target)) || wild;
          const before = JSON.stringify(object);
          const sound = trySound(object, target);
          expect(sound !== undefined).toBe(standsAsItIs(object, target));
          expect(JSON.stringify(object)).toBe(before);
          if (sound === undefined) return;
          const stranger: unknown = JSON.parse(JSON.stringify(sound));
          expect([soundVersionOf(sound), soundVersionOf(stranger)]).toEqual([target, undefined]);
          expect(JSON.stringify(sound)).toBe(JSON.stringify(canonical(object)));
          for (const other of TARGETS) {
            expect(judge(sound, { target: other })).toEqual(judge(stranger, { target: other }));
            expect(tryReadableObject(sound, other)).toEqual(tryReadableObject(stranger, other));
          }
          expect(withDefaults(sound, { target })).toEqual(withDefaults(stranger, { target }));
          expect(violationsOf(sound)).toEqual(violationsOf(stranger));
        }),
        { numRuns: 200 },
      );
    },
  );

  test('cannot be changed afterwards, anywhere', () => {
    const sound = trySound(tweak(pod, 'metadata.labels', { app: 'web' }), '1.35');
    expect(partsOf(sound).filter((part) => !Object.isFrozen(part))).toEqual([]);
  });

  test('has a field of the server only where its version has it on', () => {
    const mounted = tweak(pod, 'spec.volumes', [{ name: 'model', image: { reference: 'example.com/model:1' } }]);
    expect(TARGETS.map((target) => trySound(mounted, target) !== undefined)).toEqual([false, false, true, true]);
    const added = tweak(pod, 'spec.containers.0.securityContext', { procMount: 'Default' });
    expect(TARGETS.map((target) => trySound(added, target) !== undefined)).toEqual([false, false, true, true]);
  });

  test.each([
    ['a null', tweak(deployment, 'spec.replicas', null)],
    ['a bigint', tweak(deployment, 'spec.replicas', 3n)],
    ['a date', tweak(deployment, 'metadata.labels', { since: new Date(0) })],
    ['an instance of a class', tweak(deployment, 'metadata.labels', new Date(0))],
    ['an unknown field', tweak(deployment, 'spec.replica', 3)],
    ['a list that holds nothing', tweak(deployment, 'spec.template.spec.containers', [undefined])],
    ['a kind of somebody else', { apiVersion: 'example.com/v1', kind: 'Deployment' }],
    ['a list of objects', { apiVersion: 'v1', kind: 'List', items: [pod] }],
    ['text', 'apiVersion: v1'],
  ])('is not one with %s', (_what, object) => {
    expect(trySound(object, '1.35')).toBeUndefined();
  });

  test('leaves out what is undefined, and keeps keys of any name', () => {
    const labels: unknown = JSON.parse('{"__proto__":"a","app":"web"}');
    const sound = trySound({ ...pod, metadata: { name: 'web', labels, namespace: undefined } }, '1.35');
    expect(JSON.stringify(sound?.['metadata'])).toBe('{"name":"web","labels":{"__proto__":"a","app":"web"}}');
  });

  test('others get their canonical form', () => {
    const misspelt = tweak(deployment, 'spec.replica', 3);
    expect(canonicalFor(misspelt as Record<string, unknown>, '1.35')).toEqual(canonical(misspelt));
  });
});

/** Whether the decoder takes the whole object, and reading it leaves nothing out and adds nothing. */
function standsAsItIs(object: object, target: KubernetesVersion): boolean {
  if (decode(object, { target, featureGates: [] }).length > 0) return false;
  const isOpen = partsOf(object).some((part) => part === null || (typeof part === 'object' && 'fieldsV1' in part));
  return !isOpen && JSON.stringify(tryReadableObject(object, target)) === JSON.stringify(object);
}

function partsOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(partsOf)] : [value];
}

function violationsOf(object: unknown) {
  const placed = tryPodOf(object);
  return placed?.spec && evaluatePodSecurity(placed.metadata, placed.spec, 'restricted');
}
