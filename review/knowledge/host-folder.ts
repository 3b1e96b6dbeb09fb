/** What a path of the node gives to whoever mounts it. */
export type HostFolder = 'runtimeSocket' | 'sensitive' | 'other';

/** Judges a path of the node by what it gives to whoever mounts it. */
export function hostFolderOf(path: string): HostFolder {
  const plain = path.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
  if (SOCKET.test(plain)) return 'runtimeSocket';
  return SENSITIVE.some((shape) => shape.test(plain)) ? 'sensitive' : 'other';
}

/** The socket itself, or a folder that holds it. */
const SOCKET =
  /^(\/var)?\/run(\/(docker|containerd|crio|cri-dockerd|k3s\/containerd|podman)(\/.*\.sock)?)?$|\/(docker|containerd|crio|cri-dockerd|podman)\.sock$/;

const SENSITIVE = [
  /^\/(boot|dev|etc|home|lib|lib64|opt|proc|root|sbin|bin|sys|usr|var)?$/,
  /^\/etc\/(cron|kubernetes|pam\.d|passwd|shadow|ssh|ssl\/private|sudoers|systemd)/,
  /^\/var\/lib(\/(containerd|docker|etcd|kubelet|rancher)(\/(data|pki|server))?)?$/,
  /^\/root\/|\/\.(aws|docker|kube|ssh)(\/|$)/,
];
