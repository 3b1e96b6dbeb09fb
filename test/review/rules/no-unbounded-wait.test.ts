import { noUnboundedWait } from '../../../review/rules/no-unbounded-wait';
import { after, job, POD } from '../kinds';
import { soundContainer } from '../objects';
import { describeRule } from '../rule-cases';

const script = (text: string) => [after({ command: ['sh', '-c', text] })];

describeRule(noUnboundedWait, {
  passes: {
    'a bound from outside': [
      after({ command: ['timeout', '120', 'sh', '-c', 'until nc -z db 5432; do sleep 2; done'] }),
    ],
    'a bound by counting': script('i=0; until nc -z db 5432; do i=$((i+1)); [ $i -lt 60 ] || exit 1; sleep 2; done'),
    'a list': script('for i in 1 2 3; do nc -z db 5432 && exit 0; sleep 2; done; exit 1'),
    'lines that are read': script('cat list | while read line; do fetch $line; sleep 1; done'),
    'a deadline of the Job': [
      job(
        {},
        {
          initContainers: [
            {
              ...soundContainer(),
              name: 'wait',
              readinessProbe: undefined,
              command: ['sh', '-c', 'until nc -z db 5432; do sleep 2; done'],
            },
          ],
        },
        { activeDeadlineSeconds: 600 },
      ),
    ],
  },
  fails: {
    'a loop that waits for a port': [
      script('until nc -z db 5432; do echo waiting; sleep 2; done'),
      [`${POD}.initContainers[0].command`],
    ],
    'a loop over several lines': [
      script('while ! curl -sf http://db/ready\ndo\n  sleep 2\ndone\n'),
      [`${POD}.initContainers[0].command`],
    ],
  },
});
