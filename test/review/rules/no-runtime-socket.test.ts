import { noRuntimeSocket } from '../../../review/rules/no-runtime-socket';
import { mounting, POD } from '../kinds';
import { describeRule } from '../rule-cases';

describeRule(noRuntimeSocket, {
  passes: {
    'another folder': [mounting({ hostPath: { path: '/var/log' } })],
    'a folder of the runtime for other things': [mounting({ hostPath: { path: '/run/containerd/runc' } })],
  },
  fails: {
    'the socket of Docker': [
      [mounting({ hostPath: { path: '/var/run/docker.sock' } })],
      [`${POD}.volumes[0].hostPath.path`],
    ],
    'the socket of containerd, read-only': [
      [mounting({ hostPath: { path: '/run/containerd/containerd.sock' } }, { readOnly: true })],
      [`${POD}.volumes[0].hostPath.path`],
    ],
    'a folder that holds it': [[mounting({ hostPath: { path: '/var/run/' } })], [`${POD}.volumes[0].hostPath.path`]],
  },
});
