/** Whether a container goes by a name that admission webhooks give to what they put into Pods. */
export function isKnownInjection(container: string): boolean {
  return INJECTED.has(container);
}

const INJECTED: ReadonlySet<string> = new Set([
  'istio-init',
  'istio-proxy',
  'istio-validation',
  'linkerd-init',
  'linkerd-network-validator',
  'linkerd-proxy',
  'consul-connect-inject-init',
  'consul-dataplane',
  'daprd',
  'vault-agent',
  'vault-agent-init',
  'gke-gcsfuse-sidecar',
  'cloud-sql-proxy',
]);
