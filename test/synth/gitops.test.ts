import { ArgoApplication, ArgoApplicationSet, FluxKustomization, neverPruned, syncWave } from 'podwright';
import type { ArgoApplicationSetProps } from 'podwright';
import { refusalsOf, textOf } from '../support/shop';

const source = { repoURL: 'https://git.example.com/shop.git', path: 'dist/prod', targetRevision: 'main' };
const application = { project: 'shop', source, destination: { name: 'prod-01' } } as const;
const automated = { prune: true, selfHeal: false };

describe('an Application of Argo CD', () => {
  test('says what goes where, and what happens by itself', () => {
    const text = textOf((shop) => {
      const metadata = { annotations: syncWave(-1), finalizers: ['resources-finalizer.argocd.argoproj.io'] };
      new ArgoApplication(shop, 'checkout', { ...application, syncPolicy: { automated }, metadata });
    });
    expect(text).toBe(`# Written by Podwright from construct shop/checkout: edit that, not this file.
# Applies dist/prod of main to prod-01; what leaves the folder is deleted, what is changed by hand is shown.
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: checkout
  namespace: shop
  annotations:
    argocd.argoproj.io/sync-wave: "-1"
  finalizers:
    - resources-finalizer.argocd.argoproj.io
spec:
  project: shop
  source:
    repoURL: https://git.example.com/shop.git
    path: dist/prod
    targetRevision: main
  destination:
    name: prod-01
  syncPolicy:
    automated:
      prune: true
      selfHeal: false
`);
  });

  test.each([
    ['a text', 'resources-finalizer.argocd.argoproj.io', 'finalizers need a list'],
    ['a list of something else', [5], 'a finalizer must be a string'],
    ['a list with an empty text', [''], 'a finalizer must not be empty'],
  ])('takes no finalizers that are %s', (_, finalizers, message) => {
    const metadata = { finalizers: finalizers as readonly string[] }; // as plain JavaScript may pass it
    expect(() => textOf((shop) => new ArgoApplication(shop, 'a', { ...application, metadata }))).toThrow(message);
  });

  test('reads the folders below its own on request, which Argo CD does not do by itself', () => {
    const text = textOf((shop) => {
      new ArgoApplication(shop, 'checkout', { ...application, source: { ...source, directory: { recurse: true } } });
    });
    expect(text).toContain('# Applies dist/prod with all folders below it of main to prod-01;');
    expect(text).toContain('    targetRevision: main\n    directory:\n      recurse: true\n');
  });

  test.each<readonly [string, object, string]>([
    ['a field that is none', { syncpolicy: {} }, 'spec.syncpolicy [unknown-field]'],
    ['no project', { project: undefined }, 'spec.project [required-field]'],
    ['a path that leaves the repository', { source: { ...source, path: '../x' } }, 'spec.source.path [wrong-type]'],
    ['no revision', { source: { repoURL: 'a', path: 'b' } }, 'spec.source.targetRevision [required-field]'],
    [
      'half a word on folders',
      { source: { ...source, directory: {} } },
      'spec.source.directory.recurse [required-field]',
    ],
    ['two names of a cluster', { destination: { name: 'a', server: 'b' } }, 'spec.destination [argo-destination]'],
    ['no cluster', { destination: { namespace: 'a' } }, 'spec.destination [argo-destination]'],
    [
      'half a promise',
      { syncPolicy: { automated: { prune: true } } },
      'spec.syncPolicy.automated.selfHeal [required-field]',
    ],
    [
      'a promise that is no answer',
      { syncPolicy: { automated: { ...automated, prune: 'yes' } } },
      'spec.syncPolicy.automated.prune [wrong-type]',
    ],
    ['a name that is none', { metadata: { name: 'A' } }, 'metadata.name [invalid-name]'],
  ])('is refused with %s', (_, change, problem) => {
    expect(refusalsOf((shop) => new ArgoApplication(shop, 'a', { ...application, ...change }))).toEqual([problem]);
  });
});

