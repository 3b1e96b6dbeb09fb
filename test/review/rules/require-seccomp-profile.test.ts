import { review } from '../../../review';
import { requireSeccompProfile } from '../../../review/rules/require-seccomp-profile';
import { CONTAINER, ofPod, POD } from '../kinds';
import { deployment, soundContainer, sources } from '../objects';
import { describeRule } from '../rule-cases';

const profile = (type: string) => ({ seccompProfile: { type } });

describeRule(requireSeccompProfile, {
  passes: {
    'of the Pod': [ofPod({ securityContext: profile('RuntimeDefault') })],
    'of every container': [deployment({ securityContext: profile('RuntimeDefault') }, { securityContext: {} })],
    Windows: [ofPod({ securityContext: {}, os: { name: 'windows' } })],
  },
  fails: {
    none: [[ofPod({ securityContext: {} })], [`${POD}.securityContext.seccompProfile`]],
    unconfined: [[ofPod({ securityContext: profile('Unconfined') })], [`${POD}.securityContext.seccompProfile.type`]],
    'a container unconfined': [
      [deployment({ securityContext: profile('Unconfined') })],
      [`${CONTAINER}.securityContext.seccompProfile.type`],
    ],
  },
});

test('the containers are named as a person names them', () => {
  const { findings } = review(sources(ofPod({ securityContext: {}, containers: [named('a'), named('b')] })), {
    rules: [requireSeccompProfile],
  });
  expect(findings.map(({ found }) => found)).toEqual(['No seccomp profile is set for `a` and `b`.']);
});

function named(name: string) {
  return { ...soundContainer(), name, ports: undefined };
}
