/** The same workloads through the classes of cdk8s-plus-28, one chart and file a workload. */
import { App, Chart, Duration, Size } from 'cdk8s';
import { Capability, ContainerRestartPolicy, Cpu, Deployment, EnvValue, Probe, Volume } from 'cdk8s-plus-28';
import { count, folder } from '../support/arguments';

const app = new App({ outdir: folder });
for (let position = 0; position < count; position++) {
  const name = `service-${position}`;
  const chart = new Chart(app, name, { namespace: 'shop' });
  const deployment = new Deployment(chart, 'deployment', {
    metadata: { name },
    replicas: 3,
    automountServiceAccountToken: false,
    terminationGracePeriod: Duration.seconds(30),
    securityContext: { ensureNonRoot: true },
  });
  const logs = Volume.fromEmptyDir(chart, 'logs', 'logs', { sizeLimit: Size.gibibytes(1) });
  const scratch = Volume.fromEmptyDir(chart, 'scratch', 'api-tmp', { sizeLimit: Size.mebibytes(64) });
  deployment.addInitContainer({
    name: 'log-shipper',
    image: 'registry.example.com/platform/log-shipper:3.2.1',
    restartPolicy: ContainerRestartPolicy.ALWAYS,
    args: ['--follow=/var/log/app'],
    resources: resources(50, 64),
    securityContext: hardened(10002),
    volumeMounts: [{ path: '/var/log/app', volume: logs, readOnly: true }],
  });
  deployment.addInitContainer({
    name: 'migrate',
    image: `registry.example.com/shop/migrate:v1.${position}.0`,
    command: ['migrate', 'up'],
    envVariables: { DATABASE: EnvValue.fromValue(`shop_${position}`) },
    resources: resources(100, 128),
    securityContext: hardened(10003),
  });
  deployment.addContainer({
    name: 'api',
    image: `registry.example.com/shop/api:v1.${position}.0`,
    args: ['--listen=:8080', '--log-format=json'],
    ports: [
      { name: 'http', number: 8080 },
      { name: 'metrics', number: 9090 },
    ],
    envVariables: { LOG_LEVEL: EnvValue.fromValue('info'), SERVICE: EnvValue.fromValue(name) },
    resources: resources(250, 256),
    startup: Probe.fromHttpGet('/healthz/live', {
      port: 8080,
      periodSeconds: Duration.seconds(2),
      failureThreshold: 30,
    }),
    readiness: Probe.fromHttpGet('/healthz/ready', { port: 8080, periodSeconds: Duration.seconds(5) }),
    securityContext: hardened(10001),
    volumeMounts: [
      { path: '/tmp', volume: scratch },
      { path: '/var/log/app', volume: logs },
    ],
  });
  deployment.exposeViaService({ name, ports: [{ name: 'http', port: 80, targetPort: 8080 }] });
}
app.synth();

function resources(millicores: number, mebibytes: number) {
  const memory = Size.mebibytes(mebibytes);
  return { cpu: { request: Cpu.millis(millicores) }, memory: { request: memory, limit: memory } };
}

function hardened(user: number) {
  const capabilities = { drop: [Capability.ALL] };
  return { user, ensureNonRoot: true, readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, capabilities };
}
