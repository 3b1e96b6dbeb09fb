import fc from 'fast-check';
import { verdictOn } from '../../cli/document-verdict';
import { printVerdict, printVerdictAsJson } from '../../cli/print-verdict';
import { manifestsIn } from '../../synth/read-yaml';

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: checkout, namespace: shop, labels: &labels {app: checkout}}
spec:
  replicas: 0o3
  selector: {matchLabels: *labels}
  template:
    metadata:
      labels:
        <<: *labels
    spec:
      containers:
        - name: "api"
          image: registry.example.com/checkout:v2.4.1
          args: [--listen=:8080, '--log=json']
          env:
            - {name: SCRIPT, value: "a\\tb"}
            - name: LONG
              value: |-
                first
                  second
          resources: {limits: {cpu: 1.5, memory: 256Mi}}
---
{"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "Pod", "spec": null}]}
`;

const scraps = [
  '\t',
  '\r\n',
  '---\n',
  '&a ',
  '*a',
  '<<: ',
  '? ',
  '- ',
  '{',
  ']',
  '"',
  "'",
  '!!binary ',
  '%YAML 1.2\n',
  '\u0000',
  '\u2028',
  '{{ .Values.a }}',
  'null',
  '-0x1',
  '1e999',
  '__proto__: ',
  'kind: List\nitems: ',
];

test('whatever bytes a file holds, everything that is said of it is one line a sentence', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expectPlainWords(Buffer.from(bytes).toString('utf8'));
    }),
  );
});

test('whatever becomes of a manifest, everything that is said of it is one line a sentence', () => {
  const cut = fc.record({
    at: fc.nat(deployment.length),
    length: fc.nat(30),
    scrap: fc.oneof(fc.constantFrom(...scraps), fc.string({ maxLength: 5 })),
  });
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 5 }), (cuts) => {
      const text = cuts.reduce(
        (before, { at, length, scrap }) => before.slice(0, at) + scrap + before.slice(at + length),
        deployment,
      );
      expectPlainWords(text);
    }),
    { numRuns: 500 },
  );
});

function expectPlainWords(text: string): void {
  for (const document of manifestsIn(text)) {
    const verdict = verdictOn('a.yaml', document, { target: '1.35', mayBeForeign: false });
    const lines = text.split('\n').length;
    expect(verdict.line).toBeGreaterThanOrEqual(1);
    expect(verdict.line).toBeLessThanOrEqual(lines);
    const { problems, warnings, reason } = verdict;
    const said = problems.length + warnings.length + (reason === undefined ? 0 : 1);
    const title = said === 0 || reason !== undefined ? 0 : 1;
    expect(printVerdict(verdict, true).split('\n')).toHaveLength(said + title + 1);
    expect(JSON.parse(printVerdictAsJson(verdict))).toMatchObject({ file: 'a.yaml', line: verdict.line });
  }
}
