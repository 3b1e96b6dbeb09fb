import { noSensitiveHostPath } from '../../../review/rules/no-sensitive-host-path';
import { mounting, ofPod, POD } from '../kinds';
import { describeRule } from '../rule-cases';

describeRule(noSensitiveHostPath, {
  passes: {
    'a folder of an application': [mounting({ hostPath: { path: '/srv/data' } })],
    'the root, which nobody mounts': [ofPod({ volumes: [{ name: 'files', hostPath: { path: '/' } }] })],
    'an emptyDir': [mounting({ emptyDir: {} })],
  },
  fails: {
    'the root': [[mounting({ hostPath: { path: '/' } })], [`${POD}.volumes[0].hostPath.path`]],
    'the settings of the node': [
      [mounting({ hostPath: { path: '/etc/' } }, { readOnly: true })],
      [`${POD}.volumes[0].hostPath.path`],
    ],
    'the keys of the cluster': [
      [mounting({ hostPath: { path: '/etc/kubernetes/pki' } })],
      [`${POD}.volumes[0].hostPath.path`],
    ],
    'the state of the kubelet': [
      [mounting({ hostPath: { path: '/var/lib/kubelet' } })],
      [`${POD}.volumes[0].hostPath.path`],
    ],
  },
});
