import { deployment, pod, said, tweaks } from '../support/objects';

type Row = readonly [rule: string, value: unknown, said: readonly string[]];

const required = 'requiredDuringSchedulingIgnoredDuringExecution';
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';

describe('node affinity', () => {
  const at = `spec.affinity.nodeAffinity.${required}.nodeSelectorTerms`;
  const term = (value: unknown) => ({ [required]: { nodeSelectorTerms: [value] } });
  const label = (key: string, operator: string, values?: unknown) =>
    term({ matchExpressions: [{ key, operator, values }] });
  const field = (key: string, operator: string, values: unknown) => term({ matchFields: [{ key, operator, values }] });

  test.each<Row>([
    ['needs a term', { [required]: {} }, [`Required ${at}`]],
    ['takes an empty term', term({}), []],
    [
      'compares numbers one at a time',
      label('gpu', 'Gt', ['1', '2']),
      [`Required ${at}[0].matchExpressions[0].values`],
    ],
    ['needs values for In', label('zone', 'In'), [`Required ${at}[0].matchExpressions[0].values`]],
    ['takes no values for Exists', label('zone', 'Exists', ['a']), [`Forbidden ${at}[0].matchExpressions[0].values`]],
    ['knows six operators', label('zone', 'Is', ['a']), [`Invalid ${at}[0].matchExpressions[0].operator`]],
    ['takes label keys', label('a b', 'Exists'), [`Invalid ${at}[0].matchExpressions[0].key`]],
    ['takes label values', label('zone', 'In', ['a', 'b c']), [`Invalid ${at}[0].matchExpressions[0].values[1]`]],
    ['selects nodes by name', field('metadata.name', 'In', ['node-1']), []],
    [
      'selects one node at a time',
      field('metadata.name', 'In', ['a', 'b']),
      [`Required ${at}[0].matchFields[0].values`],
    ],
    [
      'knows two operators for fields',
      field('metadata.name', 'Exists', []),
      [`Invalid ${at}[0].matchFields[0].operator`],
    ],
    ['knows one field', field('spec.unschedulable', 'In', ['false']), [`Invalid ${at}[0].matchFields[0].key`]],
    ['takes names of nodes', field('metadata.name', 'In', ['Node 1']), [`Invalid ${at}[0].matchFields[0].values[0]`]],
    [
      'weighs from 1 to 100',
      { [preferred]: [{ weight: 101, preference: {} }, { preference: {} }] },
      [
        `Invalid spec.affinity.nodeAffinity.${preferred}[0].weight`,
        `Invalid spec.affinity.nodeAffinity.${preferred}[1].weight`,
      ],
    ],
    [
      'does not look at values that are only preferred',
      {
        [preferred]: [{ weight: 1, preference: { matchExpressions: [{ key: 'a', operator: 'In', values: ['b c'] }] } }],
      },
      [],
    ],
  ])('%s', (_rule, nodeAffinity, expected) => {
    expect(said(tweaks(pod, { 'spec.affinity': { nodeAffinity } }))).toEqual(expected);
  });

  test('judges required values from 1.33 on', () => {
    const odd = tweaks(pod, { 'spec.affinity': { nodeAffinity: label('zone', 'In', ['b c']) } });
    expect(said(odd, '1.32')).toEqual([]);
    expect(said(odd, '1.33')).toHaveLength(1);
  });
});

describe('Pod affinity', () => {
  const at = `spec.affinity.podAntiAffinity.${required}[0]`;
  const labelSelector = { matchLabels: { app: 'web' } };

  test.each<Row>([
    ['needs a topology key', [{ labelSelector }], [`Invalid ${at}.topologyKey`, `Required ${at}.topologyKey`]],
    [
      'names namespaces, reported without their position',
      [{ topologyKey: 'zone', namespaces: ['A'] }],
      [`Invalid ${at}.namespace`],
    ],
    [
      'takes both selectors',
      [{ topologyKey: 'zone', namespaceSelector: { matchExpressions: [{ key: 'a', operator: 'Is' }] } }],
      [`Invalid ${at}.namespaceSelector.matchExpressions[0].operator`],
    ],
    [
      'needs a selector beside keys',
      [{ topologyKey: 'zone', matchLabelKeys: ['app'] }],
      [`Forbidden ${at}.matchLabelKeys`],
    ],
    [
      'takes a key once',
      [{ topologyKey: 'zone', labelSelector, matchLabelKeys: ['v'], mismatchLabelKeys: ['v'] }],
      [`Invalid ${at}.matchLabelKeys[0]`],
    ],
    [
      'takes label keys',
      [{ topologyKey: 'zone', labelSelector, mismatchLabelKeys: ['a b'] }],
      [`Invalid ${at}.mismatchLabelKeys[0]`],
    ],
  ])('%s', (_rule, terms, expected) => {
    expect(said(tweaks(pod, { 'spec.affinity': { podAntiAffinity: { [required]: terms } } }))).toEqual(expected);
  });

  test('finds a key twice once it is merged into the selector, which happens in Pods and not in templates', () => {
    const affinity = { podAffinity: { [required]: [{ topologyKey: 'zone', labelSelector, matchLabelKeys: ['app'] }] } };
    const labelled = tweaks(pod, { 'spec.affinity': affinity, 'metadata.labels': { app: 'web' } });
    expect(said(labelled)).toEqual([`Invalid spec.affinity.podAffinity.${required}[0][0]`]);
    expect(said(tweaks(pod, { 'spec.affinity': affinity }))).toEqual([]);
    expect(said(tweaks(deployment, { 'spec.template.spec.affinity': affinity }))).toEqual([]);
  });
});

