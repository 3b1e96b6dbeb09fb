import {
  because,
  configMap,
  Deployment,
  emptyDir,
  exec,
  ExperimentPod,
  httpGet,
  pod,
  projected,
  readOnly,
  recommendedLabels,
  without,
} from 'podwright';
import type { Chart } from 'podwright';
import { configFiles, onePodAtATime, spreadSoftly } from './shared';

const PCI_NODES = { 'disk-type': 'nvme-ssd', compliance: 'pci-dss-certified' };
const PCI_TAINT = [{ key: 'dedicated', operator: 'Equal', value: 'payments', effect: 'NoSchedule' }] as const;

export function faithful(chart: Chart): void {
  const processor = pod('main-processor', {
    image: 'registry.example.com/payment-processor:v2.4.1',
    imagePullPolicy: 'IfNotPresent',
    command: ['/app/start-processor.sh'],
    ports: { 'https-metrics': { containerPort: 8443, protocol: 'TCP' } },
    resources: { requests: { cpu: '500m', memory: '256Mi' }, limits: { cpu: '1000m', memory: '512Mi' } },
    livenessProbe: httpGet('/health/live', 8443, { initialDelaySeconds: 30, periodSeconds: 15, failureThreshold: 3 }),
    readinessProbe: httpGet('/health/ready', 8443, {
      initialDelaySeconds: 15,
      periodSeconds: 10,
      successThreshold: 2,
    }),
    securityContext: {
      runAsUser: 1000,
      runAsGroup: 3000,
      runAsNonRoot: true,
      readOnlyRootFilesystem: true,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
    },
  })
    .volume('tmp-scratch-data', emptyDir({ sizeLimit: '1Gi' }), { 'main-processor': '/var/scratch' })
    .initContainer('vault-bootstrap', {
      because: 'the processor exits at once when its secrets file is not there yet',
      image: 'hashicorp/vault-agent:1.16',
      command: ['/bin/sh', '-c', 'vault pull-secrets > /shared/secrets.env'],
      resources: without({ because: 'one read from Vault takes seconds, and nobody has measured its memory' }),
      volumeMounts: { '/shared': 'tmp-scratch-data' },
    })
    .metadata({
      labels: { app: 'payment-gateway', environment: 'production', tier: 'backend', 'security-zone': 'pci-dss' },
      annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '8443' },
    })
    .spec({
      serviceAccountName: 'processor-vault-accessor',
      automountServiceAccountToken: without({ because: 'vault-bootstrap logs in to Vault with this very token' }),
      priorityClassName: 'mission-critical-high',
      nodeSelector: because(
        'cardholder data may only touch audited nodes, and the journal wants local NVMe',
        PCI_NODES,
      ),
      tolerations: because('the audited nodes are tainted for the payments team alone', PCI_TAINT),
      affinity: {
        podAntiAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: because(
            'two gateways on one node would halve the capacity when that node goes',
            [
              {
                labelSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['payment-gateway'] }] },
                topologyKey: 'kubernetes.io/hostname',
              },
            ],
          ),
        },
      },
    })
    .without('runAsNonRoot', { because: 'vault-bootstrap starts as root to drop to the user vault by itself' })
    .without('capabilities', { because: 'the Vault image sets IPC_LOCK on its binary when it starts' })
    .without('readOnlyRootFilesystem', {
      because: 'vault-bootstrap leaves a token file in the home directory of vault',
    });
  new ExperimentPod(chart, 'financial-processor-pod', {
    pod: processor,
    restartPolicy: 'Always',
    purpose: 'Rehearses the start of the payment processor against the Vault of production',
    deleteBy: '2027-01-31',
  });
}

