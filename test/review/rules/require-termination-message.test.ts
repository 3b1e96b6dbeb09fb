import { requireTerminationMessage } from '../../../review/rules/require-termination-message';
import { CONTAINER, job } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

describeRule(requireTerminationMessage, {
  passes: {
    'the end of the log': [job({ terminationMessagePolicy: 'FallbackToLogsOnError' }, { restartPolicy: 'OnFailure' })],
    'failed Pods that stay': [job()],
    'a Deployment': [deployment()],
  },
  fails: {
    'retries in place': [[job({}, { restartPolicy: 'OnFailure' })], [`${CONTAINER}.terminationMessagePolicy`]],
  },
});
