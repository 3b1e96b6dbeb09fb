import { uniqueSelectors } from '../../../review/rules/unique-selectors';
import { job } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { named } from '../surroundings';

describeRule(uniqueSelectors, {
  passes: {
    'one owner': [deployment()],
    'two owners with labels of their own': [named('one'), named('other')],
    'another namespace': [deployment(), { ...deployment(), metadata: { name: 'other', namespace: 'office' } }],
    'the same object twice': [deployment(), deployment()],
    'a Job with the labels': [deployment(), job()],
  },
  fails: {
    'one selector for two': [
      [deployment(), { ...deployment(), metadata: { name: 'other', namespace: 'shop' } }],
      ['spec.selector', 'spec.selector'],
    ],
    'one selector within another': [[deployment(), named('other')], ['spec.selector']],
  },
});
