import { noLongLivedToken } from '../../../review/rules/no-long-lived-token';
import { mounting, POD } from '../kinds';
import { describeRule } from '../rule-cases';

const token = (expirationSeconds?: number) => [
  mounting({ projected: { sources: [{ serviceAccountToken: { path: 'token', expirationSeconds } }] } }),
];

describeRule(noLongLivedToken, {
  passes: {
    'an hour': token(3600),
    'a day, as clouds ask for': token(86400),
    'left out': token(),
  },
  fails: {
    'a month': [token(2592000), [`${POD}.volumes[0].projected.sources[0].serviceAccountToken.expirationSeconds`]],
  },
});
