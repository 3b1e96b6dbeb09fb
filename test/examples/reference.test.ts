import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { podSecurityLevel, tryQuantity } from 'podwright/kube';
import type { Container, PodSpec } from 'podwright/kube';
import { appOf, FORMS, REFERENCES } from '../../examples/reference';
import type { Reference } from '../../examples/reference';

const HERE = join(__dirname, '../../examples/reference');
const SOURCES = join(__dirname, '../../../shared/reference-manifests');
/** Set to write the golden files anew; look at the difference before you commit it. */
const REGENERATE = process.env['UPDATE_GOLDEN'] === '1';

const cases = REFERENCES.flatMap((reference) => FORMS.map((form) => ({ reference, form, name: reference.name })));

describe.each(cases)('$form/$name', ({ reference, form, name }) => {
  const golden = join(HERE, form, `${name}.yaml`);

  test('is, byte for byte, what its golden file says', () => {
    const synthesized = appOf(reference, form).synthYaml();
    if (REGENERATE) {
      mkdirSync(dirname(golden), { recursive: true });
      writeFileSync(golden, synthesized);
    }
    expect(existsSync(golden)).toBe(true);
    expect(synthesized).toBe(readFileSync(golden, 'utf8'));
  });

  test('comes out the same when it is made again', () => {
    expect(appOf(reference, form).synthYaml()).toBe(appOf(reference, form).synthYaml());
  });
});

describe.each(REFERENCES)('faithful/$name', ({ name }) => {
  const source = join(SOURCES, `${name}.yaml`);
  const whereSourcesAre = existsSync(source) ? test : test.skip;

  whereSourcesAre('is the object that it is faithful to', () => {
    const golden: unknown = parse(readFileSync(join(HERE, 'faithful', `${name}.yaml`), 'utf8'));
    expect(withCanonicalQuantities(golden)).toStrictEqual(
      withCanonicalQuantities(parse(readFileSync(source, 'utf8'), { version: '1.1' })),
    );
  });
});

describe.each(REFERENCES)('hardened/$name', (reference) => {
  test('carries no exception', () => {
    expect(appOf(reference, 'hardened').synthYaml()).not.toMatch(/# (exception|without \w+)\b/);
  });

  test('belongs to an owner, in a namespace that is not the default one', () => {
    const { objects, pods } = partsOf(reference);
    expect(pods.length).toBeGreaterThan(0);
    expect(objects.map(({ kind }) => kind)).not.toContain('Pod');
    const namespaces = objects.map(({ metadata }) => metadata.namespace);
    expect(new Set(namespaces)).toEqual(new Set([reference.namespaces.hardened]));
    expect(namespaces).not.toContain('default');
  });

  test('sizes every container, takes its rights away and pins its image', () => {
    for (const container of partsOf(reference).pods.flatMap(containersOf)) {
      expect(container).toMatchObject({
        image: expect.stringMatching(/:v?\d+\.\d+\.\d+/) as unknown,
        resources: {
          requests: { cpu: expect.any(String) as unknown, memory: expect.any(String) as unknown },
          limits: { memory: expect.any(String) as unknown },
        },
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
      });
    }
  });

  test('passes Pod Security restricted', () => {
    const { pods } = partsOf(reference);
    expect(pods.map((pod) => podSecurityLevel(undefined, pod, '1.35'))).toEqual(pods.map(() => 'restricted'));
  });

  test('names a numeric user, but where the image is known to have one', () => {
    const asRootPerhaps = partsOf(reference).pods.flatMap((pod) =>
      containersOf(pod)
        .filter(({ image }) => !image?.startsWith('nginxinc/nginx-unprivileged:'))
        .filter(({ securityContext }) => (securityContext?.runAsUser ?? pod.securityContext?.runAsUser ?? 0) === 0),
    );
    expect(asRootPerhaps).toEqual([]);
  });

  test('has one container that says when it has started and is ready, and helpers that start before it', () => {
    for (const pod of partsOf(reference).pods.filter(({ restartPolicy }) => restartPolicy === 'Always')) {
      const sidecars = pod.initContainers?.filter(({ restartPolicy }) => restartPolicy === 'Always') ?? [];
      expect(pod.containers).toHaveLength(1);
      expect(pod.containers[0]?.readinessProbe).toBeDefined();
      expect([...pod.containers, ...sidecars].filter(({ startupProbe }) => startupProbe === undefined)).toEqual([]);
    }
  });

  test('brings along exactly the ConfigMaps that it mounts', () => {
    const { objects, pods } = partsOf(reference);
    const brought = objects.filter(({ kind }) => kind === 'ConfigMap').map(({ metadata }) => metadata.name);
    const mounted = pods.flatMap(({ volumes = [] }) => volumes.flatMap(({ configMap }) => configMap?.name ?? []));
    expect(mounted.sort()).toEqual(brought.sort());
  });

  test('gives every volume that can grow a limit, and mounts every volume', () => {
    for (const pod of partsOf(reference).pods) {
      const mounted = containersOf(pod).flatMap(({ volumeMounts = [] }) => volumeMounts.map(({ name }) => name));
      for (const { name, emptyDir } of pod.volumes ?? []) {
        expect(mounted).toContain(name);
        if (emptyDir !== undefined) expect(emptyDir.sizeLimit).toBeDefined();
      }
    }
  });
});

test.each(FORMS)('every %s golden file belongs to a manifest of the list', (form) => {
  const files = REFERENCES.map(({ name }) => `${name}.yaml`);
  expect(readdirSync(join(HERE, form)).sort()).toEqual(files.sort());
  expect(files).toHaveLength(15);
});

interface Parts {
  readonly objects: readonly ManifestObject[];
  readonly pods: readonly PodSpec[];
}

interface ManifestObject {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec?: { readonly template?: { readonly spec: PodSpec } };
}

function partsOf(reference: Reference): Parts {
  const documents = parseAllDocuments(appOf(reference, 'hardened').synthYaml());
  const objects = documents.map((document) => document.toJS() as ManifestObject);
  return { objects, pods: objects.flatMap(({ spec }) => spec?.template?.spec ?? []) };
}

function containersOf({ initContainers = [], containers }: PodSpec): readonly Container[] {
  return [...initContainers, ...containers];
}

/** Amounts of CPU, memory and disk in the one form that Kubernetes prints; all else as it is. */
function withCanonicalQuantities(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((entry) => withCanonicalQuantities(entry));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, entry]) => [name, withCanonicalQuantities(entry, name)]);
    return Object.fromEntries(entries);
  }
  const quantity =
    ['cpu', 'memory', 'sizeLimit'].includes(key) && (typeof value === 'string' || typeof value === 'number');
  return quantity ? (tryQuantity(value)?.toString() ?? value) : value;
}
