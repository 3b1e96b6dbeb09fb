import type { FieldPath } from '../../lib/kube/field-path';
import { commandPath, scriptOf } from '../knowledge/script';
import type { ContainerRule } from '../rule';

/** A debugger that listens runs whatever it is told. */
export const noDebugger: ContainerRule = {
  id: 'no-debugger',
  about: 'container',
  severity: 'error',
  title: 'No debugger listens on the network',
  consequence: 'Everybody who can reach the Pod can run code in it, as its user and with its credentials.',
  fix: 'Start the program without its debugger; to debug, forward a port that listens on 127.0.0.1.',
  see: 'https://kubernetes.io/docs/tasks/access-application-cluster/port-forward-access-application-cluster/',
  *check(reviewed) {
    const texts: (readonly [FieldPath, string])[] = [
      [commandPath(reviewed), scriptOf(reviewed)],
      ...(reviewed.container.env ?? []).map(
        ({ value = '' }, position) => [reviewed.path.child('env').index(position).child('value'), value] as const,
      ),
    ];
    for (const [path, text] of texts) {
      const [option] = DEBUGGERS.flatMap((shape) => shape.exec(text) ?? []);
      if (option !== undefined) yield { path, found: `\`${option}\` lets a debugger listen for everybody.` };
    }
  },
};

const DEBUGGERS = [
  /-agentlib:jdwp=\S*address=(\*|0\.0\.0\.0):\d+/,
  /--inspect(-brk)?=0\.0\.0\.0\S*/,
  /\bdlv\b.*--headless.*--listen=(0\.0\.0\.0)?:\d+/,
  /\bdebugpy\s+--listen\s+0\.0\.0\.0\S*/,
];
