import { review } from '../../../review';
import { noDeafShell } from '../../../review/rules/no-deaf-shell';
import { after, CONTAINER, job, ofPod, POD, type Fields } from '../kinds';
import { deployment, soundContainer, sources } from '../objects';
import { describeRule } from '../rule-cases';

const running = (script: string, container: Fields = {}) =>
  deployment({ command: ['/bin/sh', '-c'], args: [script], ...container });
const bash = (script: string) => deployment({ command: ['bash', '-ec', script] });
const [command] = [[`${CONTAINER}.command`]];
const loop = 'while true; do sync-files; sleep 5; done';

describeRule(noDeafShell, {
  passes: {
    'no shell': [deployment({ command: ['server', '--port', '8080'] })],
    'one command, which most shells run in their own place': [running('server --port 8080')],
    'the last of several': [running('prepare && migrate\nserver --port 8080\n')],
    'a pipe before it': [running('cat settings | grep -v "#" > /tmp/settings; server')],
    'exec, whatever follows': [running('prepare; exec server | tee /tmp/log')],
    'a shell that passes signals on': [running("trap 'kill $child' TERM; server & child=$!; wait $child")],
    'an init process': [deployment({ command: ['tini', '--', 'sh', '-c', 'server | tee /tmp/log'] })],
    'an entrypoint that nobody sees': [deployment({ args: ['sh', '-c', 'server | tee /tmp/log'] })],
    'a hook that ends the program': [
      running('server | tee /tmp/log', { lifecycle: { preStop: { exec: { command: ['pkill', 'server'] } } } }),
    ],
    'processes in common': [
      ofPod({
        shareProcessNamespace: true,
        containers: [{ ...soundContainer(), command: ['sh', '-c', 'server | tee /tmp/log'] }],
      }),
    ],
    'a Job': [job({ command: ['sh', '-c', 'work | tee /tmp/log'] })],
    'an init container': [after({ command: ['sh', '-c', 'prepare | tee /tmp/log'] })],
    'a loop that ends': [running('until ready; do sleep 2; done')],
    'a loop that only sleeps, which has a rule of its own': [running('while true; do sleep 5; done')],
    'a loop that is left': [running('while true; do ready && break; sleep 2; done')],
    'a condition, of which other shells run the last command in their own place': [
      running('if [ -n "$DEBUG" ]; then server --debug; else server; fi'),
    ],
    'a pipe in quotes': [running('server --filter "a | b" --other \'c || d\'')],
    'a pipe in a substitution': [running('server --zone "$(zone | cut -d: -f1)" --node `node | head -1`')],
    'a pipe in a here document': [running('cat > /tmp/settings <<EOF\na | b\nEOF\nserver')],
    'what no shell can read': [running('server | tee "/tmp/log')],
    'a program in the background that is forgotten': [running('server &')],
    'no grace at all': [
      deployment({ command: ['sh', '-c', 'server | tee /tmp/log'] }, { terminationGracePeriodSeconds: 1 }),
    ],
    'bash with one command': [bash('server --port 8080')],
  },
  fails: {
    'a pipe': [[running('server 2>&1 | tee /tmp/log')], command],
    'a pipe after other commands': [[running('prepare\nserver | tee /tmp/log\n')], command],
    'an answer to its failure': [[running('server || exit 1')], command],
    'a program in the background': [[running('helper & server & wait')], command],
    'a program behind a tail': [[running('server & tail -f /tmp/log')], command],
    'a hook that only waits': [
      [running('server | tee /tmp/log', { lifecycle: { preStop: { exec: { command: ['sleep', '5'] } } } })],
      command,
    ],
    'a loop': [[running(loop)], command],
    'a sidecar': [
      [after({ restartPolicy: 'Always', command: ['sh', '-c', loop] })],
      [`${POD}.initContainers[0].command`],
    ],
    'bash with its output redirected': [[bash('server > /tmp/log')], command],
    'bash with a condition': [[bash('if true; then server; fi')], command],
    'the shell of Debian, which never gives its place away': [
      [running('server --port 8080', { image: 'registry.example.com/shop/api:v1.4.2-bookworm' })],
      command,
    ],
  },
});

test.each([
  ['server | tee /tmp/log', 'warning'],
  [loop, 'info'],
])('%s is of severity %s', (script, severity) => {
  const { findings } = review(sources(running(script)), { rules: [noDeafShell] });
  expect(findings.map((each) => each.severity)).toEqual([severity]);
});
