import fc from 'fast-check';
import type { PodSpec } from '../../../lib/kube/api/pod';
import { FieldPath } from '../../../lib/kube/field-path';
import { ProblemList } from '../../../lib/kube/problem-list';
import { validatePodSpec } from '../../../lib/kube/validation/pod-spec';
import { validateStricterPodRules } from '../../../lib/kube/validation/stricter';
import { podWarnings } from '../../../lib/kube/validation/warnings';
import { KUBERNETES_VERSIONS } from '../../../lib/kube/version';

const text = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom('a', 'app', 'Always', 'Localhost', '1Gi', '400m', 'cpu', '../a', 'metadata.name', 'constructor'),
);
const number = fc.oneof(fc.integer({ min: -2, max: 3 }), fc.integer());

/** A structure with any of its fields left out. */
function some<Fields extends Record<string, fc.Arbitrary<unknown>>>(fields: Fields) {
  return fc.record(fields, { requiredKeys: [] });
}

function few<Entry>(entry: fc.Arbitrary<Entry>) {
  return fc.array(entry, { maxLength: 3 });
}

const quantities = fc.dictionary(
  fc.oneof(text, fc.constantFrom('memory', 'hugepages-2Mi', 'a/b')),
  fc.oneof(text, number),
);
const resources = some({ limits: quantities, requests: quantities, claims: few(some({ name: text, request: text })) });
const profile = some({ type: text, localhostProfile: text });
const windowsOptions = some({ runAsUserName: text, hostProcess: fc.boolean(), gmsaCredentialSpec: text });
const fieldRef = some({ apiVersion: text, fieldPath: text });
const resourceFieldRef = some({ containerName: text, resource: text, divisor: text });
const named = some({ name: text, key: text });
const handler = {
  exec: some({ command: few(text) }),
  httpGet: some({ port: fc.oneof(text, number), path: text, scheme: text, httpHeaders: few(some({ name: text })) }),
  tcpSocket: some({ port: fc.oneof(text, number) }),
};
const probe = some({
  ...handler,
  grpc: some({ port: number }),
  successThreshold: number,
  terminationGracePeriodSeconds: number,
});
const hook = some({ ...handler, sleep: some({ seconds: number }) });
const securityContext = some({
  runAsUser: number,
  privileged: fc.boolean(),
  allowPrivilegeEscalation: fc.boolean(),
  procMount: text,
  capabilities: some({ add: few(text) }),
  seccompProfile: profile,
  appArmorProfile: profile,
  windowsOptions,
});
const container = some({
  name: text,
  image: text,
  restartPolicy: text,
  restartPolicyRules: few(some({ action: text, exitCodes: some({ operator: text, values: few(number) }) })),
  ports: few(some({ name: text, containerPort: number, hostPort: number, hostIP: text, protocol: text })),
  env: few(
    some({
      name: text,
      value: text,
      valueFrom: some({ fieldRef, resourceFieldRef, secretKeyRef: named, fileKeyRef: some({ path: text }) }),
    }),
  ),
  envFrom: few(some({ prefix: text, configMapRef: named, secretRef: named })),
  resources,
  resizePolicy: few(some({ resourceName: text, restartPolicy: text })),
  volumeMounts: few(some({ name: text, mountPath: text, subPath: text, subPathExpr: text, mountPropagation: text })),
  volumeDevices: few(some({ name: text, devicePath: text })),
  livenessProbe: probe,
  readinessProbe: probe,
  startupProbe: probe,
  lifecycle: some({ preStop: hook, postStart: hook }),
  securityContext,
  targetContainerName: text,
});
const items = few(some({ key: text, path: text, mode: number, fieldRef, resourceFieldRef }));
const volume = some({
  name: text,
  emptyDir: some({ sizeLimit: text }),
  hostPath: some({ path: text, type: text }),
  configMap: some({ name: text, items }),
  secret: some({ secretName: text, items }),
  downwardAPI: some({ items }),
  projected: some({
    sources: few(
      some({ secret: some({ items }), downwardAPI: some({ items }), serviceAccountToken: some({ path: text }) }),
    ),
  }),
  persistentVolumeClaim: some({ claimName: text }),
  ephemeral: some({ volumeClaimTemplate: some({ spec: some({ accessModes: few(text) }) }) }),
  csi: some({ driver: text, nodePublishSecretRef: named }),
  iscsi: some({ iqn: text, initiatorName: text, targetPortal: text }),
  nfs: some({ server: text, path: text }),
  quobyte: some({ registry: text }),
  flexVolume: some({ driver: text, options: fc.dictionary(text, text) }),
  image: some({ reference: text }),
});
const spec = some({
  containers: few(container),
  initContainers: few(container),
  ephemeralContainers: few(container),
  volumes: few(volume),
  resources,
  overhead: quantities,
  resourceClaims: few(some({ name: text, resourceClaimName: text })),
  restartPolicy: text,
  hostNetwork: fc.boolean(),
  hostUsers: fc.boolean(),
  hostPID: fc.boolean(),
  os: some({ name: text }),
  dnsPolicy: text,
  dnsConfig: some({ nameservers: few(text), searches: few(text), options: few(some({ name: text })) }),
  hostAliases: few(some({ ip: text, hostnames: few(text) })),
  imagePullSecrets: few(named),
  securityContext: some({ sysctls: few(some({ name: text })), seccompProfile: profile, windowsOptions }),
  schedulingGates: few(some({ name: text })),
  readinessGates: few(some({ conditionType: text })),
});

test('no Pod of the right shape makes the judgement throw or change the Pod', () => {
  fc.assert(
    fc.property(
      spec,
      fc.constantFrom(...KUBERNETES_VERSIONS),
      fc.constantFrom('pod', 'template'),
      (part, version, holder) => {
        const before = JSON.stringify(part);
        const pod = part as unknown as PodSpec;
        const metadata = { name: 'shop', annotations: { 'container.apparmor.security.beta.kubernetes.io/app': 'a' } };
        const problems = new ProblemList();
        validatePodSpec(problems, pod, FieldPath.of('spec'), { version, holder, metadata });
        validateStricterPodRules(problems, pod, FieldPath.of('spec'), version);
        const found = [...problems.problems, ...podWarnings({ metadata, spec: pod }, FieldPath.root, { holder })];
        expect(found.every(({ path, detail }) => path !== '' && detail !== '')).toBe(true);
        expect(found.every(({ code }) => /^[a-z]+(-[a-z0-9]+)*$/.test(code))).toBe(true);
        expect(JSON.stringify(part)).toBe(before);
      },
    ),
    { numRuns: 300 },
  );
});
