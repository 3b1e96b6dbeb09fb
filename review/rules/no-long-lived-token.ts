import { volumeUses } from '../knowledge/volume-use';
import type { WorkloadRule } from '../rule';

/** A token that was copied is good until it ends. */
export const noLongLivedToken: WorkloadRule = {
  id: 'no-long-lived-token',
  about: 'workload',
  severity: 'warning',
  title: 'Tokens of service accounts are short-lived',
  consequence:
    'Whoever has copied the token can use it for as long as the Pod is there, up to the time that is asked for.',
  fix: 'Write `expirationSeconds: 3600`; the kubelet renews the file in time.',
  see: 'https://kubernetes.io/docs/concepts/storage/projected-volumes/#serviceaccounttoken',
  *check(workload) {
    for (const { path, volume } of volumeUses(workload)) {
      for (const [position, { serviceAccountToken }] of (volume.projected?.sources ?? []).entries()) {
        const seconds = serviceAccountToken?.expirationSeconds ?? 0;
        if (seconds <= DAY) continue;
        const source = path.child('projected').child('sources').index(position).child('serviceAccountToken');
        yield {
          path: source.child('expirationSeconds'),
          found: `The token in \`${volume.name}\` is good for ${Math.round(seconds / 3600)} hours.`,
        };
      }
    }
  },
};

/** Clouds ask for a day, in seconds. */
const DAY = 86_400;
