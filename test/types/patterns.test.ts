import { diagnoseCases } from './compile';
import type { TypeCase } from './compile';

const WHY = `because: 'the API writes its log to a file'`;
const GATED = `startupProbe: without({ because: 'nobody reads it' })`;
const tail = (options: string) =>
  `patterns.sidecar({ ...base, name: 'tail', ${WHY}, ifDown: 'observability', ${GATED}, ${options} })`;
const proxy = (options: string) =>
  `patterns.ambassador({ ...base, name: 'proxy', ${WHY}, upstream: 'redis.prod.svc:6379', listens: { redis: 6379 }, wires: { host: 'REDIS_HOST' }, ${GATED}, ${options} })`;
const exporter = (options: string) =>
  `patterns.adapter({ ...base, name: 'exporter', ${WHY}, metrics: { metrics: 9113 }, ${options} })`;
const setup = (options: string) =>
  `patterns.init({ ...base, name: 'setup', ${WHY}, repeatSafe: true, command: ['true'], ${options} })`;
const VAULT = `templates: {}, address: 'https://vault', role: 'r', ${WHY}`;
const statsd = (options: string) => `patterns.statsdExporter({ ${WHY}, ${options} })`;
const envoy = (options: string) =>
  `patterns.envoyAmbassador({ upstream: 'inventory.shop.svc:80', wires: { address: 'INVENTORY' }, ${WHY}, ${options} })`;
const login = (port: string) =>
  `patterns.oauth2Proxy({ port: '${port}', issuer: 'https://login.example.com', clientId: 'x', clientSecret: secretKey('x', 'y'), cookieSecret: secretKey('x', 'z'), allow: { emailDomains: ['example.com'] }, ${WHY} })`;
const mtls = (volume: string) =>
  `patterns.mtlsProxy({ port: 'http', certificate: { volume: '${volume}' }, allow: 'anyone', ${WHY} })`;
const vital = (options: string) =>
  `patterns.sidecar({ ...base, name: 'mesh', ${WHY}, ifDown: 'unavailable', ports: { mesh: 15021 }, startupProbe: tcpSocket('mesh'), ${options} })`;
const CONFIG = `config: { mountPath: '/etc/x', files: { 'x.conf': 'y' } }`;

