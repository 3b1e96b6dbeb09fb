import { review, type Rule } from '../../review';
import { noBestEffort } from '../../review/rules/no-best-effort';
import { noFloatingTag } from '../../review/rules/no-floating-tag';
import { requireEmptyDirSizeLimit } from '../../review/rules/require-empty-dir-size-limit';
import { requireExplicitRequests } from '../../review/rules/require-explicit-requests';
import { requireJobDeadline } from '../../review/rules/require-job-deadline';
import { requireResourceRequests } from '../../review/rules/require-resource-requests';
import { requireSeccompProfile } from '../../review/rules/require-seccomp-profile';
import { validImagePullPolicy } from '../../review/rules/valid-image-pull-policy';
import { job, mounting, ofPod, pod } from './kinds';
import { deployment, sources } from './objects';
import { cronJob } from './surroundings';

const words = (rule: Rule, object: unknown) =>
  review(sources(object), { rules: [rule] }).findings.map(({ found, consequence }) => `${found} ${consequence}`);

describe('a finding says what is true of this field', () => {
  test.each<[string, Rule, unknown, RegExp]>([
    ['a policy that still pulls', validImagePullPolicy, pulled('IfNotPresent'), /^`IfNotPresent` keeps.* may come up/],
    [
      'a policy that never pulls',
      validImagePullPolicy,
      pulled('Never'),
      /^`imagePullPolicy: Never`.*ErrImageNeverPull/,
    ],
    ['a bare Pod', noBestEffort, pod({ resources: {} }), /which makes it BestEffort\./],
    ['Pods of an owner', noBestEffort, deployment({ resources: {} }), /which makes its Pods BestEffort\./],
    ['no profile', requireSeccompProfile, ofPod({ securityContext: {} }), /for `api`\. .* restricted refuses/],
    [
      'a profile of none',
      requireSeccompProfile,
      unconfined(),
      /`Unconfined`\. .*Security baseline and restricted refuse/,
    ],
    ['one limit', requireExplicitRequests, limited({ cpu: '1' }), /^The limit of cpu 1 has no request beside it\./],
    ['two limits', requireExplicitRequests, limited({ cpu: '1', memory: '1Gi' }), /^The limits of .* have no requests/],
    ['no memory request', requireResourceRequests, asking('cpu', '1'), /this container is among the first that are ev/],
    ['no cpu request', requireResourceRequests, asking('memory', '1Gi'), /this container gets the least of the CPU\.$/],
    ['scratch on disk', requireEmptyDirSizeLimit, mounting({ emptyDir: {} }), /fills the disk of the node/],
    [
      'scratch in memory',
      requireEmptyDirSizeLimit,
      mounting({ emptyDir: { medium: 'Memory' } }),
      /memory of the container that writes them/,
    ],
    ['a Job', requireJobDeadline, job(), /^Job `api` may go on for ever\./],
    [
      'a run',
      requireJobDeadline,
      cronJob({}, { activeDeadlineSeconds: undefined }),
      /^CronJob `.*` starts runs that may go on for ever\./,
    ],
  ])('%s', (_title, rule, object, sentence) => {
    expect(words(rule, object)).toEqual([expect.stringMatching(sentence)]);
  });

  test('an image that a mesh fills in has no tag to judge', () => {
    expect(words(noFloatingTag, deployment({ image: 'auto' }))).toEqual([]);
  });
});

function pulled(imagePullPolicy: string): unknown {
  return deployment({ image: 'registry.example.com/api:main', imagePullPolicy });
}

function unconfined(): unknown {
  return ofPod({ securityContext: { seccompProfile: { type: 'Unconfined' } } });
}

function limited(limits: Record<string, string>): unknown {
  return deployment({ resources: { limits } });
}

function asking(resource: string, amount: string): unknown {
  return deployment({ resources: { requests: { [resource]: amount } } });
}
