import { environmentReferencesOf } from '../../knowledge/references';
import { isWindows } from '../../knowledge/role';
import { userOf } from '../../knowledge/user';
import { nameOf } from '../../report/subject';
import { code, names, sentences } from '../../report/words';
import { referenceCauses } from '../causes/references';
import { cause, type Cause } from '../cause';
import type { Scene } from '../scene';
import type { Chapter } from '../state';

/** The kubelet cannot put together what the container is to be run with. */
export const createContainerConfigError: Chapter = {
  state: 'CreateContainerConfigError',
  aliases: [],
  meaning: () =>
    sentences(
      'a reason why a container waits: its image is there, and the kubelet cannot put together its variables, mounts or user',
      'nothing has run, so there are no logs; the kubelet tries again by itself, and starts the container as soon as what was missing is there',
    ),
  causes: (scene) => [
    ...referenceCauses(environmentReferencesOf(scene.subject.workload), scene),
    ...fileCauses(scene),
    ...rootCauses(scene),
    ...expressionCauses(scene),
  ],
};

/** Variables that are read from a file, which an init container has to write. */
function fileCauses(scene: Scene): Cause[] {
  const containers = scene.subject.workload.containers.filter(({ role }) => role !== 'ephemeral');
  return containers.flatMap((placed) =>
    (placed.container.env ?? []).flatMap(({ name, valueFrom }, position) => {
      const file = valueFrom?.fileKeyRef;
      if (file === undefined || file.optional === true) return [];
      const text = `no container before ${code(nameOf(placed))} has written key ${code(file.key)} to ${code(file.path)} in volume ${code(file.volumeName)}, from which it takes ${code(name)}`;
      return [cause('likely', text, placed.path.child('env').index(position), scene.warnings)];
    }),
  );
}

/** Whose image runs as root, or says its user by a name, is refused where root is. */
function rootCauses(scene: Scene): Cause[] {
  const { spec, workload } = scene.subject;
  if (isWindows(workload)) return [];
  const concerned = workload.containers.filter(({ container, role }) => {
    const nonRoot = container.securityContext?.runAsNonRoot ?? spec.securityContext?.runAsNonRoot;
    return role !== 'ephemeral' && nonRoot === true;
  });
  const asRoot = concerned.filter((each) => userOf(each, workload).id === 0);
  const byImage = concerned.filter((each) => userOf(each, workload).id === undefined);
  const field = (each: (typeof concerned)[number]) =>
    (each.container.securityContext?.runAsNonRoot === undefined ? workload.specPath : each.path)
      .child('securityContext')
      .child('runAsNonRoot');
  const [first] = byImage;
  return [
    ...asRoot.map((each) =>
      cause(
        'certain',
        `${code(nameOf(each))} is told to run as user 0 and not to run as root`,
        field(each),
        scene.warnings,
      ),
    ),
    ...(first === undefined
      ? []
      : [
          cause(
            'likely',
            `the image of ${names(byImage.map(nameOf), 'or')} runs as root, or says its user by a name instead of a number: \`runAsNonRoot\` refuses both`,
            field(first),
            scene.warnings,
          ),
        ]),
  ];
}

function expressionCauses(scene: Scene): Cause[] {
  return scene.subject.workload.containers.flatMap(({ container, path, role }) =>
    (container.volumeMounts ?? []).flatMap(({ mountPath, subPathExpr = '' }, position) =>
      subPathExpr === '' || role === 'ephemeral'
        ? []
        : [
            cause(
              'possible',
              `a variable in ${code(subPathExpr)} is not set, so that nothing can be mounted at ${code(mountPath)}`,
              path.child('volumeMounts').index(position).child('subPathExpr'),
              scene.warnings,
            ),
          ],
    ),
  );
}
