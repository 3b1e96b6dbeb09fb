import { effectiveTag, imageComplaint, tryImage, type ImageReference } from '../../../lib/kube/image';
import { listOf, fieldOf, textOf } from '../../entity';
import { isFilledInLater } from '../../knowledge/image-tag';
import { isOfficialImage } from '../../knowledge/official-images';
import { nameWord } from '../../knowledge/shell-word';
import { accountOf } from '../../knowledge/token';
import { kubectl } from '../../report/handles';
import { nameOf } from '../../report/subject';
import { code, names, sentences } from '../../report/words';
import type { ReviewedContainer } from '../../workload';
import { cause, type Cause } from '../cause';
import { clusterWide, type Scene } from '../scene';
import type { Chapter } from '../state';

/** The image cannot be had: its name, its registry or the right to pull it. */
export const imagePullBackOff: Chapter = {
  state: 'ImagePullBackOff',
  aliases: ['ErrImagePull', 'ErrImageNeverPull', 'InvalidImageName', 'ImageInspectError', 'RegistryUnavailable'],
  meaning: () =>
    sentences(
      'a reason why a container waits, and no phase: the phase is `Pending`, or `Running` where another container runs',
      '`ErrImagePull` is the failure itself, `ImagePullBackOff` the pause before the next try: 10 s, then 20 s, up to 5 min',
      'the event `Failed` quotes the registry: not found, unauthorized, too many requests, no route or no such host',
    ),
  causes: (scene) => {
    const uses = imagesOf(scene);
    return [
      ...uses.flatMap((use) => imageCauses(use, scene)),
      ...secretCauses(scene),
      ...loginCauses(uses, scene),
      ...hubCauses(uses, scene),
    ];
  },
};

/** An image with the containers that run it. */
interface ImageUse {
  readonly image: string;
  readonly parsed: ImageReference | undefined;
  readonly users: readonly ReviewedContainer[];
}

function imagesOf({ subject: { workload } }: Scene): ImageUse[] {
  const groups = new Map<string, ReviewedContainer[]>();
  for (const each of workload.containers) {
    const { image = '' } = each.container;
    if (each.role === 'ephemeral' || image === '' || isFilledInLater(image)) continue;
    groups.set(image, [...(groups.get(image) ?? []), each]);
  }
  return [...groups].map(([image, users]) => ({ image, parsed: tryImage(image), users }));
}

/** Whether a name without a registry leads to an image that Docker does not publish. */
function isUnknownToHub({ registry, repository }: ImageReference): boolean {
  const [, name] = /^library\/(.*)$/.exec(repository) ?? [];
  return registry === 'docker.io' && name !== undefined && !isOfficialImage(name);
}

function imageCauses({ image, parsed, users }: ImageUse, scene: Scene): Cause[] {
  const [first] = users;
  if (first === undefined) return [];
  const at = first.path.child('image');
  const who = `(${names(users.map(nameOf))})`;
  if (parsed === undefined)
    return [
      cause(
        'certain',
        `${code(image)} ${imageComplaint(image) ?? 'is no image'} ${who}, shown as \`InvalidImageName\``,
        at,
        scene.warnings,
      ),
    ];
  if (users.some(({ container }) => container.imagePullPolicy === 'Never')) {
    const text = `${code(image)} ${who} is never pulled: it is not on the node, shown as \`ErrImageNeverPull\``;
    return [
      cause(
        'likely',
        text,
        first.path.child('imagePullPolicy'),
        clusterWide('get node', 'NODE', '-o', 'jsonpath={range .status.images[*]}{.names}{"\\n"}{end}'),
      ),
    ];
  }
  return [cause('likely', existence(image, parsed, who), at, scene.warnings)];
}

function existence(image: string, parsed: ImageReference, who: string): string {
  const { digest, registry, repository } = parsed;
  if (isUnknownToHub(parsed)) {
    const text = `${code(image)} names no registry, so it is ${code(`docker.io/${repository}`)}, which Docker does not publish; only a node that holds it already can run it ${who}`;
    return text;
  }
  const what =
    digest === undefined
      ? `${code(repository)} with tag ${code(effectiveTag(parsed) ?? '')}`
      : `${code(repository)} with digest ${code(digest)}`;
  const where = /^(localhost|127\.0\.0\.1)(:|$)/.test(registry)
    ? `the node runs no registry at ${code(registry)}, or it has no`
    : `the node does not reach ${code(registry)}, or that has no`;
  return `${where} ${what} for its architecture ${who}`;
}

