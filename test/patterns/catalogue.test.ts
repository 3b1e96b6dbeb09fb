import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Deployment, emptyDir, httpGet, pod, secret, secretKey } from 'podwright';
import type { AnyPod } from 'podwright';
import {
  envoyAmbassador,
  haproxyAmbassador,
  jmxExporter,
  mtlsAmbassador,
  mtlsProxy,
  nginxExporter,
  oauth2Proxy,
  openTelemetryCollector,
  statsdExporter,
  vectorShipper,
} from 'podwright/patterns';
import type { AllowedClients, OpenPod } from 'podwright/patterns';
import { base, refusalsOf } from '../support/shop';

const WHY = 'the API cannot do it by itself';
const api = pod('api', { ...base, ports: { http: 8080 }, readinessProbe: httpGet('/ready', 'http') });
const login = {
  port: 'http',
  issuer: 'https://login.example.com',
  clientId: 'orders',
  clientSecret: secretKey('login', 'client'),
  cookieSecret: secretKey('login', 'cookie'),
  allow: { emailDomains: ['example.com'] },
  because: WHY,
} as const;
const agent = { url: 'https://maven.example.com/agent.jar', sha256: '0'.repeat(64) } as const;

const refusals = (given: AnyPod, ports?: object) =>
  refusalsOf((shop) => {
    const workload = new Deployment(shop, 'a', { replicas: 1, pod: given });
    if (ports !== undefined) workload.service({ ports });
  });
const containerOf = (given: AnyPod, name: string) =>
  given.model.containers.find((entry) => entry.name === name)?.container ?? {};
const argsOf = (given: AnyPod, name: string) => containerOf(given, name)['args'] as string[];
const open = api as unknown as OpenPod;

describe('a login before an application', () => {
  const before = api.use(oauth2Proxy(login));

  test('is where a Service leads, and says itself when it may get traffic', () => {
    const silent = pod('api', { ...base, ports: { http: 8080 } }).use(oauth2Proxy(login));
    expect(refusals(silent, { 'oauth2-proxy': 80 })).toEqual([]);
    expect(refusals(before, { http: 80 })).toEqual(['spec.ports[0].targetPort [unknown-port]']);
  });

  test('passes on to the number of the port that is named', () => {
    expect(argsOf(before, 'oauth2-proxy')).toContain('--upstream=http://127.0.0.1:8080/');
    expect(refusals(open.use(oauth2Proxy({ ...login, port: 'web' })))).toEqual([
      'spec.template.spec.initContainers[0].ports [unknown-port]',
    ]);
  });

  test('lets in by domain, or by group alone', () => {
    expect(argsOf(before, 'oauth2-proxy')).toContain('--email-domain=example.com');
    const grouped = api.use(oauth2Proxy({ ...login, allow: { groups: ['a', 'b'] } }));
    expect(argsOf(grouped, 'oauth2-proxy')).toEqual(
      expect.arrayContaining(['--email-domain=*', '--allowed-group=a', '--allowed-group=b']),
    );
  });

  test('has its secrets from Secrets and no argument', () => {
    expect(JSON.stringify(argsOf(before, 'oauth2-proxy'))).not.toMatch(/secret/i);
    expect(containerOf(before, 'oauth2-proxy')['env']).toContainEqual({
      name: 'OAUTH2_PROXY_COOKIE_SECRET',
      ...secretKey('login', 'cookie'),
    });
  });
});

describe('mutual TLS before an application', () => {
  const certified = api.volume('certificate', secret('api-tls'));
  test.each<readonly [allow: AllowedClients, args: readonly string[]]>([
    ['anyone', ['--allow-all']],
    [{ dns: ['a.example.com', 'b.example.com'] }, ['--allow-dns=a.example.com', '--allow-dns=b.example.com']],
    [{ uri: ['spiffe://example.com/**'] }, ['--allow-uri=spiffe://example.com/**']],
    [{ commonName: ['client'] }, ['--allow-cn=client']],
  ])('lets in %j', (allow, args) => {
    const certificate = { volume: 'certificate' } as const;
    const given = certified.use(mtlsProxy({ port: 'http', certificate, allow, because: WHY }));
    expect(argsOf(given, 'mtls-proxy').filter((arg) => arg.startsWith('--allow'))).toEqual(args);
    expect(refusals(given, { mtls: 443 })).toEqual([]);
  });

  test('does not wait to start for the application, which waits for it', () => {
    const certificate = { volume: 'certificate' } as const;
    const given = certified.use(mtlsProxy({ port: 'http', certificate, allow: 'anyone', because: WHY }));
    expect(containerOf(given, 'mtls-proxy')).toMatchObject({ startupProbe: { tcpSocket: { port: 'mtls' } } });
  });
});

