import type { PodSpec } from '../../kube/api/pod';
import { containersOf } from '../../kube/containers';
import type { ProblemList } from '../../kube/problem-list';

/** Mounts say where they are from the root: a path without it is most often a volume's name in the wrong place. */
export function requireAbsoluteMountPaths(spec: PodSpec, list: ProblemList): void {
  for (const { container, path } of containersOf(spec)) {
    for (const [position, { name = '', mountPath = '' }] of (container.volumeMounts ?? []).entries()) {
      if (mountPath === '' || ABSOLUTE.test(mountPath)) continue;
      const meant = ABSOLUTE.test(name) ? `{ '${name}': '${mountPath}' }: path first, then volume` : `"/${mountPath}"`;
      const field = path.child('volumeMounts').index(position).child('mountPath');
      list.invalid('relative-mount-path', field, mountPath, `is no absolute path; did you mean ${meant}?`, OURS);
    }
  }
}

/** From the root of Linux, of a drive of Windows, or a named pipe there. */
const ABSOLUTE = /^(\/|[a-zA-Z]:|\\\\)/;
const OURS = { ours: true } as const;
