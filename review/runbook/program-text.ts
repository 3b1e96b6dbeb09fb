import { code } from '../report/words';
import type { ReviewedContainer } from '../workload';

/** What a container runs, as far as its YAML tells: `args` alone are those of a program that its image names. */
export function programText({ container }: ReviewedContainer): string {
  const { args = [], command = [] } = container;
  if (command.length > 0) return code([...command, ...args].join(' '));
  return args.length === 0 ? 'what its image starts' : `what its image starts, with ${code(args.join(' '))}`;
}
