import { noFrequentSchedule } from '../../../review/rules/no-frequent-schedule';
import { describeRule } from '../rule-cases';
import { cronJob } from '../surroundings';

describeRule(noFrequentSchedule, {
  passes: {
    'every night': [cronJob()],
    'every five minutes': [cronJob({ schedule: '*/5 * * * *' })],
    'each minute of one hour': [cronJob({ schedule: '* 3 * * *' })],
    'a schedule that is switched off': [cronJob({ schedule: '* * * * *', suspend: true })],
  },
  fails: {
    'every minute': [[cronJob({ schedule: '* * * * *' })], ['spec.schedule']],
    'every minute, in other words': [[cronJob({ schedule: '*/1 * * * *' })], ['spec.schedule']],
    'an interval': [[cronJob({ schedule: '@every 30s' })], ['spec.schedule']],
  },
});
