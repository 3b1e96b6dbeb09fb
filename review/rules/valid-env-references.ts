import { commandLineOf, programOf } from '../../lib/kube/command-line';
import { commandPath } from '../knowledge/script';
import type { Fault, ContainerRule } from '../rule';
import type { ReviewedContainer } from '../workload';

/** A reference that leads nowhere is passed on as it is written. */
export const validEnvReferences: ContainerRule = {
  id: 'valid-env-references',
  about: 'container',
  severity: 'warning',
  title: 'References to variables lead somewhere',
  consequence: 'The program gets the text `$(NAME)` itself for its host, path or password.',
  fix: 'Define the variable above the one that uses it, or write `$$(NAME)` where the text itself is meant.',
  see: 'https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/',
  *check(reviewed) {
    const { container, path } = reviewed;
    const all = new Set((container.env ?? []).map(({ name }) => name));
    const before = new Set<string>();
    for (const [position, { name, value = '' }] of (container.env ?? []).entries()) {
      for (const asked of referencesIn(value)) {
        const isLater = all.has(asked) && asked !== name;
        if (before.has(asked) || (!isLater && isFromElsewhere(asked, reviewed))) continue;
        yield {
          path: path.child('env').index(position).child('value'),
          found: `\`${name}\` refers to \`$(${asked})\`, which is ${isLater ? 'defined after it' : 'not defined'}.`,
        };
      }
      before.add(name);
    }
    yield* inCommand(reviewed, all);
  },
};

function* inCommand(reviewed: ReviewedContainer, known: ReadonlySet<string>): Iterable<Fault> {
  const line = commandLineOf(reviewed.container);
  // In a shell `$(name)` runs a command.
  if (/^(sh|ash|bash|dash|zsh|ksh)$/.test(programOf(line))) return;
  for (const asked of new Set(line.flatMap(referencesIn))) {
    if (known.has(asked) || isFromElsewhere(asked, reviewed) || asked !== asked.toUpperCase()) continue;
    yield { path: commandPath(reviewed), found: `The command line refers to \`$(${asked})\`, which is not defined.` };
  }
}

/** Names that a ConfigMap, a Secret or a Service of the cluster may bring. */
function isFromElsewhere(name: string, { container }: ReviewedContainer): boolean {
  return (container.envFrom ?? []).length > 0 || /_SERVICE_(HOST|PORT)|_PORT(_\d+_(TCP|UDP).*)?$/.test(name);
}

/** `$$(NAME)` is a text. */
function referencesIn(text: string): readonly string[] {
  return [...text.replaceAll('$$', '').matchAll(/\$\(([A-Za-z_][A-Za-z0-9_.-]*)\)/g)].map(([, name = '']) => name);
}
