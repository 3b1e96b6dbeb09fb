import { requireMemoryForSecrets } from '../../../review/rules/require-memory-for-secrets';
import { mounting, POD } from '../kinds';
import { describeRule } from '../rule-cases';

describeRule(requireMemoryForSecrets, {
  passes: {
    'in memory': [mounting({ name: 'vault-secrets', emptyDir: { medium: 'Memory' } })],
    'a Secret, which is in memory anyway': [mounting({ name: 'secrets', secret: { secretName: 'api' } })],
    'scratch files': [mounting({ name: 'tmp', emptyDir: {} })],
    'a socket': [mounting({ name: 'credential-socket', emptyDir: {} })],
  },
  fails: {
    'by the name of the volume': [
      [mounting({ name: 'vault-secrets', emptyDir: {} })],
      [`${POD}.volumes[0].emptyDir.medium`],
    ],
    'by the path of the mount': [
      [mounting({ name: 'shared', emptyDir: {} }, { mountPath: '/vault/secrets' })],
      [`${POD}.volumes[0].emptyDir.medium`],
    ],
  },
});