describe('an entry that tells its tool how long a stop may take', () => {
  const filled = api
    .volume('certificate', secret('api-tls'))
    .volume('logs', emptyDir(), { api: '/var/log/app' }) as unknown as OpenPod;
  const certificate = { volume: 'certificate' } as const;
  const wires = { address: 'UPSTREAM' } as const;
  const tunnel = mtlsAmbassador({ upstream: 'a.svc:443', listens: { a: 8081 }, wires, certificate, because: WHY });
  const server = mtlsProxy({ port: 'http', certificate, allow: 'anyone', because: WHY });

  test.each<readonly [name: string, use: (given: OpenPod) => AnyPod, told: string, seconds: number]>([
    ['mtls-ambassador', tunnel, '--shutdown-timeout=20s', 20],
    ['mtls-proxy', server, '--shutdown-timeout=20s', 20],
    ['vector-shipper', vectorShipper({ volume: 'logs', because: WHY }), '--graceful-shutdown-limit-secs=10', 10],
    [
      'haproxy-ambassador',
      haproxyAmbassador({ upstreams: ['a.svc:80'], listens: { a: 8081 }, wires, because: WHY }),
      'hard-stop-after 10s',
      10,
    ],
  ])('says the same of the container: %s', (name, use, told, seconds) => {
    const { containers, companions } = use(filled).model;
    const own = containers.find((entry) => entry.name === name);
    expect(own?.terminationSeconds).toBe(seconds);
    expect(JSON.stringify([own?.container, companions])).toContain(told);
  });

  test('is refused where the Pod is not given that long for all of them', () => {
    const both = server(tunnel(filled));
    expect(refusals(both)).toEqual(['spec.template.spec.terminationGracePeriodSeconds [grace-period-too-short]']);
    expect(refusals(both.spec({ terminationGracePeriodSeconds: 40 }))).toEqual([]);
  });
});

test('two Envoys stand in one Pod, each with an address of its own for the kubelet', () => {
  const given = api
    .use(envoyAmbassador({ upstream: 'a.svc:80', listens: { a: 8081 }, wires: { address: 'A' }, because: WHY }))
    .use(
      envoyAmbassador({
        name: 'envoy-b',
        upstream: 'b.svc:80',
        listens: { b: 8082 },
        wires: { address: 'B' },
        health: { 'envoy-b-health': 9904 },
        because: WHY,
      }),
    );
  expect(refusals(given)).toEqual([]);
  expect(containerOf(given, 'api')['env']).toEqual([
    { name: 'A', value: 'localhost:8081' },
    { name: 'B', value: 'localhost:8082' },
  ]);
});

test('a collector has headers from Secrets, and its configuration names their variables alone', () => {
  const headers = { 'api-key': secretKey('telemetry', 'key'), tenant: secretKey('telemetry', 'tenant') };
  const given = api.use(openTelemetryCollector({ endpoint: 'https://otlp.example.com:4317', headers, because: WHY }));
  expect(containerOf(given, 'otel-collector')['env']).toEqual([
    { name: 'OTLP_HEADER_0', ...headers['api-key'] },
    { name: 'OTLP_HEADER_1', ...headers.tenant },
  ]);
  expect(given.model.companions[0]?.data['config.yaml']).toContain('"tenant": "${env:OTLP_HEADER_1}"');
});

test('an application that has a wired variable already is refused, whoever wires it', () => {
  const sending = pod('api', { ...base, env: { STATSD_HOST: 'statsd.prod.svc' } });
  expect(refusals(sending.use(statsdExporter({ because: WHY })))).toEqual([
    'spec.template.spec.containers[0].env[0] [conflicting-variable]',
  ]);
  const flagged = pod('api', { ...base, ports: { metrics: 9404 }, env: { JAVA_TOOL_OPTIONS: '-Xmx1g' } });
  expect(refusals(flagged.use(jmxExporter({ port: 'metrics', agent, because: WHY })))).toEqual([
    'spec.template.spec.containers[0].env[0] [conflicting-variable]',
  ]);
});

test('an adapter of a port that Services no longer see is used before what hides it', () => {
  const metrics = nginxExporter({ port: 'http', because: WHY });
  expect(refusals(api.use(metrics).use(oauth2Proxy(login)), { 'oauth2-proxy': 80, metrics: 9113 })).toEqual([]);
});

describe('the agent of a JVM', () => {
  test('is refused for a port that no container declares', () => {
    expect(refusals(open.use(jmxExporter({ port: 'metrics', agent, because: WHY })))).toEqual([
      'spec.template.spec.initContainers[0].ports [unknown-port]',
    ]);
  });

  test.each([
    ['with the sum that was checked', 'a jar', 0],
    ['with another sum', 'another jar', 1],
  ])('is fetched, and used %s as it should', (_, served, code) => {
    const folder = mkdtempSync(join(tmpdir(), 'podwright-agent-'));
    try {
      writeFileSync(join(folder, 'given.yaml'), '{}');
      writeFileSync(join(folder, 'wget'), '#!/bin/sh\nprintf %s "$SERVED" >"$5"\n', { mode: 0o755 });
      const sum = createHash('sha256').update('a jar').digest('hex');
      const env = { ...process.env, SERVED: served, PATH: `${folder}:${process.env['PATH']}` };
      expect(runInit(['https://maven.example.com', sum, folder, join(folder, 'given.yaml')], env)).toBe(code);
      expect(readFileSync(join(folder, 'agent.jar'), 'utf8')).toBe(served);
      expect(readFileSync(join(folder, 'config.yaml'), 'utf8')).toBe('{}');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  /** Runs the init container's command with other arguments at its end, and gives its exit code. */
  function runInit(last: readonly string[], env: NodeJS.ProcessEnv): number | null {
    const given = pod('jvm', { ...base, ports: { metrics: 9404 } }).use(
      jmxExporter({ port: 'metrics', agent, because: WHY }),
    );
    const [program = '', ...args] = containerOf(given, 'jmx-exporter')['command'] as string[];
    return spawnSync(program, [...args.slice(0, -last.length), ...last], { env, timeout: 100_000 }).status;
  }
});