/** A Secret for pulling that is not there is passed over without a word: the pull itself then fails. */
function secretCauses(scene: Scene): Cause[] {
  const { around, spec, workload } = scene.subject;
  return (spec.imagePullSecrets ?? []).flatMap(({ name = '' }, position) => {
    if (name === '') return [];
    const secret = around.landscape.find('Secret', name, workload.entity);
    const type = textOf(secret?.read('type'));
    const path = workload.specPath.child('imagePullSecrets').index(position);
    const command = kubectl('get secret', scene.handles, nameWord(name, 'NAME'), '-o', 'jsonpath={.type}');
    if (secret !== undefined && !LOGINS.has(type)) {
      const text = `Secret ${code(name)} is of type ${code(type || 'Opaque')}: it is no login to a registry, and is passed over`;
      return [cause('certain', text, path, command)];
    }
    const where = secret === undefined ? 'is not there (it is not among these objects)' : 'has not been applied';
    return [
      cause(
        secret === undefined ? 'likely' : 'possible',
        `Secret ${code(name)} ${where}, has expired, or is for another registry: it is passed over, and the pull goes on without a login`,
        path,
        command,
      ),
    ];
  });
}

const LOGINS: ReadonlySet<string> = new Set(['kubernetes.io/dockerconfigjson', 'kubernetes.io/dockercfg']);

/** Nobody can tell from here whether a registry asks for a login; of these it is known that they do not. */
function loginCauses(uses: readonly ImageUse[], scene: Scene): Cause[] {
  const { around, spec, workload } = scene.subject;
  if ((spec.imagePullSecrets ?? []).length > 0) return [];
  const account = accountOf(workload);
  const entity = around.landscape.find('ServiceAccount', account, workload.entity);
  const own = listOf(entity?.read('imagePullSecrets')).map((secret) => textOf(fieldOf(secret, 'name')));
  if (own.length > 0) return [];
  const registries = [
    ...new Set(uses.flatMap(({ parsed }) => (parsed === undefined || isOpen(parsed) ? [] : parsed.registry))),
  ];
  if (registries.length === 0) return [];
  return [
    cause(
      'possible',
      `${names(registries, 'or')} asks for a login: the Pod has no \`imagePullSecrets\`, so it needs those of ServiceAccount ${code(account)} or a login of the node's own`,
      workload.specPath.child('imagePullSecrets'),
      kubectl('get serviceaccount', scene.handles, nameWord(account, 'ACCOUNT'), '-o', 'jsonpath={.imagePullSecrets}'),
    ),
  ];
}

function isOpen({ registry, repository }: ImageReference): boolean {
  return (
    OPEN.has(registry) ||
    (registry === 'docker.io' && repository.startsWith('library/')) ||
    /^(localhost|127\.0\.0\.1)(:|$)/.test(registry)
  );
}

const OPEN: ReadonlySet<string> = new Set(['registry.k8s.io', 'k8s.gcr.io', 'public.ecr.aws', 'mcr.microsoft.com']);

function hubCauses(uses: readonly ImageUse[], scene: Scene): Cause[] {
  const own = uses.filter(
    ({ parsed, users }) =>
      parsed?.registry === 'docker.io' &&
      !isUnknownToHub(parsed) &&
      users.some(({ container }) => container.imagePullPolicy !== 'Never'),
  );
  const [first] = own;
  const user = first?.users[0];
  if (user === undefined || (scene.subject.spec.imagePullSecrets ?? []).length > 0) return [];
  return [
    cause(
      'possible',
      `Docker Hub bounds pulls without a login by address, for all nodes behind it together (\`toomanyrequests\`): ${names(own.map(({ image }) => image))} ${own.length === 1 ? 'comes' : 'come'} from there`,
      user.path.child('image'),
      scene.warnings,
    ),
  ];
}
