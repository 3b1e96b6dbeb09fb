import { programOf } from '../../lib/kube/command-line';
import { tryImage } from '../../lib/kube/image';
import { commandsOf, type ShellCommand } from '../knowledge/shell';
import { hooksOf } from '../knowledge/probes';
import { isLongRunning, isRunning, isWindows } from '../knowledge/role';
import { commandPath } from '../knowledge/script';
import { code } from '../report/words';
import type { ContainerRule } from '../rule';
import type { ReviewedContainer, Workload } from '../workload';

/** The first process of a container gets the stop signal, and a shell keeps it to itself. */
export const noDeafShell: ContainerRule = {
  id: 'no-deaf-shell',
  about: 'container',
  severity: 'warning',
  title: 'A shell gives its place to the program that it starts',
  consequence:
    'SIGTERM reaches the shell alone, which ignores it as the first process: the program is not told to stop, and is killed in the middle of its work when the grace period is over.',
  fix: 'Write `exec` before the program, or let the shell pass the signal on with `trap` and `wait`.',
  see: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination-flow',
  *check(reviewed, workload) {
    if (!isRunning(reviewed) || !isLongRunning(workload) || isStoppedOtherwise(reviewed, workload)) return;
    const call = shellCallOf(reviewed);
    if (call === undefined || HANDS_OVER.test(call.script)) return;
    const commands = commandsOf(call.script) ?? [];
    const child = childOf(commands, call.shell);
    if (child === undefined) return;
    const isOwnLoop = LOOP.test(child.word);
    yield {
      path: commandPath(reviewed),
      ...(isOwnLoop && {
        severity: 'info',
        consequence:
          'The shell ignores SIGTERM as the first process: the container takes the whole grace period to stop, and is killed in the middle of a round.',
        fix: "Begin the script with `trap 'exit 0' TERM`, and write `sleep 5 & wait $!` for `sleep 5`, so that the signal is heard at once.",
      }),
      found: `\`${call.shell}\` stays the first process and waits for ${code(shortened(child.text))}.`,
    };
  },
};

interface ShellCall {
  readonly shell: string;
  readonly script: string;
}

/** The script that a shell was called with as the container's own command; an entrypoint of the image may be anything. */
function shellCallOf({ container: { args = [], command = [], image } }: ReviewedContainer): ShellCall | undefined {
  const shell = programOf(command);
  if (!/^(sh|ash|bash|dash)$/.test(shell)) return undefined;
  const words = [...command, ...args];
  const flag = words.findIndex((word) => /^-[a-z]*c$/.test(word));
  const script = flag < 0 ? undefined : words.slice(flag + 1).find((word) => !word.startsWith('-'));
  if (script === undefined) return undefined;
  return { shell: shell === 'sh' && DEBIAN.test(tryImage(image ?? '')?.tag ?? '') ? 'dash' : shell, script };
}

/** The command that the shell stays for; undefined where it may put the last one in its own place, or ends. */
function childOf(commands: readonly ShellCommand[], shell: string): ShellCommand | undefined {
  const last = commands.at(-1);
  const before = commands.at(-2);
  if (last === undefined || last.then === '&') return undefined;
  if (before?.then === '|') return firstOfPipe(commands);
  if (before?.then === '||' && ENDS.has(last.word)) return ENDS.has(before.word) ? undefined : before;
  const inBackground = commands.find(({ then }) => then === '&');
  if (inBackground !== undefined && WAITS.test(last.text)) return inBackground;
  if (LOOP.test(last.word)) return isEndless(last.text) ? last : undefined;
  if (ENDS.has(last.word) || WAITS.test(last.text)) return undefined;
  if (shell === 'dash') return last;
  return shell === 'bash' && (last.isRedirected || COMPOUND.has(last.word)) ? last : undefined;
}

function firstOfPipe(commands: readonly ShellCommand[]): ShellCommand | undefined {
  const rest = commands.slice(0, -1);
  const start = rest.map(({ then }) => then === '|').lastIndexOf(false) + 1;
  const first = rest[start];
  return first === undefined || ENDS.has(first.word) ? undefined : first;
}

/** A hook may end the program in its own way; in a shared namespace the shell is not the first process. */
function isStoppedOtherwise(reviewed: ReviewedContainer, workload: Workload): boolean {
  const { hostPID, shareProcessNamespace, terminationGracePeriodSeconds = 30 } = workload.spec;
  const isTold = hooksOf(reviewed).some(
    ({ hook, name }) =>
      name === 'preStop' && hook.sleep === undefined && !/^sleep\b/.test((hook.exec?.command ?? []).join(' ')),
  );
  return (
    isTold ||
    isWindows(workload) ||
    hostPID === true ||
    shareProcessNamespace === true ||
    terminationGracePeriodSeconds < 3
  );
}

function isEndless(loop: string): boolean {
  return ENDLESS.test(loop) && !/\b(break|exit|return)\b/.test(loop) && !SLEEPS.test(loop);
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** Scripts that know of the matter. */
const HANDS_OVER = /(^|[\s;&|({])(exec|trap|tini|dumb-init|s6-svscan|supervisord)\s/;
const LOOP = /^(while|until|for)$/;
const ENDLESS = /^(while\s+(true|:|\[\s*1\s*\]|sleep\s[^;&|\n]*)|until\s+false|for\s*\(\(\s*;\s*;\s*\)\))\s*(;|\n)/;
/** A loop that does nothing has a rule of its own. */
const SLEEPS = /\bdo\s+sleep\s+\S+\s*;?\s*done$/;
/** Commands that are no program, and end at once. */
const ENDS: ReadonlySet<string> = new Set(
  'exit true false : echo printf return cd export set sleep cat ls date'.split(' '),
);
const WAITS = /^(wait\b|sleep\s+inf|tail\s+(\S+\s+)*-[a-zA-Z]*[fF]\b)/;
const COMPOUND: ReadonlySet<string> = new Set(['if', 'case', '{', '(']);
/** Names of releases whose `sh` is dash, which never gives its place away unless it is told to. */
const DEBIAN = /(^|[-.])(buster|bullseye|bookworm|trixie|focal|jammy|noble)\b/;
