/**
 * The workloads as plain objects: a Deployment with an application, a native sidecar and an init container, hardened, and
 * its Service. What {@link ../peers/podwright} writes, field by field.
 */
export function objectsOf(position: number) {
  const name = `service-${position}`;
  const labels = { 'app.kubernetes.io/name': name };
  const metadata = { name, namespace: 'shop' };
  const strategy = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' } };
  const template = { metadata: { labels }, spec: podSpec(position) };
  return {
    deployment: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { ...metadata, labels },
      spec: { replicas: 3, selector: { matchLabels: labels }, strategy, template },
    },
    service: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: {
        type: 'ClusterIP',
        selector: labels,
        ports: [{ name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' }],
      },
    },
  };
}

function podSpec(position: number) {
  return {
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    initContainers: [
      {
        name: 'log-shipper',
        image: 'registry.example.com/platform/log-shipper:3.2.1',
        imagePullPolicy: 'IfNotPresent',
        restartPolicy: 'Always',
        args: ['--follow=/var/log/app'],
        resources: resources('50m', '64Mi'),
        securityContext: hardened(10002),
        volumeMounts: [{ name: 'logs', mountPath: '/var/log/app', readOnly: true }],
      },
      {
        name: 'migrate',
        image: `registry.example.com/shop/migrate:v1.${position}.0`,
        imagePullPolicy: 'IfNotPresent',
        command: ['migrate', 'up'],
        env: [{ name: 'DATABASE', value: `shop_${position}` }],
        resources: resources('100m', '128Mi'),
        securityContext: hardened(10003),
      },
    ],
    containers: [application(position)],
    volumes: [
      { name: 'api-tmp', emptyDir: { sizeLimit: '64Mi' } },
      { name: 'logs', emptyDir: { sizeLimit: '1Gi' } },
    ],
  };
}

function application(position: number) {
  return {
    name: 'api',
    image: `registry.example.com/shop/api:v1.${position}.0`,
    imagePullPolicy: 'IfNotPresent',
    args: ['--listen=:8080', '--log-format=json'],
    ports: [
      { name: 'http', containerPort: 8080, protocol: 'TCP' },
      { name: 'metrics', containerPort: 9090, protocol: 'TCP' },
    ],
    env: [
      { name: 'LOG_LEVEL', value: 'info' },
      { name: 'SERVICE', value: `service-${position}` },
    ],
    resources: resources('250m', '256Mi'),
    startupProbe: { httpGet: { path: '/healthz/live', port: 'http' }, periodSeconds: 2, failureThreshold: 30 },
    readinessProbe: { httpGet: { path: '/healthz/ready', port: 'http' }, periodSeconds: 5 },
    securityContext: hardened(10001),
    volumeMounts: [
      { name: 'api-tmp', mountPath: '/tmp' },
      { name: 'logs', mountPath: '/var/log/app' },
    ],
  };
}

function resources(cpu: string, memory: string) {
  return { requests: { cpu, memory }, limits: { memory } };
}

function hardened(runAsUser: number) {
  return {
    allowPrivilegeEscalation: false,
    runAsUser,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  };
}
