import * as names from '../../../lib/kube/names';

type Rule = (value: string) => names.Complaints;
const strictEnv: Rule = (value) => names.envNameComplaints(value, '1.31');
const relaxedEnv: Rule = (value) => names.envNameComplaints(value, '1.32');
const strictSearch: Rule = (value) => names.dnsSearchPathComplaints(value, '1.32');
const relaxedSearch: Rule = (value) => names.dnsSearchPathComplaints(value, '1.33');
const nameOf =
  (kind: string, version = '1.35'): Rule =>
  (value) =>
    names.objectNameComplaints(kind, value, version);

interface Case {
  readonly what: string;
  readonly rule: Rule;
  readonly fine: readonly string[];
  readonly wrong: readonly string[];
}

const CASES: readonly Case[] = [
  {
    what: 'a DNS label',
    rule: names.dnsLabelComplaints,
    fine: ['a', '0', 'my-app', 'a--b', 'x'.repeat(63)],
    wrong: ['', 'A', 'my_app', '-a', 'a-', 'a.b', 'é', ' a', 'a\n', 'x'.repeat(64)],
  },
  {
    what: 'a DNS subdomain',
    rule: names.dnsSubdomainComplaints,
    fine: ['a', 'example.com', '1.2.3', 'a-b.c', 'x'.repeat(253)],
    wrong: ['', '.', 'a.', '.a', 'a..b', 'a-.b', 'Example.com', 'x'.repeat(254)],
  },
  {
    what: 'a DNS-1035 label',
    rule: names.dns1035LabelComplaints,
    fine: ['a', 'abc-123'],
    wrong: ['', '1a', 'a-', 'a.b', 'x'.repeat(64)],
  },
  {
    what: 'a strict search path',
    rule: strictSearch,
    fine: ['svc.cluster.local', 'example.com.'],
    wrong: ['.', '_tcp.example.com', '', 'a..'],
  },
  {
    what: 'a relaxed search path',
    rule: relaxedSearch,
    fine: ['.', '_tcp.example.com', 'a_b.c.', 'example.com'],
    wrong: ['', '..', '__a', 'a_.b', 'A.b'],
  },
  {
    what: 'a port name',
    rule: names.portNameComplaints,
    fine: ['http', '8080-tcp', 'a', 'x'.repeat(15)],
    wrong: ['', '80', '1-2', '-http', 'http-', 'a--b', 'HTTP', 'a_b', 'x'.repeat(16)],
  },
  {
    what: 'a label key',
    rule: names.labelKeyComplaints,
    fine: ['app', 'App.kubernetes_io', 'example.com/tier', `example.com/${'x'.repeat(63)}`, `${'x'.repeat(253)}/a`],
    wrong: ['', '/a', 'a/', 'a/b/c', 'Example.com/a', '-a', 'a-', 'x'.repeat(64), `${'x'.repeat(254)}/a`, 'a b'],
  },
  {
    what: 'an annotation key',
    rule: names.annotationKeyComplaints,
    fine: ['Example.com/Tier', 'a'],
    wrong: ['a/b/c', '', 'a b'],
  },
  {
    what: 'a label value',
    rule: names.labelValueComplaints,
    fine: ['', 'a', 'My_value.1', 'x'.repeat(63)],
    wrong: ['-', 'a-', '_a', 'a b', 'a/b', 'x'.repeat(64)],
  },
  {
    what: 'an environment variable name before 1.32',
    rule: strictEnv,
    fine: ['A', 'my.env-name', '-a', '.a', '_'],
    wrong: ['', '1A', 'A B', 'A=B', '.', '..', '..a', 'é'],
  },
  {
    what: 'an environment variable name from 1.32 on',
    rule: relaxedEnv,
    fine: ['A', '1A', 'A B', '..', '~', '!', ' '],
    wrong: ['', 'A=B', 'é', 'a\tb', '\u007f'],
  },
  {
    what: 'a key of a ConfigMap',
    rule: names.configMapKeyComplaints,
    fine: ['app.properties', '1', '-', '_', '.a'],
    wrong: ['', '.', '..', '..a', 'a/b', 'a b', 'x'.repeat(254)],
  },
  {
    what: 'a percentage',
    rule: names.percentComplaints,
    fine: ['0%', '25%', '999%'],
    wrong: ['', '%', '1.5%', '-1%', '25'],
  },
  { what: 'a header name', rule: names.headerNameComplaints, fine: ['X-A', 'host'], wrong: ['', 'a b', 'a:', 'a_b'] },
  {
    what: 'a path segment',
    rule: names.pathSegmentComplaints,
    fine: ['a', 'system:node', '...'],
    wrong: ['.', '..', 'a/b', '%2f'],
  },
  { what: 'an absolute path', rule: names.absolutePathComplaints, fine: ['/', '/var'], wrong: ['', 'var', './var'] },
  {
    what: 'a path inside a volume',
    rule: names.pathInsideVolumeComplaints,
    fine: ['a', 'a/b', './a', '..a', ''],
    wrong: ['/a', '..', 'a/../b', 'a/..'],
  },
  {
    what: 'the file of a volume item',
    rule: names.volumeItemPathComplaints,
    fine: ['a/b', 'a..'],
    wrong: ['..data', '..', '../a', '/a'],
  },
  {
    what: 'an IP address',
    rule: names.ipAddressComplaints,
    fine: [
      '10.9.8.7',
      '0.0.0.0',
      '255.255.255.255',
      '::',
      '::1',
      '2001:DB8::1',
      '1:2:3:4:5:6:7:8',
      '1:2:3:4:5:6:7::',
      '64:ff9b::1.2.3.4',
    ],
    wrong: [
      '',
      '1.2.3',
      '1.2.3.4.5',
      '01.2.3.4',
      '256.1.1.1',
      '1:2:3:4:5:6:7',
      '1:2:3:4:5:6:7:8:9',
      '1:2:3:4:5:6:7:8::',
      ':1::2',
      '1::2::3',
      '::ffff:1.2.3.4',
      '::ffff:0102:0304',
      'fe80::1%eth0',
      '1.2.3.4::',
      '::12345',
      '::1.2.3.04',
      'localhost',
    ],
  },
  { what: 'the name of a Namespace', rule: nameOf('Namespace'), fine: ['a'], wrong: ['', 'a.b'] },
  { what: 'the name of a Service before 1.36', rule: nameOf('Service'), fine: ['a'], wrong: ['', '1a', 'a.b'] },
  { what: 'the name of a Service in 1.36', rule: nameOf('Service', '1.36'), fine: ['1a'], wrong: ['', 'a.b'] },
  { what: 'the name of a StatefulSet', rule: nameOf('StatefulSet'), fine: ['a'], wrong: ['', 'a.b'] },
  { what: 'the name of a CronJob', rule: nameOf('CronJob'), fine: ['x'.repeat(52)], wrong: ['', 'x'.repeat(53)] },
  {
    what: 'the name of a PodDisruptionBudget',
    rule: nameOf('PodDisruptionBudget'),
    fine: ['web', 'My_Budget'],
    wrong: ['', 'a/b', '..', '5%'],
  },
  { what: 'the name of a Role', rule: nameOf('Role'), fine: ['system:A'], wrong: ['', 'a/b'] },
  { what: 'the name of a Deployment', rule: nameOf('Deployment'), fine: ['a.b', '1a'], wrong: ['', 'A'] },
  {
    what: 'the beginning of a generated name',
    rule: (value) => names.generateNameComplaints('Pod', value, '1.35'),
    fine: ['job-', 'a', '--'],
    wrong: ['-', 'Aa-', ''],
  },
];

describe.each(CASES)('$what', ({ rule, fine, wrong }) => {
  test.each(fine)('%j is fine', (value) => {
    expect(rule(value)).toEqual([]);
  });

  test.each(wrong)('%j is not', (value) => {
    expect(rule(value)).not.toEqual([]);
  });
});

test('a complaint says what is wrong, each thing once', () => {
  expect(names.portNameComplaints('-80-')).toHaveLength(2);
  expect(names.dnsLabelComplaints('a.b')).toEqual(['must not contain dots']);
  expect(names.labelKeyComplaints('A/-')).toHaveLength(2);
});

test('lengths are counted in bytes, as the API server counts them', () => {
  expect(names.utf8Length('aé€😀')).toBe(1 + 2 + 3 + 4);
});

test.each([
  ['10.0.0.1', 'IPv4'],
  ['fd00::1', 'IPv6'],
  ['nowhere', undefined],
])('the family of %s is %s', (value, family) => {
  expect(names.ipFamilyOf(value)).toBe(family);
});
