import { diagnoseCases } from './compile';
import type { TypeCase } from './compile';

const CASES: readonly TypeCase[] = [
  {
    title: 'a readiness probe aims at a port of its own container',
    good: `pod('x', { ...base, ports: { http: 8080 }, readinessProbe: httpGet('/', 'http') });`,
    bad: `pod('x', { ...base, ports: { http: 8080 }, readinessProbe: httpGet('/', 'htpp') });`,
    says: `Type '"htpp"' is not assignable to type '"http" | 8080'`,
  },
  {
    title: 'a liveness probe aims at a port of its own container',
    good: `pod('x', { ...base, ports: { http: 8080 }, livenessProbe: tcpSocket('http') });`,
    bad: `pod('x', { ...base, ports: { http: 8080 }, livenessProbe: tcpSocket('admin') });`,
    says: `Type '"admin"' is not assignable to type '"http" | 8080'`,
  },
  {
    title: 'a startup probe may name its port by number, if it is declared',
    good: `pod('x', { ...base, ports: { http: 8080 }, startupProbe: httpGet('/', 8080) });`,
    bad: `pod('x', { ...base, ports: { http: 8080 }, startupProbe: httpGet('/', 8081) });`,
    says: `Type '8081' is not assignable to type '"http" | 8080'`,
  },
  {
    title: 'a probe on a container without ports says where ports are declared',
    good: `pod('x', { ...base, livenessProbe: exec(['true']) });`,
    bad: `pod('x', { ...base, livenessProbe: httpGet('/', 'http') });`,
    says: 'this container declares no ports: add the port to `ports` first',
  },
  {
    title: 'a probe written as the API writes it is checked as well',
    good: `pod('x', { ...base, ports: { http: 8080 }, readinessProbe: { httpGet: { path: '/', port: 'http' } } });`,
    bad: `pod('x', { ...base, ports: { http: 8080 }, readinessProbe: { httpGet: { path: '/', port: 'web' } } });`,
    says: `Type '"web"' is not assignable to type '"http" | 8080'`,
  },
  {
    title: 'a liveness probe cannot ask for several successes',
    good: `pod('x', { ...base, ports: { http: 1 }, readinessProbe: httpGet('/', 'http', { successThreshold: 2 }) });`,
    bad: `pod('x', { ...base, ports: { http: 1 }, livenessProbe: httpGet('/', 'http', { successThreshold: 2 }) });`,
    says: `Type '2' is not assignable to type '1'`,
  },
  {
    title: 'a gRPC probe takes its port by number',
    good: `pod('x', { ...base, ports: { grpc: 9000 }, livenessProbe: grpc(9000) });`,
    bad: `pod('x', { ...base, ports: { grpc: 9000 }, livenessProbe: grpc('grpc') });`,
    says: `Argument of type 'string' is not assignable to parameter of type 'number'`,
  },
  {
    title: 'a port is bound by one container at a time',
    good: `api.sidecar('proxy', { ...base, because: 'x', ports: { proxy: 8081 } });`,
    bad: `api.sidecar('proxy', { ...base, because: 'x', ports: { proxy: 8080 } });`,
    says: 'port 8080/TCP is bound already by another container of this Pod',
  },
  {
    title: 'a port of another protocol is another port',
    good: `api.container('dns', { ...base, because: 'x', ports: { dns: { containerPort: 8080, protocol: 'UDP' } } });`,
    bad: `api.container('dns', { ...base, because: 'x', ports: { dns: { containerPort: 8080, protocol: 'TCP' } } });`,
    says: 'port 8080/TCP is bound already by another container of this Pod',
  },
  {
    title: 'an unnamed port in a list is bound too',
    good: `api.container('x', { ...base, because: 'x', ports: [{ containerPort: 81 }] });`,
    bad: `api.container('x', { ...base, because: 'x', ports: [{ containerPort: 8080 }] });`,
    says: 'port 8080/TCP is bound already by another container of this Pod',
  },
  {
    title: 'a port name is used once in a Pod',
    good: `api.container('web', { ...base, because: 'x', ports: { web: 80 } });`,
    bad: `api.container('web', { ...base, because: 'x', ports: { http: 80 } });`,
    says: 'a port named \\"http\\" exists already in this Pod',
  },
  {
    title: 'a container name is used once, sidecars included',
    good: `api.sidecar('proxy', { ...base, because: 'x' });`,
    bad: `api.sidecar('api', { ...base, because: 'x' });`,
    says: 'a container named \\"api\\" exists already in this Pod',
  },
  {
    title: 'a container name is used once, init containers included',
    good: `api.initContainer('setup', { ...base, because: 'x' }).container('tail', { ...base, because: 'x' });`,
    bad: `api.initContainer('setup', { ...base, because: 'x' }).container('setup', { ...base, because: 'x' });`,
    says: 'a container named \\"setup\\" exists already in this Pod',
  },
  {
    title: 'a volume name is used once',
    good: `logged.volume('data', emptyDir());`,
    bad: `logged.volume('logs', emptyDir());`,
    says: 'a volume named \\"logs\\" exists already in this Pod',
  },
  {
    title: 'a mount names a volume of the Pod',
    good: `logged.sidecar('tail', { ...base, because: 'x', volumeMounts: { '/logs': 'logs' } });`,
    bad: `logged.sidecar('tail', { ...base, because: 'x', volumeMounts: { '/logs': 'lgos' } });`,
    says: `Type '"lgos"' is not assignable to type '"logs" |`,
  },
  {
    title: 'a mount with details names a volume of the Pod',
    good: `logged.sidecar('tail', { ...base, because: 'x', volumeMounts: { '/logs': { name: 'logs', readOnly: true } } });`,
    bad: `logged.sidecar('tail', { ...base, because: 'x', volumeMounts: { '/logs': { name: 'log', readOnly: true } } });`,
    says: `Type '"log"' is not assignable to type '"logs"'`,
  },
  {
    title: 'a mount in a Pod without volumes says how to add one',
    good: `api.sidecar('tail', { ...base, because: 'x', scratch: { '/tmp': '16Mi' } });`,
    bad: `api.sidecar('tail', { ...base, because: 'x', volumeMounts: { '/logs': 'logs' } });`,
    says: 'this Pod has no volumes yet: add them with .volume(name, source) first',
  },
  {
    title: 'a volume is mounted into a container of the Pod',
    good: `api.volume('data', emptyDir(), { api: readOnly('/data') });`,
    bad: `api.volume('data', emptyDir(), { aip: '/data' });`,
    says: `'aip' does not exist in type`,
  },
  {
    title: 'variables are added to a container of the Pod',
    good: `api.extend('api', { env: { A: 'b' } });`,
    bad: `api.extend('aip', { env: { A: 'b' } });`,
    says: `Argument of type '"aip"' is not assignable to parameter of type '"api"'`,
  },
  {
    title: 'a mount that is added names a volume of the Pod',
    good: `logged.extend('api', { volumeMounts: { '/again': 'logs' } });`,
    bad: `logged.extend('api', { volumeMounts: { '/again': 'lgos' } });`,
    says: `Type '"lgos"' is not assignable to type '"logs" |`,
  },
  {
    title: 'an existing volume is mounted by its name',
    good: `logged.mount('logs', { api: '/again' });`,
    bad: `logged.mount('log', { api: '/again' });`,
    says: `Argument of type '"log"' is not assignable to parameter of type '"logs"'`,
  },
  {
    title: 'memory has a suffix',
    good: `pod('x', { image: 'a:1', resources: { ...sized, limits: { memory: '512Mi' } } });`,
    bad: `pod('x', { image: 'a:1', resources: { ...sized, limits: { memory: '512' } } });`,
    says: "Type '\"512\"' is not assignable to type '`${number}Ki` | `${number}Mi`",
  },
  {
    title: 'memory is not counted in thousandths of a byte',
    good: `pod('x', { image: 'a:1', resources: { ...sized, limits: { memory: '400Mi' } } });`,
    bad: `pod('x', { image: 'a:1', resources: { ...sized, limits: { memory: '400m' } } });`,
    says: "Type '\"400m\"' is not assignable to type '`${number}Ki` | `${number}Mi`",
  },
  {
    title: 'memory has a suffix that Kubernetes knows',
    good: `pod('x', { image: 'a:1', resources: { ...sized, limits: { memory: '1Gi' } } });`,
    bad: `pod('x', { image: 'a:1', resources: { ...sized, limits: { memory: '256MB' } } });`,
    says: "Type '\"256MB\"' is not assignable to type '`${number}Ki` | `${number}Mi`",
  },
  {
    title: 'CPU is not counted in bytes',
    good: `pod('x', { image: 'a:1', resources: { ...sized, requests: { cpu: '0.5', memory: '64Mi' } } });`,
    bad: `pod('x', { image: 'a:1', resources: { ...sized, requests: { cpu: '500Mi', memory: '64Mi' } } });`,
    says: "Type '\"500Mi\"' is not assignable to type 'CpuQuantity'",
  },
  {
    title: 'a device is counted in whole numbers',
    good: `pod('x', { image: 'a:1', resources: { ...sized, limits: { memory: '1Gi', 'nvidia.com/gpu': '1' } } });`,
    bad: `pod('x', { image: 'a:1', resources: { ...sized, limits: { memory: '1Gi', 'nvidia.com/gpu': '0.5' } } });`,
    says: "Type '\"0.5\"' is not assignable to type '`${bigint}`'",
  },
  {
    title: 'scratch space has a size with a suffix',
    good: `api.scratch('/tmp', '64Mi');`,
    bad: `api.scratch('/tmp', '64M');`,
    says: `Argument of type '"64M"' is not assignable to parameter of type`,
  },
  {
    title: 'a container has an image',
    good: `pod('x', { image: 'a:1', resources: sized });`,
    bad: `pod('x', { resources: sized });`,
    says: `Property 'image' is missing`,
  },
  {
    title: 'a container has resources, or a reason for having none',
    good: `pod('x', { image: 'a:1', resources: without({ because: 'the namespace sizes it' }) });`,
    bad: `pod('x', { image: 'a:1' });`,
    says: `Property 'resources' is missing`,
  },
  {
    title: 'resources name the memory limit',
    good: `pod('x', { image: 'a:1', resources: { requests: sized.requests, limits: { memory: '64Mi' } } });`,
    bad: `pod('x', { image: 'a:1', resources: { requests: sized.requests, limits: {} } });`,
    says: `Property 'memory' is missing in type '{}'`,
  },
  {
    title: 'a container beside the application has a reason',
    good: `api.container('tail', { ...base, because: 'both read one file' });`,
    bad: `api.container('tail', { ...base });`,
    says: `Property 'because' is missing`,
  },
  {
    title: 'an init container has a reason',
    good: `api.initContainer('setup', { ...base, because: 'the database must exist first' });`,
    bad: `api.initContainer('setup', { ...base });`,
    says: `Property 'because' is missing`,
  },
  {
    title: 'an init container has no probes',
    good: `api.sidecar('setup', { ...base, because: 'x', startupProbe: exec(['true']) });`,
    bad: `api.initContainer('setup', { ...base, because: 'x', startupProbe: exec(['true']) });`,
    says: 'an init container has no probes: use sidecar() for what keeps running',
  },
  {
    title: 'an init container has no lifecycle hooks',
    good: `api.sidecar('setup', { ...base, because: 'x', lifecycle: { preStop: { sleep: { seconds: 5 } } } });`,
    bad: `api.initContainer('setup', { ...base, because: 'x', lifecycle: { preStop: { sleep: { seconds: 5 } } } });`,
    says: 'an init container has no lifecycle hooks: use sidecar() for what keeps running',
  },
  {
    title: 'a misspelt field is named with the right one',
    good: `pod('x', { ...base, imagePullPolicy: 'Always' });`,
    bad: `pod('x', { ...base, imagePullPolcy: 'Always' });`,
    says: `Did you mean to write 'imagePullPolicy'?`,
  },
  {
    title: 'a privileged container takes an exception',
    good: `pod('x', { ...base, securityContext: { privileged: except(true, { because: 'it loads a module' }) } });`,
    bad: `pod('x', { ...base, securityContext: { privileged: true } });`,
    says: `Type 'true' is not assignable to type 'false | Except<boolean>`,
  },
  {
    title: 'a writable root file system takes an exception',
    good: `pod('x', { ...base, securityContext: { readOnlyRootFilesystem: without({ because: 'x' }) } });`,
    bad: `pod('x', { ...base, securityContext: { readOnlyRootFilesystem: false } });`,
    says: `Type 'false' is not assignable to type 'true | Without | Except<boolean>`,
  },
  {
    title: 'an added capability beyond restricted takes an exception',
    good: `pod('x', { ...base, securityContext: { capabilities: { add: ['NET_BIND_SERVICE'] } } });`,
    bad: `pod('x', { ...base, securityContext: { capabilities: { add: ['SYS_ADMIN'] } } });`,
    says: `Type '"SYS_ADMIN"' is not assignable to type '"NET_BIND_SERVICE"'`,
  },
  {
    title: 'the host network takes an exception',
    good: `api.spec({ hostNetwork: except(true, { because: 'it watches the node' }) });`,
    bad: `api.spec({ hostNetwork: true });`,
    says: `Type 'true' is not assignable to type 'false | Except<boolean>`,
  },
  {
    title: 'a port of the node takes an exception',
    good: `pod('x', { ...base, ports: { http: { containerPort: 80, hostPort: except(80, { because: 'x' }) } } });`,
    bad: `pod('x', { ...base, ports: { http: { containerPort: 80, hostPort: 80 } } });`,
    says: `Type 'number' is not assignable to type 'Except<number>'`,
  },
  {
    title: 'a path of the node takes an exception',
    good: `api.volume('logs', p.hostPath('/var/log', { because: 'the node keeps its logs there' }));`,
    bad: `api.volume('logs', { hostPath: { path: '/var/log' } });`,
    says: `'path' does not exist in type 'Except<HostPathVolumeSource>'`,
  },
  {
    title: 'a node selector has a reason',
    good: `api.spec({ nodeSelector: because('the log needs NVMe', { disk: 'nvme' }) });`,
    bad: `api.spec({ nodeSelector: { disk: 'nvme' } });`,
    says: `'disk' does not exist in type 'Because<`,
  },
  {
    title: 'a mounted API token has a reason',
    good: `api.spec({ automountServiceAccountToken: because('it lists Pods', true) });`,
    bad: `api.spec({ automountServiceAccountToken: true });`,
    says: `Type 'true' is not assignable to type 'false | Without | Because<true>`,
  },
  {
    title: 'a volume that nobody mounts has a reason, and an exception is none',
    good: `api.volume('data', because('the mesh mounts it', emptyDir()));`,
    bad: `api.volume('data', without({ because: 'the mesh mounts it' }));`,
    says: `Argument of type 'Without' is not assignable to parameter of type`,
  },
  {
    title: 'the time to stop is a number of seconds',
    good: `pod('x', { ...base, terminationSeconds: 20 });`,
    bad: `pod('x', { ...base, terminationSeconds: '20s' });`,
    says: `Type 'string' is not assignable to type 'number'`,
  },
  {
    title: 'an init container has ended before its Pod stops',
    good: `api.sidecar('x', { ...base, because: 'x', terminationSeconds: 1 });`,
    bad: `api.initContainer('x', { ...base, because: 'x', terminationSeconds: 1 });`,
    says: `'terminationSeconds' does not exist in type`,
  },
  {
    title: 'ephemeral containers are no part of desired state',
    good: `api.spec({ shareProcessNamespace: because('the reloader signals the server', true) });`,
    bad: `api.spec({ ephemeralContainers: [] });`,
    says: 'ephemeral containers are added to a running Pod and never belong to desired state',
  },
  {
    title: 'restartPolicy belongs to the owner',
    good: `api.spec({ terminationGracePeriodSeconds: 60 });`,
    bad: `api.spec({ restartPolicy: 'Never' });`,
    says: 'restartPolicy is what the owner promises: give it to the Job or the ExperimentPod',
  },
  {
    title: 'an overlay knows the fields of the API',
    good: `api.overlay({ spec: { containers: [{ name: 'api', stdin: true }] } });`,
    bad: `api.overlay({ spec: { containers: [{ name: 'api', stdinn: true }] } });`,
    says: `Did you mean to write 'stdin'?`,
  },
  {
    title: 'a pattern that needs a volume is used after the volume is there',
    good: `
      type Needs = p.PodShape & { readonly volumes: { readonly logs: true } };
      const tail = <S extends Needs>(given: p.Pod<S>) => given.mount('logs', {});
      logged.use(tail);`,
    bad: `
      type Needs = p.PodShape & { readonly volumes: { readonly logs: true } };
      const tail = <S extends Needs>(given: p.Pod<S>) => given.mount('logs', {});
      api.use(tail);`,
    says: `Property 'logs' is missing in type '{}'`,
  },
];

