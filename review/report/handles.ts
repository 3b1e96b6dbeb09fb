import type { LabelSelector } from '../../lib/kube/api/meta';
import { fieldOf, textOf } from '../entity';
import { nameWord, shellWord } from '../knowledge/shell-word';
import { readSelector } from '../selector';
import type { Subject } from './subject';
import { code, sentence } from './words';

/** What a workload and its Pods are called on a command line. */
export interface Handles {
  /** `-n shop`; nothing where the object names no namespace. */
  readonly namespace: readonly string[];
  /** The name of its Pod where there is but one that it can have, else `POD`. */
  readonly pod: string;
  /** What `POD` stands for, as a sentence; left out where the name is known. */
  readonly podMeaning?: string;
  /** `deployment/checkout`; left out for a Pod, which is its own. */
  readonly owner?: string;
  /** The flags that find its Pods: `-l app=checkout`; nothing where no labels are known. */
  readonly selector: readonly string[];
}

/** What stands for a name that only a cluster knows. */
export const NODE = 'NODE';

/** What a workload and its Pods are called on a command line. */
export function handlesOf(subject: Subject): Handles {
  const { entity } = subject.workload;
  const { namespace } = entity.identity;
  const name = nameWord(textOf(entity.read('metadata', 'name')), 'NAME');
  const selector = selectorWord(subject, name);
  return {
    namespace: namespace === undefined ? [] : ['-n', nameWord(namespace, 'NAMESPACE')],
    ...podHandle(subject, name),
    ...(subject.owner.kind !== 'Pod' && { owner: `${subject.owner.kind.toLowerCase()}/${name}` }),
    selector: selector === '' ? [] : ['-l', selector],
  };
}

/** A command in the namespace of a workload: what stands after the verb is quoted where a shell would read it as more. */
export function kubectl(verb: string, { namespace }: Handles, ...words: readonly string[]): string {
  return ['kubectl', verb, ...namespace, ...words.map(shellWord)].join(' ');
}

/** The name of a container as a word. */
export function containerWord(name: string): string {
  return nameWord(name, 'CONTAINER');
}

function podHandle({ count, owner }: Subject, name: string): Pick<Handles, 'pod' | 'podMeaning'> {
  if (owner.kind === 'Pod') return { pod: name === 'NAME' ? 'POD' : name };
  if (owner.kind === 'StatefulSet' && count.most !== undefined && count.most > 0) {
    const first = owner.spec.ordinals?.start ?? 0;
    if (count.most === 1) return { pod: `${name}-${first}` };
    const last = `${name}-${first + count.most - 1}`;
    return {
      pod: 'POD',
      podMeaning: sentence(`\`POD\` stands for one of ${code(`${name}-${first}`)} to ${code(last)}`),
    };
  }
  return {
    pod: 'POD',
    podMeaning: sentence(`\`POD\` stands for the name of the Pod, which begins with ${code(`${name}-`)}`),
  };
}

/** A CronJob's Pods have no label of it: those of its template find them, together with whatever else has these. */
function selectorWord({ owner, workload }: Subject, name: string): string {
  if (owner.kind === 'Pod') return '';
  if (owner.kind === 'Job') return name === 'NAME' ? '' : `batch.kubernetes.io/job-name=${name}`;
  const own = readSelector(fieldOf(workload.entity.read('spec'), 'selector'));
  const written = own === undefined ? '' : selectorText(own);
  return written === '' ? selectorText({ matchLabels: workload.podLabels }) : written;
}

/** A label selector in the form of `kubectl -l`. */
export function selectorText({ matchExpressions = [], matchLabels = {} }: LabelSelector): string {
  const pairs = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
  const rest = matchExpressions.map(({ key, operator, values = [] }) => {
    switch (operator) {
      case 'In':
        return values.length === 1 ? `${key}=${values[0] ?? ''}` : `${key} in (${values.join(',')})`;
      case 'NotIn':
        return `${key} notin (${values.join(',')})`;
      case 'Exists':
        return key;
      default:
        return `!${key}`;
    }
  });
  return [...pairs, ...rest].join(',');
}
