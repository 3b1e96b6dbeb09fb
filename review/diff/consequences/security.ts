import { addTo } from '../../../lib/kube/groups';
import { userOf } from '../../knowledge/user';
import type { Workload } from '../../workload';
import { breachesOf, breachTexts } from '../breaches';
import { list } from '../../report/words';
import { danger, notice, type Consequence } from '../consequence';
import { changesWithin, podsDo, shown, type WorkloadChange } from '../change';

/** The Pod Security level, privileges that are taken or given, and as whom the Pods run. */
export function* securityConsequences(change: WorkloadChange): Generator<Consequence> {
  const { was, is, after } = change;
  const [levelWas, level] = [was.podSecurity, is.podSecurity];
  if (levelWas !== level) {
    const sentence = `${podsDo(after, 'pass', 'passes')} \`${level}\` instead of \`${levelWas}\`.`;
    yield RANK[level] < RANK[levelWas]
      ? danger(
          'security',
          `${sentence} A namespace that enforces \`${levelWas}\` refuses ${after.identity.kind === 'Pod' ? 'it' : 'them'}.`,
        )
      : notice('security', sentence);
  }
  yield* breachConsequences(change);
  yield* rootConsequences(was, is);
  yield* identityConsequences(change);
}

const RANK = { privileged: 0, baseline: 1, restricted: 2 };

/** What a container that is gone was allowed is no news: another sentence says that it is gone. */
function* breachConsequences({ was, is, after }: WorkloadChange): Generator<Consequence> {
  const [before, now] = [breachesOf(was), breachesOf(is)];
  const [keysBefore, keysNow] = [new Set(before.map(({ key }) => key)), new Set(now.map(({ key }) => key))];
  const containers = new Set(is.containers.map(({ container }) => container.name));
  const loosened = breachTexts(now.filter(({ key }) => !keysBefore.has(key)));
  const tightened = breachTexts(
    before.filter(({ container, key }) => !keysNow.has(key) && (container === undefined || containers.has(container))),
  );
  if (loosened.length > 0) yield danger('security', `New privileges in ${after.title}: ${list(loosened)}.`);
  if (tightened.length > 0) yield notice('security', `No longer in ${after.title}: ${list(tightened)}.`);
}

/** Pod Security says nothing about the root file system. */
function* rootConsequences(was: Workload, is: Workload): Generator<Consequence> {
  const before = new Map(was.containers.map(({ container }) => [container.name, isReadOnly(container)]));
  for (const { container } of is.containers) {
    const old = before.get(container.name);
    if (old === undefined || old === isReadOnly(container)) continue;
    yield old
      ? danger('security', `\`${container.name}\` can write to its root file system from now on.`)
      : danger(
          'restart',
          `\`${container.name}\` cannot write to its root file system any more: it fails where it does.`,
        );
  }
}

/** Containers that run as another user, by the users before and afterwards; root is a matter of privileges. */
function changedUsers(was: Workload, is: Workload): ReadonlyMap<string, readonly string[]> {
  const before = new Map(was.containers.map((each) => [each.container.name, userOf(each, was).id]));
  const changed = new Map<string, string[]>();
  for (const each of is.containers) {
    const { name } = each.container;
    const [old, id] = [before.get(name), userOf(each, is).id];
    if (!before.has(name) || old === id || id === 0) continue;
    const users = `${userText(id)} instead of ${userText(old)}`;
    addTo(changed, users, `\`${name}\``);
  }
  return changed;
}

function userText(id: number | undefined): string {
  return id === undefined ? 'the user of its image' : `user \`${id}\``;
}

function isReadOnly({ securityContext }: Workload['containers'][number]['container']): boolean {
  return securityContext?.readOnlyRootFilesystem === true;
}

function* identityConsequences(change: WorkloadChange): Generator<Consequence> {
  const { was, is, after } = change;
  for (const [users, names] of changedUsers(was, is)) {
    yield danger(
      'identity',
      `${list(names)} ${names.length === 1 ? 'runs' : 'run'} as ${users}: files of the one may be closed to the other.`,
    );
  }
  const spec = is.specPath.toString();
  for (const { before, after: now } of changesWithin(change, `${spec}.serviceAccountName`)) {
    yield danger(
      'identity',
      `${podsDo(after, 'run', 'runs')} as the service account ${shown(now ?? 'default')} instead of ${shown(before ?? 'default')}.`,
    );
  }
  const [tokenWas, token] = [was, is].map((each) => each.spec.automountServiceAccountToken !== false);
  if (tokenWas === token) return;
  yield token === true
    ? danger(
        'identity',
        `${podsDo(after, 'get', 'gets')} a token for the Kubernetes API from now on, unless the service account withholds it.`,
      )
    : notice('identity', `${podsDo(after, 'get', 'gets')} no token for the Kubernetes API any more.`);
}
