import type { PlacedContainer } from '../../kube/containers';
import type { ProblemList } from '../../kube/problem-list';

/** Mounts say where they are from the root: a path without it is most often a volume's name in the wrong place. */
export function requireAbsoluteMountPaths(containers: readonly PlacedContainer[], list: ProblemList): void {
  for (const { container, path } of containers) {
    container.volumeMounts?.forEach(({ name, mountPath }, position) => {
      if (!mountPath || ABSOLUTE.test(mountPath)) return;
      const meant = ABSOLUTE.test(name) ? `{ '${name}': '${mountPath}' }: path first, then volume` : `"/${mountPath}"`;
      const field = path.child('volumeMounts').index(position).child('mountPath');
      list.invalid('relative-mount-path', field, mountPath, `is no absolute path; did you mean ${meant}?`, OURS);
    });
  }
}

/** From the root of Linux, of a drive of Windows, or a named pipe there. */
const ABSOLUTE = /^(\/|[a-zA-Z]:|\\\\)/;
const OURS = { ours: true } as const;
