import { ACCEPT } from './acceptance';
import type { Severity } from './finding';
import type { Rule } from './rule';

/** The rules as a page of Markdown: the ones with most at stake first, in the order in which they are given. */
export function rulesPage(rules: readonly Rule[]): string {
  const parts = SEVERITIES.flatMap(([severity, title, meaning]) => {
    const own = rules.filter((rule) => rule.severity === severity);
    return own.length === 0 ? [] : [`## ${title}`, meaning, ...own.map(entryOf)];
  });
  return `${[HEAD, countOf(rules), HOW, ...parts].join('\n\n')}\n`;
}

const SEVERITIES: readonly (readonly [severity: Severity, title: string, meaning: string])[] = [
  ['error', 'Errors', 'What loses traffic, data or the border between containers and nodes sooner or later.'],
  ['warning', 'Warnings', 'What does so under load, at the next rollout, or when something else fails.'],
  ['info', 'Worth a look', 'What may be meant, and what a reviewer should know of.'],
];

const HEAD = `# Rules of the review

<!-- Written from review/rules: edit those, not this page. -->

A rule speaks of what an API server accepts and a reviewer should look at all the same; what the server refuses is a
problem, and comes from \`podwright validate\`.`;

const HOW = `## To accept a finding

Say why: in the code, with an exception beside the field, as [exceptions](exceptions.md) are written; or in YAML that
somebody else writes, with an annotation on the object or on its Pod template:

\`\`\`text
metadata:
  annotations:
    ${ACCEPT}no-floating-tag: "api: the vendor has no other tag (owner shop, until 2027-03-31)"
\`\`\`

The name of a container before the reason is for that container alone. What has ended is a finding again. A rule that is
**binding** takes no acceptance.`;

function countOf(rules: readonly Rule[]): string {
  const counts = SEVERITIES.map(([severity]) => rules.filter((rule) => rule.severity === severity).length);
  const [errors = 0, warnings = 0, infos = 0] = counts;
  return `There are ${rules.length}: ${errors} for errors, ${warnings} for warnings, ${infos} for what is worth a look. Where more or
less is at stake, a single finding may be of another severity than its rule.`;
}

function entryOf({ binding, consequence, fix, id, see, title }: Rule): string {
  const lines = [
    `- If not: ${consequence}`,
    `- Instead: ${fix}`,
    ...(binding === true ? ['- Binding: nobody can accept it.'] : []),
    `- See <${see}>`,
  ];
  return `### ${id}\n\n${title}.\n\n${lines.join('\n')}`;
}
