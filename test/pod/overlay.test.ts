import { Deployment, except, pod } from 'podwright';
import type { AnyPod } from 'podwright';
import { base, refusalsOf, textOf } from '../support/shop';

const owner = (given: AnyPod) => (shop: ConstructorParameters<typeof Deployment>[0]) =>
  new Deployment(shop, 'a', { replicas: 1, pod: given });
const overlaid = (template: object, given = pod('api', base)) => given.overlay(template);
const api = (fields: object) => ({ spec: { containers: [{ name: 'api', ...fields }] } });

describe('an overlay', () => {
  test.each<readonly [string, object, RegExp]>([
    ['adds a field', { spec: { hostname: 'x' } }, /hostname: x/],
    [
      'merges records',
      api({ securityContext: { runAsUser: 5 } }),
      /allowPrivilegeEscalation: false\n(.*\n)*.*runAsUser: 5|runAsUser: 5\n(.*\n)*.*allowPrivilegeEscalation: false/,
    ],
    ['replaces lists without names', api({ args: ['one'] }), /args:\n +- one\n/],
    ['adds records that were not there', { spec: { dnsConfig: { nameservers: ['10.0.0.1'] } } }, /- 10\.0\.0\.1/],
  ])('%s', (_, template, expected) => {
    expect(textOf(owner(overlaid(template)))).toMatch(expected);
  });

  test('removes with null', () => {
    expect(textOf(owner(overlaid({ spec: { terminationGracePeriodSeconds: null } })))).not.toContain(
      'terminationGrace',
    );
  });

  test.each<readonly [string, object, readonly string[]]>([
    [
      'a container',
      { spec: { containers: [{ name: 'b', tty: true }] } },
      ['containers[0].name [overlay-matches-nothing]'],
    ],
    [
      'an init container where there are none',
      { spec: { initContainers: [{ ...base, name: 'b' }] } },
      ['initContainers[0].name [overlay-matches-nothing]'],
    ],
    [
      'a volume where there are none',
      { spec: { volumes: [{ name: 'v', emptyDir: {} }] } },
      ['volumes[0].name [overlay-matches-nothing]'],
    ],
    ['a removal', { spec: { hostname: null } }, ['hostname [overlay-matches-nothing]']],
    [
      'a removal in what is not there',
      { spec: { affinity: { nodeAffinity: null } } },
      ['affinity.nodeAffinity [overlay-matches-nothing]'],
    ],
  ])('that matches nothing is refused: %s', (_, template, expected) => {
    expect(refusalsOf(owner(overlaid(template)))).toEqual(expected.map((path) => `spec.template.spec.${path}`));
  });

  test('keeps the reason of a value of which it changes a part', () => {
    const capabilities = except({ add: ['SYS_TIME'], drop: ['ALL'] }, { because: 'it sets the clock' });
    const given = pod('api', { ...base, securityContext: { capabilities } });
    const text = textOf(owner(overlaid(api({ securityContext: { capabilities: { add: ['NET_RAW'] } } }), given)));
    expect(text).toMatch(/# exception: it sets the clock\n +capabilities:\n +drop:\n +- ALL\n +add:\n +- NET_RAW\n/);
  });

  test('does not loosen what needs an exception', () => {
    expect(refusalsOf(owner(overlaid({ spec: { hostNetwork: true } })))).toContain(
      'spec.template.spec.hostNetwork [pod-security]',
    );
  });
});