const CASES: readonly TypeCase[] = [
  {
    title: 'a sidecar for an unknown volume does not fit',
    good: `logged.use(${tail(`reads: { '/logs': 'logs' }`)});`,
    bad: `logged.use(${tail(`reads: { '/logs': 'lgos' }`)});`,
    says: "this pattern needs a volume named 'lgos', and the Pod has none: add it before",
  },
  {
    title: 'a volume that is mounted with details is needed too',
    good: `logged.use(${tail(`writes: { '/logs': { name: 'logs', subPath: 'a' } }`)});`,
    bad: `logged.use(${tail(`writes: { '/logs': { name: 'data', subPath: 'a' } }`)});`,
    says: "this pattern needs a volume named 'data', and the Pod has none: add it before",
  },
  {
    title: 'a pattern does not fit a Pod that has its container already',
    good: `logged.use(${tail('')}).use(${setup(`timeout: '1m'`)});`,
    bad: `logged.use(${tail('')}).use(${tail('')});`,
    says: "a container named 'tail' exists already in this Pod",
  },
  {
    title: 'what a pattern adds is known to the next step',
    good: `api.use(${tail(`ports: { tail: 2020 }`)}).extend('tail', { env: { A: 'b' } });`,
    bad: `api.use(${tail(`ports: { tail: 2020 }`)}).extend('tial', { env: { A: 'b' } });`,
    says: `readonly tail: "sidecar"`,
  },
  {
    title: 'a sidecar binds no port that the application binds',
    good: `api.use(${tail(`ports: { tail: 8081 }`)});`,
    bad: `api.use(${tail(`ports: { tail: 8080 }`)});`,
    says: 'port 8080/TCP is bound already by another container of this Pod',
  },
  {
    title: 'an ambassador listens on no port that the application binds',
    good: `api.use(${proxy('')});`,
    bad: `pod('api', { ...base, ports: { redis: 6379 } }).use(${proxy('')});`,
    says: 'port 6379/TCP is bound already by another container of this Pod',
  },
  {
    title: 'what follows an ambassador binds no port of it',
    good: `api.use(${proxy('')}).container('x', { ...base, because: 'x', ports: { x: 6380 } });`,
    bad: `api.use(${proxy('')}).container('x', { ...base, because: 'x', ports: { x: 6379 } });`,
    says: 'port 6379/TCP is bound already by another container of this Pod',
  },
  {
    title: 'no Service leads to an ambassador',
    good: `new p.Deployment(shop, 'a', { replicas: 1, pod: api.use(${proxy('')}) }).service({ ports: { http: 80 } });`,
    bad: `new p.Deployment(shop, 'a', { replicas: 1, pod: api.use(${proxy('')}) }).service({ ports: { redis: 80 } });`,
    says: `'redis' does not exist in type`,
  },
  {
    title: 'no Service leads past a sidecar that stands before a port',
    good: `new p.Deployment(shop, 'a', { replicas: 1, pod: api.use(${tail(`fronts: 'http', ports: { gate: 4180 }`)}) }).service({ ports: { gate: 80 } });`,
    bad: `new p.Deployment(shop, 'a', { replicas: 1, pod: api.use(${tail(`fronts: 'http', ports: { gate: 4180 }`)}) }).service({ ports: { http: 80 } });`,
    says: `'http' does not exist in type`,
  },
  {
    title: 'a sidecar stands before a port of the Pod',
    good: `api.use(${tail(`fronts: 'http', ports: { gate: 4180 }`)});`,
    bad: `api.use(${tail(`fronts: 'htpp', ports: { gate: 4180 }`)});`,
    says: "this pattern needs a port named 'htpp', and the Pod has none: add it before",
  },
  {
    title: 'a port that is hidden from Services is bound still',
    good: `api.use(${tail(`fronts: 'http', ports: { gate: 4180 }`)}).container('x', { ...base, because: 'x', ports: { x: 8081 } });`,
    bad: `api.use(${tail(`fronts: 'http', ports: { gate: 4180 }`)}).container('x', { ...base, because: 'x', ports: { x: 8080 } });`,
    says: 'port 8080/TCP is bound already by another container of this Pod',
  },
  {
    title: 'no Service leads to a port that the application sends to',
    good: `new p.Deployment(shop, 'a', { replicas: 1, pod: api.use(${tail(`listens: { otlp: 4317 }`)}) }).service({ ports: { http: 80 } });`,
    bad: `new p.Deployment(shop, 'a', { replicas: 1, pod: api.use(${tail(`listens: { otlp: 4317 }`)}) }).service({ ports: { otlp: 80 } });`,
    says: `'otlp' does not exist in type`,
  },
  {
    title: 'an adapter listens on no port that the application binds',
    good: `api.use(${exporter(`source: { listens: { statsd: 8081 } }`)});`,
    bad: `api.use(${exporter(`source: { listens: { statsd: 8080 } }`)});`,
    says: 'port 8080/TCP is bound already by another container of this Pod',
  },
  {
    title: 'an ambassador wires a container that is there',
    good: `api.use(${proxy(`application: 'api'`)});`,
    bad: `api.use(${proxy(`application: 'aip'`)});`,
    says: "this pattern needs a container named 'aip', and the Pod has none: add it before",
  },
  {
    title: 'an upstream is a host and a port',
    good: `patterns.ambassador({ ...base, name: 'x', ${WHY}, upstream: 'redis:6379', listens: { redis: 6379 }, wires: {}, ${GATED} });`,
    bad: `patterns.ambassador({ ...base, name: 'x', ${WHY}, upstream: 'redis', listens: { redis: 6379 }, wires: {}, ${GATED} });`,
    says: `Type '"redis"' is not assignable to type`,
  },
  {
    title: 'an adapter reads a port of the Pod',
    good: `api.use(${exporter(`source: { port: 'http' }`)});`,
    bad: `api.use(${exporter(`source: { port: 'htpp' }`)});`,
    says: "this pattern needs a port named 'htpp', and the Pod has none: add it before",
  },
  {
    title: 'a Service may lead to the metrics of an adapter',
    good: `new p.Deployment(shop, 'a', { replicas: 1, pod: api.use(${exporter(`source: { port: 'http' }`)}) }).service({ ports: { metrics: 80 } });`,
    bad: `new p.Deployment(shop, 'a', { replicas: 1, pod: api.use(${exporter(`source: { port: 'http' }`)}) }).service({ ports: { metric: 80 } });`,
    says: `'metric' does not exist in type`,
  },
  {
    title: 'an adapter never takes the application out of traffic',
    good: `api.use(${exporter(`source: { port: 'http' }, livenessProbe: httpGet('/', 'metrics')`)});`,
    bad: `api.use(${exporter(`source: { port: 'http' }, readinessProbe: httpGet('/', 'metrics')`)});`,
    says: `'readinessProbe' does not exist in type`,
  },
  {
    title: 'a sidecar that the application can do without has no readiness probe',
    good: `patterns.sidecar({ ...base, name: 'x', ${WHY}, ifDown: 'unavailable', ${GATED}, ports: { x: 1 }, readinessProbe: httpGet('/', 'x') });`,
    bad: `patterns.sidecar({ ...base, name: 'x', ${WHY}, ifDown: 'observability', ${GATED}, ports: { x: 1 }, readinessProbe: httpGet('/', 'x') });`,
    says: 'a helper that the application can do without must not take it out of traffic',
  },
  {
    title: 'a helper says what its failure means',
    good: `patterns.sidecar({ ...base, name: 'x', ${WHY}, ${GATED}, ifDown: 'scraping' });`,
    bad: `patterns.sidecar({ ...base, name: 'x', ${WHY}, ${GATED} });`,
    says: `Property 'ifDown' is missing`,
  },
  {
    title: 'a helper has a reason',
    good: `patterns.sidecar({ ...base, name: 'x', ${WHY}, ${GATED}, ifDown: 'scraping' });`,
    bad: `patterns.sidecar({ ...base, name: 'x', ${GATED}, ifDown: 'scraping' });`,
    says: `Property 'because' is missing`,
  },
  {
    title: 'the start of a sidecar is gated, or a reason says why not',
    good: `patterns.sidecar({ ...base, name: 'x', ${WHY}, ifDown: 'scraping', ports: { x: 1 }, startupProbe: tcpSocket('x') });`,
    bad: `patterns.sidecar({ ...base, name: 'x', ${WHY}, ifDown: 'scraping', ports: { x: 1 } });`,
    says: `Property 'startupProbe' is missing`,
  },
  {
    title: 'a gate aims at a port of its own container',
    good: `patterns.sidecar({ ...base, name: 'x', ${WHY}, ifDown: 'scraping', ports: { x: 1 }, startupProbe: tcpSocket('x') });`,
    bad: `patterns.sidecar({ ...base, name: 'x', ${WHY}, ifDown: 'scraping', ports: { x: 1 }, startupProbe: tcpSocket('y') });`,
    says: `Type '"y"' is not assignable to type '1 | "x"'`,
  },
  {
    title: 'a helper says how long it takes to stop, an init container never does',
    good: `patterns.sidecar({ ...base, name: 'x', ${WHY}, ${GATED}, ifDown: 'scraping', terminationSeconds: 5 });`,
    bad: `patterns.init({ ...base, name: 'x', ${WHY}, repeatSafe: true, timeout: '1m', command: ['true'], terminationSeconds: 5 });`,
    says: `'terminationSeconds' does not exist in type`,
  },
  {
    title: 'an init container is bounded in time, or a reason says why not',
    good: `api.use(${setup(`timeout: '2m'`)});`,
    bad: `api.use(${setup('')});`,
    says: `Property 'timeout' is missing`,
  },
  {
    title: 'a time has a unit',
    good: `api.use(${setup(`timeout: '90s'`)});`,
    bad: `api.use(${setup(`timeout: '90'`)});`,
    says: `Type '"90"' is not assignable to type`,
  },
  {
    title: 'an init container writes to a volume of the Pod',
    good: `logged.use(${setup(`timeout: '2m', writes: { '/out': 'logs' }`)});`,
    bad: `logged.use(${setup(`timeout: '2m', writes: { '/out': 'pages' }`)});`,
    says: "this pattern needs a volume named 'pages', and the Pod has none: add it before",
  },
  {
    title: 'a log shipper reads a volume of the Pod',
    good: `logged.use(patterns.vectorShipper({ volume: 'logs', ${WHY} }));`,
    bad: `logged.use(patterns.vectorShipper({ volume: 'lgos', ${WHY} }));`,
    says: "this pattern needs a volume named 'lgos', and the Pod has none: add it before",
  },
  {
    title: 'secrets go to a volume of the Pod',
    good: `logged.use(patterns.vaultAgent({ volume: 'logs', ${VAULT} }));`,
    bad: `logged.use(patterns.vaultAgent({ volume: 'secrets', ${VAULT} }));`,
    says: "this pattern needs a volume named 'secrets', and the Pod has none: add it before",
  },
  {
    title: "the certificate of Vault's CA is on a volume of the Pod",
    good: `logged.use(patterns.vaultAgent({ volume: 'logs', tls: { volume: 'logs' }, ${VAULT} }));`,
    bad: `logged.use(patterns.vaultAgent({ volume: 'logs', tls: { volume: 'ca' }, ${VAULT} }));`,
    says: "this pattern needs a volume named 'ca', and the Pod has none: add it before",
  },
  {
    title: 'a cloud is asked in its own words',
    good: `logged.use(patterns.secretSync({ volume: 'logs', from: { store: 'aws-secrets-manager', region: 'eu-west-1' }, secrets: {}, every: '1h', ${WHY} }));`,
    bad: `logged.use(patterns.secretSync({ volume: 'logs', from: { store: 'aws-secrets-manager', project: 'a' }, secrets: {}, every: '1h', ${WHY} }));`,
    says: `'project' does not exist in type`,
  },
  {
    title: 'a reload goes to a port of the Pod',
    good: `logged.use(patterns.configReloader({ volume: 'logs', port: 'http', ${WHY} }));`,
    bad: `logged.use(patterns.configReloader({ volume: 'logs', port: 'htpp', ${WHY} }));`,
    says: "this pattern needs a port named 'htpp', and the Pod has none: add it before",
  },
  {
    title: 'the key of a repository is on a volume of the Pod',
    good: `logged.use(patterns.gitSync({ volume: 'logs', repo: 'ssh://x/y', period: '1m', ssh: { volume: 'logs' }, ${WHY} }));`,
    bad: `logged.use(patterns.gitSync({ volume: 'logs', repo: 'ssh://x/y', period: '1m', ssh: { volume: 'key' }, ${WHY} }));`,
    says: "this pattern needs a volume named 'key', and the Pod has none: add it before",
  },
  {
    title: 'root has a reason',
    good: `logged.use(patterns.fixPermissions({ volume: 'logs', owner: { user: 1, group: 1 }, timeout: '1m', asRoot: { because: 'x' }, ${WHY} }));`,
    bad: `logged.use(patterns.fixPermissions({ volume: 'logs', owner: { user: 1, group: 1 }, timeout: '1m', ${WHY} }));`,
    says: `Property 'asRoot' is missing`,
  },
  {
    title: 'a migration in every replica says what keeps two apart',
    good: `api.use(patterns.migration({ ...base, command: ['x'], timeout: '1m', oneAtATime: 'x', ${WHY} }));`,
    bad: `api.use(patterns.migration({ ...base, command: ['x'], timeout: '1m', ${WHY} }));`,
    says: `Property 'oneAtATime' is missing`,
  },
  {
    title: 'a Job that migrates says who replaces it',
    good: `new p.Job(shop, 'm', patterns.migrationJob({ pod: api, timeout: '1m', retries: 0, replacedBy: 'name' }));`,
    bad: `new p.Job(shop, 'm', patterns.migrationJob({ pod: api, timeout: '1m', retries: 0 }));`,
    says: `Property 'replacedBy' is missing`,
  },
  {
    title: 'a shared volume is written and read by containers of the Pod',
    good: `api.use(${tail('')}).use(patterns.share({ volume: 'x', sizeLimit: '1Mi', writtenBy: { api: '/a' }, readBy: { tail: '/b' } }));`,
    bad: `api.use(${tail('')}).use(patterns.share({ volume: 'x', sizeLimit: '1Mi', writtenBy: { api: '/a' }, readBy: { tial: '/b' } }));`,
    says: "this pattern needs a container named 'tial', and the Pod has none: add it before",
  },
  {
    title: 'an entry of the catalogue binds no port that the application binds',
    good: `api.use(${envoy('listens: { inventory: 8081 }')});`,
    bad: `api.use(${envoy('listens: { inventory: 8080 }')});`,
    says: 'port 8080/TCP is bound already by another container of this Pod',
  },
  {
    title: 'two Envoys of one Pod do not answer the kubelet on one port',
    good: `api.use(${envoy('listens: { a: 8081 }')}).use(${envoy(`name: 'b', listens: { b: 8082 }, health: { 'b-health': 9904 }`)});`,
    bad: `api.use(${envoy('listens: { a: 8081 }')}).use(${envoy(`name: 'b', listens: { b: 8082 }`)});`,
    says: "a port named 'envoy-health' exists already in this Pod",
  },
  {
    title: 'an entry of the catalogue wires a container that is there',
    good: `api.use(${envoy(`listens: { inventory: 8081 }, application: 'api'`)});`,
    bad: `api.use(${envoy(`listens: { inventory: 8081 }, application: 'web'`)});`,
    says: "this pattern needs a container named 'web', and the Pod has none: add it before",
  },
  {
    title: 'a Service leads to the login and not past it',
    good: `new p.Deployment(shop, 'a', { replicas: 1, pod: api.use(${login('http')}) }).service({ ports: { 'oauth2-proxy': 80 } });`,
    bad: `new p.Deployment(shop, 'a', { replicas: 1, pod: api.use(${login('http')}) }).service({ ports: { http: 80 } });`,
    says: `'http' does not exist in type`,
  },
  {
    title: 'a login stands before a port of the Pod',
    good: `api.use(${login('http')});`,
    bad: `api.use(${login('htpp')});`,
    says: "this pattern needs a port named 'htpp', and the Pod has none: add it before",
  },
  {
    title: 'a login says itself when the Pod may get traffic',
    good: `new p.Deployment(shop, 'a', { replicas: 1, pod: pod('x', { ...base, ports: { http: 80 } }).use(${login('http')}) }).service({ ports: { 'oauth2-proxy': 80 } });`,
    bad: `new p.Deployment(shop, 'a', { replicas: 1, pod: pod('x', { ...base, ports: { http: 80 } }) }).service({ ports: { http: 80 } });`,
    says: 'this Pod has no readinessProbe',
  },
  {
    title: 'a certificate is on a volume of the Pod',
    good: `logged.use(${mtls('logs')});`,
    bad: `logged.use(${mtls('certificate')});`,
    says: "this pattern needs a volume named 'certificate', and the Pod has none: add it before",
  },
  {
    title: 'an exporter that is sent to binds UDP',
    good: `pod('api', { ...base, ports: { x: 9125 } }).use(patterns.statsdExporter({ ${WHY} }));`,
    bad: `pod('api', { ...base, ports: { x: { containerPort: 9125, protocol: 'UDP' } } }).use(patterns.statsdExporter({ ${WHY} }));`,
    says: 'port 9125/UDP is bound already by another container of this Pod',
  },
  {
    title: 'the volume of a helper’s configuration is known, before and after',
    good: `api.volume('tail-data', emptyDir()).use(${tail(CONFIG)});`,
    bad: `api.volume('tail-config', emptyDir()).use(${tail(CONFIG)});`,
    says: "a volume named 'tail-config' exists already in this Pod",
  },
  {
    title: 'a volume of that name is free where a helper brings no configuration',
    good: `api.use(${tail('')}).volume('tail-config', emptyDir());`,
    bad: `api.use(${tail(CONFIG)}).volume('tail-config', emptyDir());`,
    says: 'a volume named \\"tail-config\\" exists already in this Pod',
  },
  {
    title: 'the configuration of an init container and of an ambassador is known as well',
    good: `api.use(${proxy(CONFIG)}).use(${setup(`timeout: '1m', ${CONFIG}`)});`,
    bad: `api.volume('proxy-config', emptyDir()).use(${proxy(CONFIG)});`,
    says: "a volume named 'proxy-config' exists already in this Pod",
  },
  {
    title: 'an entry of the catalogue brings the volume of its configuration',
    good: `api.use(${envoy('listens: { a: 8081 }')}).volume('envoy-config', emptyDir());`,
    bad: `api.use(${envoy('listens: { a: 8081 }')}).volume('envoy-ambassador-config', emptyDir());`,
    says: 'a volume named \\"envoy-ambassador-config\\" exists already in this Pod',
  },
  {
    title: 'an entry of the catalogue that may bring configuration has a volume only where it does',
    good: `api.volume('statsd-exporter-config', emptyDir()).use(${statsd('')});`,
    bad: `api.volume('statsd-exporter-config', emptyDir()).use(${statsd(`mappings: [{ match: 'a.*', name: 'a' }]`)});`,
    says: "a volume named 'statsd-exporter-config' exists already in this Pod",
  },
  {
    title: 'the token of a Vault Agent is a volume as well',
    good: `logged.volume('token', emptyDir()).use(patterns.vaultAgentOnce({ volume: 'logs', timeout: '1m', ${VAULT} }));`,
    bad: `logged.volume('vault-agent-once-token', emptyDir()).use(patterns.vaultAgentOnce({ volume: 'logs', timeout: '1m', ${VAULT} }));`,
    says: "a volume named 'vault-agent-once-token' exists already in this Pod",
  },
  {
    title: 'the readiness probe of a sidecar that the application needs counts for a Service',
    good: `new p.Deployment(shop, 'a', { replicas: 1, pod: plain.use(${vital(`readinessProbe: httpGet('/', 'mesh')`)}) }).service({ ports: { http: 80 } });`,
    bad: `new p.Deployment(shop, 'a', { replicas: 1, pod: plain.use(${vital('')}) }).service({ ports: { http: 80 } });`,
    says: 'this Pod has no readinessProbe: a Service would send it traffic before it can serve',
  },
  {
    title: 'a function from Pod to Pod needs no type parameter, and takes names as they come',
    good: `
      const traced = (given: p.Pod) => given.extend('api', { env: { TRACE: '1' }, volumeMounts: { '/t': 'traces' } });
      logged.volume('traces', emptyDir()).use(traced).use(${tail(`reads: { '/logs': 'logs' }`)});`,
    bad: `
      const traced = (given: p.Pod) => given.extend('api', { envs: { TRACE: '1' } });
      logged.use(traced);`,
    says: `'envs' does not exist in type`,
  },
  {
    title: 'a pattern of your own says what it needs',
    good: `logged.use(patterns.pattern<{ containers: { x: 'sidecar' } }, { volumes: { logs: true } }>((given) => given));`,
    bad: `api.use(patterns.pattern<{ containers: { x: 'sidecar' } }, { volumes: { logs: true } }>((given) => given));`,
    says: "this pattern needs a volume named 'logs', and the Pod has none: add it before",
  },
];

describe('what patterns let compile and what not', () => {
  const good = diagnoseCases(CASES.map((one) => one.good));
  const bad = diagnoseCases(CASES.map((one) => one.bad));

  test.each(CASES.map((one, position) => [one.title, position] as const))('%s', (_, position) => {
    expect(good[position]).toEqual([]);
    expect(bad[position]).not.toHaveLength(0);
    expect(bad[position]!.join('\n')).toContain(CASES[position]!.says);
  });
});
