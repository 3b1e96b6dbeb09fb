import { requireTimeZone } from '../../../review/rules/require-time-zone';
import { describeRule } from '../rule-cases';
import { cronJob } from '../surroundings';

describeRule(requireTimeZone, {
  passes: {
    'a time zone': [cronJob()],
    'every hour': [cronJob({ schedule: '15 * * * *', timeZone: undefined })],
    'every few minutes': [cronJob({ schedule: '*/5 * * * *', timeZone: undefined })],
    'a schedule that cannot be read': [cronJob({ schedule: 'at night', timeZone: undefined })],
  },
  fails: {
    'a time of day': [[cronJob({ timeZone: undefined })], ['spec.timeZone']],
    midnight: [[cronJob({ schedule: '@daily', timeZone: undefined })], ['spec.timeZone']],
  },
});
