import { noFullOutageRollout } from '../../../review/rules/no-full-outage-rollout';
import { service } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const rolled = (rollingUpdate: object, replicas = 2) =>
  deployment({}, {}, { replicas, strategy: { type: 'RollingUpdate', rollingUpdate } });

describeRule(noFullOutageRollout, {
  passes: {
    'the default': [deployment(), service()],
    'one of two at a time': [rolled({ maxUnavailable: 1, maxSurge: 0 }), service()],
    'all of them, after new ones were added': [rolled({ maxUnavailable: '100%', maxSurge: '100%' }), service()],
    'no clients': [rolled({ maxUnavailable: '100%' })],
  },
  fails: {
    'all of them': [
      [rolled({ maxUnavailable: '100%', maxSurge: 0 }), service()],
      ['spec.strategy.rollingUpdate.maxUnavailable'],
    ],
    'as many as there are': [
      [rolled({ maxUnavailable: 2, maxSurge: 1 }), service()],
      ['spec.strategy.rollingUpdate.maxUnavailable'],
    ],
    'the only one': [
      [rolled({ maxUnavailable: 1, maxSurge: 0 }, 1), service()],
      ['spec.strategy.rollingUpdate.maxUnavailable'],
    ],
  },
});
