import { noMixedService } from '../../../review/rules/no-mixed-service';
import { job, service } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { named } from '../surroundings';

describeRule(noMixedService, {
  passes: {
    'one program': [deployment(), service()],
    'a canary of the same program': [
      named('stable'),
      named('canary', { image: 'registry.example.com/shop/api:v1.5.0' }),
      service(),
    ],
    'members of a cluster': [
      named('one'),
      named('other', { image: 'registry.example.com/other:v1' }),
      service({ clusterIP: 'None' }),
    ],
    'a Job': [deployment(), job({ image: 'registry.example.com/other:v1' }), service()],
  },
  fails: {
    'two programs': [
      [named('one'), named('other', { image: 'registry.example.com/other:v1' }), service()],
      ['spec.selector'],
    ],
  },
});
