import { neverEnds, commandLineOf } from '../../lib/kube/command-line';
import { codeOf, commandPath } from '../knowledge/script';
import type { ContainerRule } from '../rule';

/** `tail -f` holds on to a file that is no longer the log. */
export const noTailByDescriptor: ContainerRule = {
  id: 'no-tail-by-descriptor',
  about: 'container',
  severity: 'warning',
  title: 'Files are followed by their name',
  consequence: 'If the file is not there yet the helper exits, and after the first rotation it shows nothing any more.',
  fix: 'Write `tail -F`, which waits for the file and follows its name.',
  see: 'https://kubernetes.io/docs/concepts/cluster-administration/logging/#streaming-sidecar-container',
  *check(reviewed, { isFinite }) {
    if ((reviewed.role === 'init' || isFinite) && neverEnds(commandLineOf(reviewed.container))) return;
    const [command] =
      codeOf(reviewed)
        .match(/(?<![-.\w])tail\b(?:>&|[^|;&\n])*/g)
        ?.filter(followsDescriptor) ?? [];
    if (command === undefined) return;
    yield { path: commandPath(reviewed), found: `The container runs \`${command.trim()}\`.` };
  },
};

/** Where the output goes says nothing of the file that is followed. */
const REDIRECTION = /\d?>>?\s*\S+/g;

function followsDescriptor(written: string): boolean {
  const command = written.replace(REDIRECTION, '');
  if (/\/dev\/null|\s--retry\b|\s-[a-z0-9]*F|--follow=name/.test(command)) return false;
  return /\s-[a-z0-9]*f\b|\s--follow\b/.test(command);
}
