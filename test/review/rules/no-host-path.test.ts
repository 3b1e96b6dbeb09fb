import { review } from '../../../review';
import { noHostPath } from '../../../review/rules/no-host-path';
import { mounting, owned, POD } from '../kinds';
import { sources } from '../objects';
import { describeRule } from '../rule-cases';

describeRule(noHostPath, {
  passes: {
    'a claim': [mounting({ persistentVolumeClaim: { claimName: 'data' } })],
    'the root, which another rule is about': [mounting({ hostPath: { path: '/' } })],
    'a socket, which another rule is about': [mounting({ hostPath: { path: '/var/run/docker.sock' } })],
  },
  fails: {
    'a folder of the node': [[mounting({ hostPath: { path: '/srv/data' } })], [`${POD}.volumes[0].hostPath`]],
  },
});

test('an agent that only reads is worth a look', () => {
  const volumes = [{ name: 'logs', hostPath: { path: '/var/log/pods' } }];
  const volumeMounts = [{ name: 'logs', mountPath: '/logs', readOnly: true }];
  const { findings } = review(sources(owned('DaemonSet', { volumeMounts }, { volumes })), { rules: [noHostPath] });
  expect(findings.map(({ severity }) => severity)).toEqual(['info']);
});
