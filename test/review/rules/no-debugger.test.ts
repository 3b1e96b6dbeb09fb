import { noDebugger } from '../../../review/rules/no-debugger';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

describeRule(noDebugger, {
  passes: {
    'a debugger for this Pod alone': [deployment({ command: ['node', '--inspect=127.0.0.1:9229', 'main.js'] })],
    'no debugger': [deployment({ env: [{ name: 'JAVA_TOOL_OPTIONS', value: '-Xmx256m' }] })],
  },
  fails: {
    'a variable': [
      [
        deployment({
          env: [
            {
              name: 'JAVA_TOOL_OPTIONS',
              value: '-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=*:5005',
            },
          ],
        }),
      ],
      [`${CONTAINER}.env[0].value`],
    ],
    'the command': [[deployment({ command: ['node', '--inspect=0.0.0.0:9229', 'main.js'] })], [`${CONTAINER}.command`]],
  },
});
