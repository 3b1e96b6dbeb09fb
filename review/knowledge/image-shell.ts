import { tryImage } from '../../lib/kube/image';
import type { ReviewedContainer } from '../workload';
import { needsShell } from './script';

/** Whether an image holds its program and nothing else; its tags `debug` and `debug-nonroot` come with a shell. */
export function isDistroless(image = ''): boolean {
  return isCalled(image, DISTROLESS);
}

/** Whether an image holds a shell, as far as its name tells. */
export function shellInImage(image = ''): 'yes' | 'no' | 'unknown' {
  if (isCalled(image, SHELL_LESS)) return 'no';
  return isCalled(image, WITH_SHELL) ? 'yes' : 'unknown';
}

/** Whether a container has a shell, as far as its image's name and its own commands tell. */
export function shellOf({ container }: ReviewedContainer): 'yes' | 'no' | 'unknown' {
  const { command, image = '', livenessProbe, readinessProbe, startupProbe } = container;
  const byName = shellInImage(image);
  if (byName !== 'unknown') return byName;
  const commands = [command, ...[startupProbe, readinessProbe, livenessProbe].map((probe) => probe?.exec?.command)];
  return commands.some((each) => needsShell(each)) ? 'yes' : 'unknown';
}

const DISTROLESS = /(^|[/_.-])distroless([/_.-]|$)/;
const SHELL_LESS = /(^|[/_.-])(distroless|scratch|static)([/_.-]|$)/;
/** The images of whole systems, and tags that say which system an image is built on. */
const WITH_SHELL =
  /\/(alpine|bash|busybox|debian|ubuntu)\/[^/]*$|[-/](alpine|bookworm|bullseye|jammy|noble|trixie)[\d.]*$/;

function isCalled(image: string, name: RegExp): boolean {
  const parsed = tryImage(image);
  if (parsed === undefined || /(^|[-.])debug/.test(parsed.tag ?? '')) return false;
  return name.test(`${parsed.registry}/${parsed.repository}/${parsed.tag ?? ''}`);
}
