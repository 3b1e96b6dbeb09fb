import { diff, type Topic } from '../../../review/diff';
import { sources } from '../objects';

/** What a change says, dangers marked; of some topics, or all. */
export function said(
  before: readonly unknown[],
  after: readonly unknown[],
  ...topics: readonly Topic[]
): readonly string[] {
  return diff(sources(...before), sources(...after))
    .objects.flatMap(({ consequences }) => consequences)
    .filter(({ topic }) => topics.length === 0 || topics.includes(topic))
    .map(({ weight, sentence }) => `${weight}: ${sentence}`);
}
