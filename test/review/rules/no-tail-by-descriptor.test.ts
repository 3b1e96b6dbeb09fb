import { noTailByDescriptor } from '../../../review/rules/no-tail-by-descriptor';
import { beside, job, POD } from '../kinds';
import { describeRule } from '../rule-cases';

const runs = (command: string[]) => [beside({ command })];

describeRule(noTailByDescriptor, {
  passes: {
    'tail -F': runs(['tail', '-n', '+1', '-F', '/logs/app.log']),
    'tail of nothing, which another rule is about': runs(['tail', '-f', '/dev/null']),
    'what a Job waits for in vain, which is refused': [job({ command: ['tail', '-f', '/logs/app.log'] })],
    'tail of nothing, whose output goes to a file': runs(['sh', '-c', 'tail -f /dev/null > /logs/none']),
    'an option of another program': runs(['sh', '-c', 'exec train --tail -f 2>&1']),
    'no tail': runs(['cat', '-f']),
  },
  fails: {
    'tail -f': [runs(['tail', '-n+1', '-f', '/logs/app.log']), [`${POD}.containers[1].command`]],
    'in a shell': [runs(['sh', '-c', 'touch /logs/a; exec tail -f /logs/a']), [`${POD}.containers[1].command`]],
    'whose errors go nowhere': [runs(['sh', '-c', 'tail -f /logs/a 2>/dev/null']), [`${POD}.containers[1].command`]],
  },
});
