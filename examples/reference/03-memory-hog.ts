import { except, ExperimentPod, Job, pod, recommendedLabels } from 'podwright';
import type { Chart } from 'podwright';

export function faithful(chart: Chart): void {
  const hog = pod('stress-test', {
    image: 'polinux/stress:1.0.4',
    command: ['stress', '--vm', '1', '--vm-bytes', '150M', '--vm-hang', '1'],
    resources: except(
      { limits: { memory: '50Mi' } },
      { because: 'the limit lies under what stress allocates, since the kill is what is shown; CPU plays no part' },
    ),
  })
    .without('runAsNonRoot', { because: 'the stress image has no user but root' })
    .without('capabilities', { because: 'the container is killed within a second of its start' })
    .without('readOnlyRootFilesystem', {
      because: 'nothing of it outlives the container, which allocates memory alone',
    })
    .without('automountServiceAccountToken', { because: 'stress opens no file and no connection' });
  new ExperimentPod(chart, 'memory-hog', {
    pod: hog,
    purpose: 'Shows OOMKilled and the back-off after it',
    deleteBy: '2026-11-30',
  });
}

export function hardened(chart: Chart): void {
  const hog = pod('stress-test', {
    image: 'polinux/stress:1.0.4',
    command: ['stress', '--vm', '1', '--vm-bytes', '150M', '--vm-hang', '1', '--timeout', '60s'],
    resources: { requests: { cpu: '250m', memory: '192Mi' }, limits: { cpu: '1', memory: '192Mi' } },
    securityContext: { runAsUser: 65534, runAsGroup: 65534 },
  })
    .metadata({ labels: recommendedLabels({ component: 'memory-test', partOf: 'node-acceptance', version: '1.0.4' }) })
    .spec({ terminationGracePeriodSeconds: 5 })
    .comment('spec.containers[stress-test].resources.limits.cpu', 'a load test may not slow down its neighbours');
  new Job(chart, 'memory-hog', {
    pod: hog,
    restartPolicy: 'Never',
    backoffLimit: 0,
    activeDeadlineSeconds: 120,
    ttlSecondsAfterFinished: 86_400,
  });
}
