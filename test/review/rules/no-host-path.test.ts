import { review } from '../../../review';
import { noHostPath } from '../../../review/rules/no-host-path';
import { mounting, ofPod, owned, POD } from '../kinds';
import { sources } from '../objects';
import { describeRule } from '../rule-cases';

const volumes = [{ name: 'logs', hostPath: { path: '/var/log/pods' } }];
const volumeMounts = [{ name: 'logs', mountPath: '/logs' }];

describeRule(noHostPath, {
  passes: {
    'a folder that nobody mounts': [ofPod({ volumes: [{ name: 'files', hostPath: { path: '/srv/data' } }] })],
    'a claim': [mounting({ persistentVolumeClaim: { claimName: 'data' } })],
    'the root, which another rule is about': [mounting({ hostPath: { path: '/' } })],
    'a socket, which another rule is about': [mounting({ hostPath: { path: '/var/run/docker.sock' } })],
  },
  fails: {
    'a folder of the node': [[mounting({ hostPath: { path: '/srv/data' } })], [`${POD}.volumes[0].hostPath`]],
  },
});

test('an agent that only reads is worth a look', () => {
  const isRead = volumeMounts.map((mount) => ({ ...mount, readOnly: true }));
  const object = owned('DaemonSet', { volumeMounts: isRead }, { volumes });
  const { findings } = review(sources(object), { rules: [noHostPath] });
  expect(findings.map(({ severity }) => severity)).toEqual(['info']);
});

test.each([
  ['Deployment', mounting({ hostPath: { path: '/srv/data' } }), true],
  ['DaemonSet', owned('DaemonSet', { volumeMounts }, { volumes }), false],
])('only Pods that move leave files behind: %s', (_kind, object, moves) => {
  const { findings } = review(sources(object), { rules: [noHostPath] });
  expect(findings.map(({ consequence }) => consequence.includes('moves'))).toEqual([moves]);
});
