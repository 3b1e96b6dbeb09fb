import { noInteractiveTerminal } from '../../../review/rules/no-interactive-terminal';
import { CONTAINER, pod } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

describeRule(noInteractiveTerminal, {
  passes: {
    neither: [deployment()],
    'a Pod to look around': [pod({ stdin: true, tty: true })],
  },
  fails: {
    both: [[deployment({ stdin: true, tty: true })], [`${CONTAINER}.stdin`, `${CONTAINER}.tty`]],
  },
});
