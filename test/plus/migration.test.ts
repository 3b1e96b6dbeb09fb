import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { podSecurityLevel } from 'podwright/kube';
import type { PodSpec } from 'podwright/kube';
import { before } from '../../examples/coming-from-cdk8s-plus/before';
import { bridged } from '../../examples/coming-from-cdk8s-plus/bridged';
import { native } from '../../examples/coming-from-cdk8s-plus/native';

const FOLDER = join(__dirname, '../../examples/coming-from-cdk8s-plus');
const MAIN = join(__dirname, '../../build/cli/main.js');
/** Set to write the golden files anew; look at the difference before you commit it. */
const REGENERATE = process.env['UPDATE_GOLDEN'] === '1';

interface Written {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec?: { readonly selector?: unknown; readonly template?: { readonly spec: PodSpec } };
}

const STEPS = { before, bridged, native };

describe.each(Object.entries(STEPS))('a shop on its way from cdk8s-plus-28, %s', (name, make) => {
  const golden = join(FOLDER, `${name}.yaml`);

  test('is, byte for byte, what its golden file says', () => {
    const synthesized = make().synthYaml();
    if (REGENERATE) writeFileSync(golden, synthesized);
    expect(existsSync(golden)).toBe(true);
    expect(synthesized).toBe(readFileSync(golden, 'utf8'));
  });

  test('passes podwright validate', () => {
    const { stdout, status } = spawnSync(process.execPath, [MAIN, 'validate', golden], { encoding: 'utf8' });
    expect(stdout).toContain('0 refused');
    expect(status).toBe(0);
  });
});

test('no step of the way changes what runs and under which names it is reached', () => {
  const namesOf = (make: () => { synthYaml(): string }) =>
    objectsOf(make)
      .filter(({ kind }) => ['ConfigMap', 'Deployment', 'Service'].includes(kind))
      .map(({ kind, metadata }) => `${kind} ${metadata.name}`)
      .sort();
  expect(namesOf(bridged)).toEqual(namesOf(before));
  expect(namesOf(native)).toEqual(namesOf(before));
});

test('no step changes a selector, which the cluster would refuse', () => {
  const selectorsOf = (make: () => { synthYaml(): string }) =>
    new Map(
      objectsOf(make).flatMap(({ metadata, spec }) =>
        spec?.template === undefined ? [] : [[metadata.name, spec.selector]],
      ),
    );
  expect(selectorsOf(bridged)).toEqual(selectorsOf(before));
  expect(selectorsOf(native)).toEqual(selectorsOf(before));
});

test('each step leaves fewer Pods below restricted', () => {
  const levelsOf = (make: () => { synthYaml(): string }) =>
    objectsOf(make).flatMap(({ spec }) =>
      spec?.template === undefined ? [] : [podSecurityLevel(undefined, spec.template.spec, '1.35')],
    );
  expect(levelsOf(before)).toEqual(['baseline', 'baseline']);
  expect(levelsOf(bridged)).toEqual(['restricted', 'restricted']);
  expect(levelsOf(native)).toEqual(['restricted', 'restricted']);
});

function objectsOf(make: () => { synthYaml(): string }): readonly Written[] {
  return parseAllDocuments(make().synthYaml()).map((document) => document.toJS() as Written);
}