describe('topology spread', () => {
  const at = 'spec.topologySpreadConstraints';
  const sound = { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' };

  test.each<Row>([
    [
      'needs a skew, a key and what to do',
      [{}],
      [`Invalid ${at}[0].maxSkew`, `NotSupported ${at}[0].whenUnsatisfiable`, `Required ${at}[0].topologyKey`],
    ],
    ['stands once for a key and what to do', [sound, sound], [`Duplicate ${at}[0].{topologyKey, whenUnsatisfiable}`]],
    ['stands twice for a key with different answers', [sound, { ...sound, whenUnsatisfiable: 'ScheduleAnyway' }], []],
    ['needs at least one domain', [{ ...sound, minDomains: 0 }], [`Invalid ${at}[0].minDomains`]],
    [
      'counts domains only where it refuses',
      [{ ...sound, whenUnsatisfiable: 'ScheduleAnyway', minDomains: 2 }],
      [`Invalid ${at}[0].minDomains`],
    ],
    [
      'honors or ignores',
      [{ ...sound, nodeAffinityPolicy: 'Bend', nodeTaintsPolicy: 'Bend' }],
      [`NotSupported ${at}[0].nodeAffinityPolicy`, `NotSupported ${at}[0].nodeTaintsPolicy`],
    ],
    [
      'takes a selector',
      [{ ...sound, labelSelector: { matchLabels: { a: 'b c' } } }],
      [`Invalid ${at}[0].labelSelector.matchLabels`],
    ],
    ['takes any text as a key of nodes', [{ ...sound, topologyKey: 'a b' }], []],
  ])('%s', (_rule, constraints, expected) => {
    expect(said(tweaks(pod, { [at]: constraints }))).toEqual(expected);
  });

  test('does not take a matched key in the selector: at the key up to 1.33, and where it is merged from 1.34 on', () => {
    const constraint = { ...sound, labelSelector: { matchLabels: { app: 'web' } }, matchLabelKeys: ['app'] };
    const spread = tweaks(pod, { [at]: [constraint], 'metadata.labels': { app: 'web' } });
    expect(said(spread, '1.33')).toEqual([`Invalid ${at}[0].matchLabelKeys[0]`]);
    expect(said(spread, '1.34')).toEqual([`Invalid ${at}[0][0]`]);
  });
});

describe('tolerations', () => {
  const at = 'spec.tolerations[0]';

  test.each<Row>([
    ['may bear everything', { operator: 'Exists' }, []],
    ['without a key bear everything or nothing', {}, [`Invalid ${at}.operator`]],
    ['with Exists take no value', { key: 'a', operator: 'Exists', value: 'b' }, [`Invalid ${at}.operator`]],
    ['report a bad value at the operator', { key: 'a', value: 'b c' }, [`Invalid ${at}.operator`]],
    ['take label keys', { key: 'a b', operator: 'Exists' }, [`Invalid ${at}.key`]],
    ['know three effects', { key: 'a', effect: 'Never' }, [`NotSupported ${at}.effect`]],
    [
      'end only where Pods are evicted',
      { key: 'a', effect: 'NoSchedule', tolerationSeconds: 5 },
      [`Invalid ${at}.effect`],
    ],
    ['know two operators', { key: 'a', operator: 'Is' }, [`NotSupported ${at}.operator`]],
  ])('%s', (_rule, toleration, expected) => {
    expect(said(tweaks(pod, { 'spec.tolerations': [toleration] }))).toEqual(expected);
  });
});

test('nodeSelector is reported as a whole', () => {
  expect(said(tweaks(pod, { 'spec.nodeSelector': { 'a b': 'c d' } }))).toEqual(['Invalid spec.nodeSelector']);
});
