import { networkPolicy, said, tweak, tweaks } from '../support/objects';

type Row = readonly [rule: string, changes: Readonly<Record<string, unknown>>, said: readonly string[]];

const port = (...ports: object[]) => ({ 'spec.ingress': [{ ports }] });
const from = (...peers: (object | null)[]) => ({ 'spec.ingress': [{ from: peers }] });
const block = (cidr: string, ...except: string[]) => from({ ipBlock: { cidr, except } });
const atPort = 'spec.ingress[0].ports[0]';
const atPeer = 'spec.ingress[0].from[0]';

test.each<Row>([
  ['a policy without a spec lets nobody in', { spec: undefined }, []],
  ['a name is a DNS name', { 'metadata.name': 'Web' }, ['Invalid metadata.name']],
  [
    'a selector is labels',
    { 'spec.podSelector': { matchLabels: { 'a b': 'c' } } },
    ['Invalid spec.podSelector.matchLabels'],
  ],
  ['an empty rule allows everything', { 'spec.ingress': [{}], 'spec.egress': [null] }, []],
  ['a port is a number', port({ port: 65535 }), []],
  ['a port is a port number', port({ port: 0 }), [`Invalid ${atPort}.port`]],
  ['a port is a name', port({ port: 'http' }), []],
  ['a number as a text is no name', port({ port: '80' }), [`Invalid ${atPort}.port`]],
  ['an empty text is no name', port({ port: '' }), [`Invalid ${atPort}.port`]],
  ['a protocol alone is all of its ports', port({ protocol: 'UDP' }), []],
  ['three protocols are known', port({ port: 80, protocol: 'tcp' }), [`NotSupported ${atPort}.protocol`]],
  ['an empty protocol is none of them', port({ port: 80, protocol: '' }), [`NotSupported ${atPort}.protocol`]],
  ['a range goes up', port({ port: 80, endPort: 90 }, { port: 80, endPort: 80 }), []],
  ['a range does not go down', port({ port: 80, endPort: 79 }), [`Invalid ${atPort}.endPort`]],
  ['a range ends at a port', port({ port: 80, endPort: 65536 }), [`Invalid ${atPort}.endPort`]],
  ['a range begins at a number', port({ port: 'http', endPort: 90 }), [`Invalid ${atPort}.endPort`]],
  ['a range begins somewhere', port({ endPort: 90 }), [`Invalid ${atPort}.endPort`]],
  ['a peer is somebody', from({}), [`Required ${atPeer}`]],
  ['a null among peers is an empty peer', from(null), [`Required ${atPeer}`]],
  ['empty selectors are peers', from({ podSelector: {} }, { namespaceSelector: {} }), []],
  ['selectors stand together', from({ podSelector: {}, namespaceSelector: {} }), []],
  ['a block stands alone', from({ podSelector: {}, ipBlock: { cidr: '10.0.0.0/8' } }), [`Forbidden ${atPeer}`]],
  [
    'each selector of a peer is judged',
    from({
      podSelector: { matchLabels: { a: '-' } },
      namespaceSelector: { matchExpressions: [{ key: 'a', operator: 'In' }] },
    }),
    [`Invalid ${atPeer}.podSelector.matchLabels`, `Required ${atPeer}.namespaceSelector.matchExpressions[0].values`],
  ],
  ['a block is a range of addresses', block('10.0.0.0/8'), []],
  ['an address is none', block('10.0.0.1'), [`Invalid ${atPeer}.ipBlock.cidr`]],
  ['a block is named', from({ ipBlock: {} }), [`Required ${atPeer}.ipBlock.cidr`]],
  ['what is left out is inside', block('10.0.0.0/8', '10.1.0.0/16', '10.2.0.0/16'), []],
  ['nothing outside is left out', block('10.0.0.0/8', '11.0.0.0/16'), [`Invalid ${atPeer}.ipBlock.except[0]`]],
  ['not all of it is left out', block('10.0.0.0/8', '10.0.0.0/8'), [`Invalid ${atPeer}.ipBlock.except[0]`]],
  ['nor more', block('10.0.0.0/8', '10.0.0.0/7'), [`Invalid ${atPeer}.ipBlock.except[0]`]],
  ['nor the other family', block('::/0', '10.0.0.0/8'), [`Invalid ${atPeer}.ipBlock.except[0]`]],
  ['what is left out is a range', block('10.0.0.0/8', '10.1.0.0'), [`Invalid ${atPeer}.ipBlock.except[0]`]],
  ['beside a broken block nothing is said of it', block('10/8', 'x'), [`Invalid ${atPeer}.ipBlock.cidr`]],
  [
    'rules for the way out are judged alike',
    { 'spec.egress': [{ to: [{}], ports: [{ port: 70000 }] }] },
    ['Invalid spec.egress[0].ports[0].port', 'Required spec.egress[0].to[0]'],
  ],
  ['two types are known', { 'spec.policyTypes': ['Ingress', 'Egress'] }, []],
  ['a type may stand twice', { 'spec.policyTypes': ['Egress', 'Egress'] }, []],
  ['a third one is none', { 'spec.policyTypes': ['Both'] }, ['NotSupported spec.policyTypes[0]']],
  ['there are no more than two', { 'spec.policyTypes': ['Ingress', 'Egress', 'X'] }, ['Invalid spec.policyTypes']],
])('%s', (_rule, changes, expected) => {
  expect(said(tweaks(networkPolicy, changes), '1.28')).toEqual(expected);
  expect(said(tweaks(networkPolicy, changes))).toEqual(expected);
});

test.each(['10.0.0.1/8', '010.0.0.0/8', '::ffff:10.0.0.0/104'])('since 1.36 %s is spelt wrong', (cidr) => {
  const changed = tweak(networkPolicy, 'spec.ingress', [{ from: [{ ipBlock: { cidr } }] }]);
  expect(said(changed, '1.35')).toEqual([]);
  expect(said(changed)).toEqual([`Invalid ${atPeer}.ipBlock.cidr`]);
});
