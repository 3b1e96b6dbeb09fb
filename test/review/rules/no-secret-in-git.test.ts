import { noSecretInGit } from '../../../review/rules/no-secret-in-git';
import { describeRule } from '../rule-cases';
import { neighbour } from '../surroundings';

describeRule(noSecretInGit, {
  passes: {
    'no values': [neighbour('v1', 'Secret')],
    'values that are to be filled in': [
      neighbour('v1', 'Secret', { stringData: { password: '<to be filled in>', token: '', key: '${KEY}' } }),
    ],
    'a certificate': [neighbour('v1', 'Secret', { data: { 'ca.crt': 'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t' } })],
    'a name': [neighbour('v1', 'Secret', { stringData: { username: 'shop' } })],
    'what SOPS has encrypted': [
      neighbour('v1', 'Secret', { stringData: { password: 'ENC[AES256_GCM,data:a]' }, sops: {} }),
    ],
    'a SealedSecret': [
      neighbour('bitnami.com/v1alpha1', 'SealedSecret', { spec: { encryptedData: { password: 'AgBy' } } }),
    ],
  },
  fails: {
    'a password': [
      [neighbour('v1', 'Secret', { stringData: { password: 'correct horse' } })],
      ['stringData[password]'],
    ],
    'a password in Base64': [
      [neighbour('v1', 'Secret', { data: { password: 'Y29ycmVjdCBob3JzZQ==' } })],
      ['data[password]'],
    ],
  },
});
