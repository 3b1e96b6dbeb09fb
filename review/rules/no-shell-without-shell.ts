import { isDistroless } from '../knowledge/image-shell';
import { needsShell } from '../knowledge/script';
import { hooksOf, probesOf } from '../knowledge/probes';
import type { ContainerRule } from '../rule';

/** A distroless image holds the program and nothing else. */
export const noShellWithoutShell: ContainerRule = {
  id: 'no-shell-without-shell',
  about: 'container',
  severity: 'error',
  title: 'Distroless images are not asked for a shell',
  consequence: 'The command cannot be started, so that the probe or the hook fails every time.',
  fix: 'Ask with `httpGet`, `grpc` or `sleep`, or with a program that the image holds.',
  see: 'https://github.com/GoogleContainerTools/distroless#debug-images',
  *check(reviewed) {
    const { container, path } = reviewed;
    if (!isDistroless(container.image)) return;
    const commands = [
      [path.child('command'), container.command] as const,
      ...probesOf(reviewed).map(
        ({ path: at, probe }) => [at.child('exec').child('command'), probe.exec?.command] as const,
      ),
      ...hooksOf(reviewed).map(
        ({ path: at, hook }) => [at.child('exec').child('command'), hook.exec?.command] as const,
      ),
    ];
    for (const [at, command] of commands) {
      if (!needsShell(command)) continue;
      yield { path: at, found: `\`${container.image ?? ''}\` has no \`${command?.[0] ?? ''}\`.` };
    }
  },
};
