import { validEnvironmentLabel } from '../../../review/rules/valid-environment-label';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const labelled = (namespace: string, labels: object) => ({
  ...deployment(),
  metadata: { name: 'api', namespace, labels },
});

describeRule(validEnvironmentLabel, {
  passes: {
    'the same': [labelled('shop-prod', { environment: 'production' })],
    'a namespace without an environment': [labelled('shop', { environment: 'production' })],
    'a word that is no environment': [labelled('shop-prod', { environment: 'blue' })],
    'a word that may mean something else': [labelled('dev-tools', { env: 'prod' })],
  },
  fails: {
    another: [[labelled('shop-prod', { environment: 'staging' })], ['metadata.labels[environment]']],
    'another on the Pods': [
      [{ ...labelled('staging', {}), spec: { template: { metadata: { labels: { env: 'prod' } } } } }],
      ['spec.template.metadata.labels[env]'],
    ],
  },
});