export function hardened(chart: Chart): void {
  const agentConfig = configFiles(chart, 'payment-gateway-vault-agent', { 'agent.hcl': AGENT_CONFIG });
  const processor = pod('main-processor', {
    image: 'registry.example.com/payment-processor:v2.4.1',
    command: ['/app/start-processor.sh'],
    ports: { 'https-metrics': 8443 },
    env: { SECRETS_FILE: '/run/payment-secrets/processor.env' },
    resources: { requests: { cpu: '500m', memory: '512Mi' }, limits: { memory: '512Mi' } },
    startupProbe: httpGet('/health/live', 'https-metrics', { scheme: 'HTTPS', periodSeconds: 5, failureThreshold: 24 }),
    readinessProbe: httpGet('/health/ready', 'https-metrics', { scheme: 'HTTPS', successThreshold: 2 }),
    livenessProbe: httpGet('/health/live', 'https-metrics', { scheme: 'HTTPS', periodSeconds: 15, timeoutSeconds: 5 }),
    securityContext: { runAsUser: 1000, runAsGroup: 3000 },
  })
    .scratch('/var/scratch', '1Gi')
    .scratch('/tmp', '64Mi')
    .volume('payment-secrets', emptyDir({ medium: 'Memory', sizeLimit: '1Mi' }), {
      'main-processor': readOnly('/run/payment-secrets'),
    })
    .volume('vault-token', projected([{ serviceAccountToken: VAULT_TOKEN }]))
    .volume('vault-agent-config', configMap(agentConfig))
    .sidecar('vault-agent', {
      because: 'it writes the secrets into memory that only this Pod sees and renews them while the processor runs',
      image: 'hashicorp/vault:1.16.3',
      command: ['vault', 'agent', '-config=/etc/vault-agent/agent.hcl'],
      resources: { requests: { cpu: '25m', memory: '128Mi' }, limits: { memory: '128Mi' } },
      startupProbe: exec(['test', '-s', '/run/payment-secrets/processor.env'], {
        periodSeconds: 2,
        failureThreshold: 30,
      }),
      securityContext: { runAsUser: 100, runAsGroup: 1000 },
      volumeMounts: {
        '/run/payment-secrets': 'payment-secrets',
        '/run/vault-token': 'vault-token',
        '/etc/vault-agent': 'vault-agent-config',
      },
    })
    .metadata({
      labels: {
        ...recommendedLabels({ component: 'gateway', partOf: 'payments', version: 'v2.4.1' }),
        environment: 'production',
        'security-zone': 'pci-dss',
      },
      annotations: {
        'prometheus.io/scrape': 'true',
        'prometheus.io/scheme': 'https',
        'prometheus.io/port': '8443',
      },
    })
    .spec({
      serviceAccountName: 'processor-vault-accessor',
      priorityClassName: 'mission-critical-high',
      terminationGracePeriodSeconds: 60,
      securityContext: { fsGroup: 3000 },
      nodeSelector: because(
        'cardholder data may only touch audited nodes, and the journal wants local NVMe',
        PCI_NODES,
      ),
      tolerations: because('the audited nodes are tainted for the payments team alone', PCI_TAINT),
      topologySpreadConstraints: spreadSoftly('payment-gateway'),
    })
    .comment('spec.terminationGracePeriodSeconds', 'a payment in flight may take up to 45 s to settle');
  const gateway = new Deployment(chart, 'payment-gateway', { replicas: 3, pod: processor });
  onePodAtATime(chart, gateway);
}

const VAULT_TOKEN = { audience: 'vault', expirationSeconds: 600, path: 'token' };

const AGENT_CONFIG = `exit_after_auth = false

vault {
  address = "https://vault.example.com"
}

auto_auth {
  method "kubernetes" {
    mount_path = "auth/kubernetes"
    config = {
      role       = "payment-processor"
      token_path = "/run/vault-token/token"
    }
  }
}

template {
  destination          = "/run/payment-secrets/processor.env"
  perms                = "0640"
  error_on_missing_key = true
  contents             = <<-EOT
    {{ with secret "kv/data/payments/processor" -}}
    {{ range $key, $value := .Data.data }}{{ $key }}={{ $value }}
    {{ end }}{{ end -}}
  EOT
}
`;
