import { commandLineOf, neverEnds } from '../../lib/kube/command-line';
import { codeOf, commandPath } from '../knowledge/script';
import type { ContainerRule } from '../rule';

/** Waiting without an end hides what is missing. */
export const noUnboundedWait: ContainerRule = {
  id: 'no-unbounded-wait',
  about: 'container',
  severity: 'warning',
  title: 'Init containers give up in the end',
  consequence:
    'When what is waited for never comes, the Pod stays in `Init` for ever, without a failure that anybody is told of.',
  fix: 'Bound the loop, as with `timeout 120 sh -c "until …; do sleep 2; done"`, so that the container fails and says why.',
  see: 'https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#init-containers-in-use',
  *check(reviewed, { entity }) {
    if (reviewed.role !== 'init' || neverEnds(commandLineOf(reviewed.container))) return;
    const code = codeOf(reviewed);
    const [loop] = LOOP.exec(code) ?? [];
    if (loop === undefined || BOUND.test(code)) return;
    if (entity.read('spec', 'activeDeadlineSeconds') !== undefined) return;
    yield { path: commandPath(reviewed), found: `The loop \`${shortened(loop)}\` has no end of its own.` };
  },
};

/** A loop that waits: one that reads lines ends with them. */
const LOOP = /\b(until|while)\b(?!\s+(IFS=\S*\s+)?read\b)[\s\S]*?\bdo\b[\s\S]*?\bsleep\b/;
const BOUND = /\btimeout\b|\bbreak\b|\bexit\s+[1-9$]|\bseq\b|\s-(lt|le|gt|ge|eq)\s|\$\(\(|\bSECONDS\b|--max-time-total/;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