const OWNERS: readonly TypeCase[] = [
  {
    title: 'a Deployment restarts always',
    good: `new p.Deployment(shop, 'a', { replicas: 1, pod: api, restartPolicy: 'Always' });`,
    bad: `new p.Deployment(shop, 'a', { replicas: 1, pod: api, restartPolicy: 'Never' });`,
    says: `Type '"Never"' is not assignable to type '"Always"'`,
  },
  {
    title: 'a Job never restarts always',
    good: `new p.Job(shop, 'a', { restartPolicy: 'Never', backoffLimit: 1, activeDeadlineSeconds: 60, pod: api });`,
    bad: `new p.Job(shop, 'a', { restartPolicy: 'Always', backoffLimit: 1, activeDeadlineSeconds: 60, pod: api });`,
    says: `Type '"Always"' is not assignable to type`,
  },
  {
    title: 'a Job says when it gives up',
    good: `new p.Job(shop, 'a', { restartPolicy: 'Never', backoffLimit: 1, activeDeadlineSeconds: without({ because: 'x' }), pod: api });`,
    bad: `new p.Job(shop, 'a', { restartPolicy: 'Never', backoffLimit: 1, pod: api });`,
    says: `Property 'activeDeadlineSeconds' is missing`,
  },
  {
    title: 'a Deployment says how many Pods, or who decides',
    good: `new p.Deployment(shop, 'a', { replicas: without({ because: 'the autoscaler decides' }), pod: api });`,
    bad: `new p.Deployment(shop, 'a', { pod: api });`,
    says: `Property 'replicas' is missing`,
  },
  {
    title: 'a CronJob says what happens when Jobs overlap',
    good: `new p.CronJob(shop, 'a', { schedule: '1 1 * * *', timeZone: 'Etc/UTC', concurrencyPolicy: 'Forbid', job: { restartPolicy: 'Never', backoffLimit: 1, activeDeadlineSeconds: 60 }, pod: api });`,
    bad: `new p.CronJob(shop, 'a', { schedule: '1 1 * * *', timeZone: 'Etc/UTC', job: { restartPolicy: 'Never', backoffLimit: 1, activeDeadlineSeconds: 60 }, pod: api });`,
    says: `Property 'concurrencyPolicy' is missing`,
  },
  {
    title: 'a chart has a namespace, or a reason for having none',
    good: `new p.Chart(shop, 'a', { namespace: without({ because: 'the pipeline chooses it' }) });`,
    bad: `new p.Chart(shop, 'a', {});`,
    says: `Property 'namespace' is missing`,
  },
  {
    title: 'a Service leads to a port of the Pod',
    good: `new p.Deployment(shop, 'a', { replicas: 1, pod: api }).service({ ports: { http: 80 } });`,
    bad: `new p.Deployment(shop, 'a', { replicas: 1, pod: api }).service({ ports: { htpp: 80 } });`,
    says: `'htpp' does not exist in type`,
  },
  {
    title: 'a Service needs a Pod that says when it is ready',
    good: `new p.Deployment(shop, 'a', { replicas: 1, pod: pod('x', { ...base, ports: { http: 80 }, readinessProbe: without({ because: 'x' }) }) }).service({ ports: { http: 80 } });`,
    bad: `new p.Deployment(shop, 'a', { replicas: 1, pod: pod('x', { ...base, ports: { http: 80 } }) }).service({ ports: { http: 80 } });`,
    says: 'this Pod has no readinessProbe: a Service would send it traffic before it can serve',
  },
  {
    title: 'an experiment has a purpose and an end',
    good: `new p.ExperimentPod(shop, 'a', { purpose: 'tries DNS', deleteBy: '2027-01-31', pod: api });`,
    bad: `new p.ExperimentPod(shop, 'a', { pod: api });`,
    says: `missing the following properties from type`,
  },
  {
    title: 'a target is a version that manifests can be written for',
    good: `new p.App({ target: '1.30' });`,
    bad: `new p.App({ target: '1.27' });`,
    says: `Type '"1.27"' is not assignable to type`,
  },
];

const ALL = [...CASES, ...OWNERS];

describe('what compiles and what must not', () => {
  const good = diagnoseCases(ALL.map((one) => one.good));
  const bad = diagnoseCases(ALL.map((one) => one.bad));

  test.each(ALL.map((one, position) => [one.title, position] as const))('%s', (_, position) => {
    expect(good[position]).toEqual([]);
    expect(bad[position]).not.toHaveLength(0);
    expect(bad[position]!.join('\n')).toContain(ALL[position]!.says);
  });
});
