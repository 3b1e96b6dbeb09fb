import { titleOf } from '../entity';
import type { ObjectVerification, Verification } from '../verify';
import { block, inline, plain } from './markdown-text';
import { fileAndLine } from './spoken';
import { factsText, isPlain, podText, SEVERITY_WORDS, uncomparedTexts, verifyCounts } from './verify-text';

/** How a verification is printed as Markdown. */
export interface VerifyMarkdownOptions {
  /** The heading of the whole. @default `What runs, and what Git says` */
  readonly title?: string;
}

/** Prints a verification as Markdown: the sum, what is not as Git says, and a line for all that is. */
export function printVerifyMarkdown(
  verification: Verification,
  { title = 'What runs, and what Git says' }: VerifyMarkdownOptions = {},
): string {
  const { objects, uncompared } = verification;
  const well = objects.filter(isPlain).map(({ object }) => plain(titleOf(object)));
  return block(
    `# ${inline(title)}`,
    `${inline(verifyCounts(verification))}.`,
    ...objects.filter((object) => !isPlain(object)).map(objectMarkdown),
    well.length > 0 && `As promised: ${well.join(', ')}.`,
    ...uncomparedTexts(uncompared).map(inline),
  );
}

const MARKS = { error: '❌ ', warning: '⚠️ ', info: '' };

function objectMarkdown({ expected, file, mismatches, object, pods, standing }: ObjectVerification): string {
  const place = file === undefined ? '' : ` (${plain(file)})`;
  const items = mismatches.map(({ hint, line, sentence, severity }) => {
    const where = file === undefined || line === undefined ? '' : ` (${plain(fileAndLine(file, line))})`;
    const more = hint === undefined ? '' : ` More: ${plain(hint)}.`;
    return `- ${MARKS[severity]}**${SEVERITY_WORDS[severity]}**: ${inline(sentence)}${where}${more}`;
  });
  return block(
    `## ${plain(titleOf(object))}: ${standing}${place}`,
    expected !== undefined && `Promised: ${inline(factsText(expected))}.`,
    pods.map((pod) => `- ${inline(podText(pod))}`).join('\n'),
    items.join('\n'),
  );
}
