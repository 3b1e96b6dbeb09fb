import { requireFsGroup } from '../../../review/rules/require-fs-group';
import { mounting, ofPod, POD } from '../kinds';
import { soundContainer } from '../objects';
import { describeRule } from '../rule-cases';

const volumeMounts = [{ name: 'files', mountPath: '/files' }];
const users = (first: number, second: number, securityContext = {}, mounts: object[] = volumeMounts) =>
  ofPod({
    securityContext,
    containers: [
      { ...soundContainer(), securityContext: { runAsUser: first }, volumeMounts },
      { ...soundContainer(), name: 'other', securityContext: { runAsUser: second }, volumeMounts: mounts },
    ],
    volumes: [{ name: 'files', emptyDir: {} }],
  });

describeRule(requireFsGroup, {
  passes: {
    'one user': [users(1000, 1000)],
    'a group': [users(1000, 2000, { fsGroup: 2000 })],
    'a user that nobody names': [mounting({ emptyDir: {} })],
  },
  fails: {
    'two users': [[users(1000, 2000)], [`${POD}.volumes[0]`]],
    'a reader': [[users(1000, 2000, {}, [{ ...volumeMounts[0], readOnly: true }])], [`${POD}.volumes[0]`]],
  },
});
