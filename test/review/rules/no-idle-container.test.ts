import { noIdleContainer } from '../../../review/rules/no-idle-container';
import { after, beside, pod, POD } from '../kinds';
import { describeRule } from '../rule-cases';

const runs = (...command: string[]) => [beside({ command })];

describeRule(noIdleContainer, {
  passes: {
    work: runs('sh', '-c', 'while true; do work; sleep 10; done'),
    'what the image starts': [beside({})],
    'a Pod to look around': [pod({ command: ['sleep', 'infinity'] })],
    'an init container': [after({ command: ['sleep', '100'] })],
  },
  fails: {
    sleep: [runs('sleep', 'infinity'), [`${POD}.containers[1].command`]],
    'an hour': [runs('/bin/sh', '-c', 'sleep 3600'), [`${POD}.containers[1].command`]],
    'tail of nothing': [runs('tail', '-f', '/dev/null'), [`${POD}.containers[1].command`]],
    'a loop that sleeps': [runs('sh', '-c', 'while true; do sleep 30; done;'), [`${POD}.containers[1].command`]],
  },
});
