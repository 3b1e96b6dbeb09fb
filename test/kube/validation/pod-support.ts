import type { Container } from '../../../lib/kube/api/container';
import type { PodSpec } from '../../../lib/kube/api/pod';
import { FieldPath } from '../../../lib/kube/field-path';
import { ProblemList } from '../../../lib/kube/problem-list';
import type { PodContext } from '../../../lib/kube/validation/pod-scope';
import { validatePodSpec } from '../../../lib/kube/validation/pod-spec';

/** A Pod that every server takes: one container, one image. */
export const MINIMAL = { containers: [{ name: 'app', image: 'nginx:1.29' }] };

/** A part of a Pod or container as somebody may have written it: wrong words, missing fields. */
export type Part = Readonly<Record<string, unknown>>;

/** What the server says to the minimal Pod with a part added: `code Type path`, paths without the leading `spec`. */
export function ofPod(part: Part, context: Partial<PodContext> = {}): string[] {
  const problems = new ProblemList();
  const spec = { ...MINIMAL, ...part } as unknown as PodSpec;
  validatePodSpec(problems, spec, FieldPath.of('spec'), { version: '1.36', holder: 'pod', ...context });
  return problems.problems.map(({ code, type, path }) => `${code} ${type} ${path.replace(/^spec\.?/, '')}`);
}

/** What the server says to the minimal Pod with a part added to its container, paths from the container on. */
export function ofContainer(part: Part, context: Partial<PodContext> = {}, pod: Part = {}): string[] {
  const containers: Part[] = [{ ...MINIMAL.containers[0], ...part }];
  return ofPod({ ...pod, containers }, context).map((line) => line.replace('containers[0].', ''));
}

/** What the server says to a volume beside the minimal container, paths from the volume on. */
export function ofVolume(source: Part, context: Partial<PodContext> = {}): string[] {
  const volumes = [{ name: 'data', ...source }];
  return ofPod({ volumes }, context).map((line) => line.replace(/volumes\[0\]\.?/, ''));
}

/** The minimal container under another name. */
export function container(name: string, part: Part = {}): Part & Pick<Container, 'name'> {
  return { name, image: 'nginx:1.29', ...part };
}
