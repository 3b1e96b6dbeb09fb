import { noDefaultServiceAccount } from '../../../review/rules/no-default-service-account';
import { ofPod, POD } from '../kinds';
import { describeRule } from '../rule-cases';

const account = (serviceAccountName: string | undefined, automountServiceAccountToken?: boolean) =>
  ofPod({ serviceAccountName, automountServiceAccountToken });

describeRule(noDefaultServiceAccount, {
  passes: {
    'no container, which is a problem': [ofPod({ serviceAccountName: undefined, containers: [] })],
    'an account of its own': [account('api')],
    'no token': [account('default', false)],
    'an account that mounts no token': [
      account('default'),
      {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'default', namespace: 'shop' },
        automountServiceAccountToken: false,
      },
    ],
  },
  fails: {
    'left out': [[account(undefined)], [`${POD}.serviceAccountName`]],
    'by its name': [[account('default')], [`${POD}.serviceAccountName`]],
  },
});
