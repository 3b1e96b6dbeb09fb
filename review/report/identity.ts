import type { PodSpec } from '../../lib/kube/api/pod';
import { groupedBy } from '../../lib/kube/groups';
import { fieldOf, textOf, type Entity } from '../entity';
import type { ReviewedContainer } from '../workload';
import type { Answer } from './answer';
import { nameOf, type Subject } from './subject';
import { code, list, names, seconds, sentences } from './words';

/** As whom the Pods act: against the API server, and as processes on the node. */
export interface IdentityReport {
  readonly serviceAccount: string;
  /** Whether its token is mounted into the containers by default. */
  readonly mountsToken: boolean;
  /** The user and group of each container, as far as the spec says them. */
  readonly containers: readonly ContainerIdentity[];
}

/** As whom the processes of a container run. */
export interface ContainerIdentity {
  readonly container: string;
  /** Left out where the image decides. */
  readonly user?: number;
  readonly group?: number;
  /** Whether root is refused. */
  readonly nonRoot: boolean;
  readonly privileged: boolean;
}

/** As whom a workload acts. */
export function identityOf({ around, spec, workload }: Subject): IdentityReport {
  const serviceAccount = spec.serviceAccountName ?? 'default';
  const account = around.landscape.find('ServiceAccount', serviceAccount, workload.entity);
  const byAccount = account?.read('automountServiceAccountToken') !== false;
  return {
    serviceAccount,
    mountsToken: spec.automountServiceAccountToken ?? byAccount,
    containers: workload.containers.map((each) => containerIdentity(each, spec)),
  };
}

/** What identity does it use? */
export function identityAnswer(subject: Subject, identity: IdentityReport): Answer {
  const { spec } = subject;
  const isOpen = ({ nonRoot, user }: ContainerIdentity) =>
    user === undefined && !nonRoot && spec.os?.name !== 'windows';
  return {
    id: 'identity',
    question: 'What identity does it use?',
    sentences: sentences(
      accountText(subject, identity),
      rolesText(subject, identity),
      ...tokensText(spec),
      ...usersText(identity.containers, (each) => !isOpen(each)),
      groupsText(spec),
      ...hostText(spec, identity.containers),
    ),
    open: sentences(...usersText(identity.containers, isOpen).map((text) => `${text}; it may be root`)),
  };
}

function containerIdentity({ container, ...placed }: ReviewedContainer, spec: PodSpec): ContainerIdentity {
  const own = container.securityContext ?? {};
  const ofPod = spec.securityContext ?? {};
  const user = own.runAsUser ?? ofPod.runAsUser;
  const group = own.runAsGroup ?? ofPod.runAsGroup;
  return {
    container: nameOf({ ...placed, container }),
    ...(user !== undefined && { user }),
    ...(group !== undefined && { group }),
    nonRoot: own.runAsNonRoot ?? ofPod.runAsNonRoot ?? false,
    privileged: own.privileged === true,
  };
}

function accountText({ spec, workload }: Subject, { mountsToken, serviceAccount }: IdentityReport): string {
  const { namespace } = workload.entity.identity;
  const where = namespace === undefined ? '' : ` of namespace ${code(namespace)}`;
  const shared = serviceAccount === 'default' ? ', which every Pod there that names no other shares' : '';
  const none = hasTokenVolume(spec) ? 'no API token is mounted but by a volume' : 'no API token is mounted';
  const token = mountsToken ? 'its API token is mounted into every container' : none;
  const source = mountsToken && spec.automountServiceAccountToken === undefined ? ' (nothing switches it off)' : '';
  return `ServiceAccount ${code(serviceAccount)}${where}${shared}; ${token}${source}`;
}

/** Whether a volume brings a token for the API server, as programs do that want to say how long it holds. */
function hasTokenVolume({ volumes = [] }: PodSpec): boolean {
  return volumes.some(({ projected }) =>
    projected?.sources?.some(({ serviceAccountToken: token }) => token !== undefined && token.audience === undefined),
  );
}

function rolesText({ around, workload }: Subject, { serviceAccount }: IdentityReport): string | undefined {
  const bindings = around.bindingsOf(serviceAccount, workload.entity);
  if (bindings.length === 0) return undefined;
  return `the account has ${list(bindings.map(roleText))}`;
}

function roleText(binding: Entity): string {
  const role = binding.read('roleRef');
  const { kind, name } = binding.identity;
  const reach = kind === 'ClusterRoleBinding' ? ' in every namespace' : '';
  return `${textOf(fieldOf(role, 'kind')) || 'role'} ${code(textOf(fieldOf(role, 'name')))}${reach} (${kind} ${code(name)})`;
}

function tokensText({ volumes = [] }: PodSpec): string[] {
  return volumes.flatMap(({ name, projected }) =>
    (projected?.sources ?? []).flatMap(({ serviceAccountToken: token }) => {
      if (token === undefined) return [];
      const audience = token.audience === undefined ? 'the API server' : code(token.audience);
      return [
        `volume ${code(name)} holds a token for ${audience} that is renewed within ${seconds(token.expirationSeconds ?? 3600)}`,
      ];
    }),
  );
}

/** Containers with the same answer share a sentence. */
function usersText(
  containers: readonly ContainerIdentity[],
  isAsked: (container: ContainerIdentity) => boolean,
): string[] {
  return [...groupedBy(containers.filter(isAsked), userText)].map(([text, members]) => {
    const isAll = members.length === containers.length && members.length > 1;
    return `${isAll ? 'all containers' : names(members.map(({ container }) => container))} ${members.length === 1 ? 'runs' : 'run'} ${text}`;
  });
}

function userText({ group, nonRoot, user }: ContainerIdentity): string {
  const inGroup = group === undefined ? '' : ` and group ${group}`;
  if (user === 0)
    return nonRoot ? `as root${inGroup}, which \`runAsNonRoot\` refuses: it never starts` : `as root${inGroup}`;
  if (user !== undefined) return `as user ${user}${inGroup}`;
  const ofImage = `as the user that the image names${group === undefined ? '' : `, in group ${group}`}`;
  return nonRoot ? `${ofImage}; root is refused, and so is a user without a number` : ofImage;
}

function groupsText({ securityContext = {} }: PodSpec): string | undefined {
  const { fsGroup, supplementalGroups = [] } = securityContext;
  const parts = [
    ...(fsGroup === undefined ? [] : [`files of volumes that support it belong to group ${fsGroup}`]),
    ...(supplementalGroups.length === 0
      ? []
      : [
          `processes are also in ${supplementalGroups.length === 1 ? 'group' : 'groups'} ${list(supplementalGroups.map(String))}`,
        ]),
  ];
  return parts.length === 0 ? undefined : list(parts);
}

function hostText(spec: PodSpec, containers: readonly ContainerIdentity[]): (string | undefined)[] {
  const privileged = containers.filter((each) => each.privileged).map(({ container }) => container);
  const shared = [
    spec.hostNetwork === true ? 'network' : '',
    spec.hostPID === true ? 'processes' : '',
    spec.hostIPC === true ? 'inter-process communication' : '',
  ].filter((word) => word !== '');
  return [
    privileged.length === 0
      ? undefined
      : `${names(privileged)} ${privileged.length === 1 ? 'is' : 'are'} privileged: whoever takes ${privileged.length === 1 ? 'it' : 'one of them'} over has the node`,
    shared.length === 0 ? undefined : `it shares the ${list(shared)} of its node`,
    spec.hostUsers === false ? 'its users are mapped: root inside is nobody on the node' : undefined,
    spec.shareProcessNamespace === true ? "its containers see one another's processes" : undefined,
  ];
}