describe('an ApplicationSet of Argo CD', () => {
  const set: ArgoApplicationSetProps = {
    elements: [{ cluster: 'a' }, { cluster: 'b' }],
    template: {
      metadata: { name: 'checkout-{{.cluster}}' },
      spec: { ...application, source: { ...source, path: 'dist/{{.cluster}}' } },
    },
    syncPolicy: { preserveResourcesOnDeletion: true },
  };
  const refusals = (change: object) => refusalsOf((shop) => new ArgoApplicationSet(shop, 'a', { ...set, ...change }));

  test('makes an Application for each element, and fails where a value is missing', () => {
    const text = textOf((shop) => new ArgoApplicationSet(shop, 'checkout', set));
    expect(text).toContain('# Makes 2 Applications: somebody starts each sync by hand;');
    expect(text).toContain('  goTemplate: true\n  goTemplateOptions:\n    - missingkey=error\n');
  });

  test.each<readonly [string, object, string]>([
    [
      'a name in the template that an element has not',
      { elements: [{ cluster: 'a' }, { zone: 'b' }] },
      'spec.elements[1].cluster [missing-element-key]',
    ],
    [
      'two Applications of one name',
      { elements: [{ cluster: 'a' }, { cluster: 'a' }] },
      'spec.elements[1] [duplicate-application]',
    ],
    [
      'a placeholder as it was before Go templates',
      { template: { ...set.template, spec: { ...application, destination: { name: '{{cluster}}' } } } },
      'spec.template.spec.destination.name [template-placeholder]',
    ],
    [
      'a function in a placeholder',
      { template: { ...set.template, metadata: { name: 'a-{{ .cluster | lower }}' } } },
      'spec.template.metadata.name [template-placeholder]',
    ],
    [
      'a placeholder that has no end',
      { template: { ...set.template, metadata: { name: '{{.cluster}}-{{.cluster}' } } },
      'spec.template.metadata.name [template-placeholder]',
    ],
    [
      'a name that no Application can have',
      { elements: [{ cluster: 'EU_1' }, { cluster: 'b' }] },
      'spec.elements[0] [invalid-name]',
    ],
    ['no elements', { elements: [] }, 'spec.elements [wrong-type]'],
    [
      'another policy',
      { syncPolicy: { preserveResourcesOnDeletion: true, applicationsSync: 'all' } },
      'spec.syncPolicy.applicationsSync [unsupported-value]',
    ],
  ])('is refused with %s', (_, change, problem) => {
    expect(refusals({})).toEqual([]);
    expect(refusals(change)).toEqual([problem]);
  });
});

describe('a Kustomization of Flux', () => {
  const flux = {
    sourceRef: { kind: 'GitRepository', name: 'shop' },
    path: 'dist/prod',
    interval: '10m',
    prune: true,
  } as const;

  test('says what it applies, and how often', () => {
    const text = textOf(
      (shop) => new FluxKustomization(shop, 'shop', { ...flux, wait: true, dependsOn: [{ name: 'crds' }] }),
    );
    expect(text).toContain(
      '# Applies dist/prod of GitRepository shop; what leaves the folder is deleted, what is changed',
    );
    expect(text).toContain('apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n');
  });

  test.each<readonly [string, object, string]>([
    ['no word on pruning', { prune: undefined }, 'spec.prune [required-field]'],
    ['an interval without a unit', { interval: '10' }, 'spec.interval [wrong-type]'],
    ['an interval with a sign', { interval: '+10m' }, 'spec.interval [wrong-type]'],
    ['an interval that is finer than milliseconds', { interval: '100us' }, 'spec.interval [wrong-type]'],
    ['an interval that begins with a point', { interval: '.5m' }, 'spec.interval [wrong-type]'],
    ['another source', { sourceRef: { kind: 'HelmRepository', name: 'a' } }, 'spec.sourceRef.kind [unsupported-value]'],
    ['a field that is none', { prunes: true }, 'spec.prunes [unknown-field]'],
  ])('is refused with %s', (_, change, problem) => {
    expect(refusalsOf((shop) => new FluxKustomization(shop, 'a', { ...flux, ...change }))).toEqual([problem]);
  });
});

test('annotations say the order of a sync, and what is never pruned', () => {
  expect(syncWave(5)).toEqual({ 'argocd.argoproj.io/sync-wave': '5' });
  expect(() => syncWave(1.5)).toThrow(TypeError);
  expect(neverPruned()).toMatchObject({ 'kustomize.toolkit.fluxcd.io/prune': 'disabled' });
});
