import type { NodeSelectorTerm } from '../../../lib/kube/api/scheduling';
import { selects } from '../../../lib/kube/validation/label-selector';
import { amountsText } from '../../report/amounts';
import { domainText, podTermText, spreadText, termText } from '../../report/affinity-words';
import { kubectl, selectorText } from '../../report/handles';
import { labelsText } from '../../report/requirement-words';
import { toleratedTaints, toleratesAll } from '../../report/tolerations';
import { podTermsOf, type PlacedTerm } from '../../knowledge/affinity';
import { nameWord } from '../../knowledge/shell-word';
import { code, list, names } from '../../report/words';
import { cause, type Cause } from '../cause';
import { clusterWide, type Scene } from '../scene';

/** Why no node takes the Pod: what a node must have, and may not have. */
export function schedulingCauses(scene: Scene): Cause[] {
  const { spec, workload } = scene.subject;
  const { nodeName = '' } = spec;
  if (nodeName !== '') {
    return [
      cause(
        'likely',
        `it is bound to node ${code(nodeName)} by its own YAML: it waits for ever where there is no such node, and the scheduler is not asked`,
        workload.specPath.child('nodeName'),
        clusterWide('get node', nameWord(nodeName, 'NODE')),
      ),
    ];
  }
  return [
    ...labelCauses(scene),
    ...termCauses(scene),
    ...podCauses(scene),
    ...spreadCauses(scene),
    ...deviceCauses(scene),
    ...roomCauses(scene),
    ...portCauses(scene),
    ...schedulerCauses(scene),
    taintCause(scene),
  ];
}

function labelCauses({ subject: { spec, workload } }: Scene): Cause[] {
  const labels = spec.nodeSelector ?? {};
  if (Object.keys(labels).length === 0) return [];
  return [
    cause(
      'likely',
      `no node that has room carries ${labelsText(labels)}`,
      workload.specPath.child('nodeSelector'),
      clusterWide('get nodes', '-l', selectorText({ matchLabels: labels })),
    ),
  ];
}

function termCauses({ subject: { spec, workload } }: Scene): Cause[] {
  const terms = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  if (terms.length === 0) return [];
  const keys = [...new Set(terms.flatMap(({ matchExpressions = [] }: NodeSelectorTerm) => matchExpressions))].map(
    ({ key }) => key,
  );
  return [
    cause(
      'likely',
      `no node that has room has ${list(terms.map(termText), 'or else')}`,
      workload.specPath.child('affinity').child('nodeAffinity'),
      clusterWide('get nodes', ...[...new Set(keys)].flatMap((key) => ['-L', key])),
    ),
  ];
}

function podCauses(scene: Scene): Cause[] {
  const { workload } = scene.subject;
  const namespace = workload.entity.identity.namespace;
  const near = podTermsOf(workload, 'podAffinity').filter(({ isHard }) => isHard);
  const apart = podTermsOf(workload, 'podAntiAffinity').filter(({ isHard }) => isHard);
  return [
    ...near.map(({ path, term }) =>
      cause(
        'likely',
        `it must run beside ${podTermText(term, namespace)}, and no node with room has one`,
        path,
        others(scene, term),
      ),
    ),
    ...apart.map(({ path, term }) =>
      cause(
        'likely',
        `it must not run beside ${podTermText(term, namespace)}${enoughText(scene, term)}, and every ${domainText(term.topologyKey)} with room has one`,
        path,
        others(scene, term),
      ),
    ),
  ];
}

/** The Pods that a term speaks of, with their nodes. */
function others({ handles }: Scene, { labelSelector, namespaceSelector, namespaces = [] }: PlacedTerm['term']): string {
  const labels = labelSelector === undefined ? '' : selectorText(labelSelector);
  const elsewhere = namespaceSelector !== undefined || namespaces.length > 0;
  return kubectl(
    'get pods',
    elsewhere ? { ...handles, namespace: ['-A'] } : handles,
    ...(labels === '' ? [] : ['-l', labels]),
    '-o',
    'wide',
  );
}

/** Where its own Pods keep away from one another, each needs a place of its own. */
function enoughText(
  { subject: { count, workload } }: Scene,
  { labelSelector, topologyKey }: PlacedTerm['term'],
): string {
  if (selects(labelSelector, workload.podLabels) !== true || count.most === undefined || count.most < 2) return '';
  return `, its own Pods among them (${count.most} Pods need ${count.most} different ${domainText(topologyKey)}s)`;
}

function spreadCauses(scene: Scene): Cause[] {
  const { spec, workload } = scene.subject;
  return (spec.topologySpreadConstraints ?? []).flatMap((constraint, position) =>
    constraint.whenUnsatisfiable === 'DoNotSchedule'
      ? [
          cause(
            'likely',
            `it must be ${spreadText(constraint)}, and the only places with room are too full already`,
            workload.specPath.child('topologySpreadConstraints').index(position),
            clusterWide('get nodes', '-L', constraint.topologyKey),
          ),
        ]
      : [],
  );
}

/** Devices and the like, which only some nodes have. */
function deviceCauses(scene: Scene): Cause[] {
  const { spec, workload } = scene.subject;
  const devices = [...workload.resources.requests.keys()].filter((name) => name.includes('/'));
  return [
    ...devices.map((name) =>
      cause(
        'likely',
        `no node has ${code(name)} left, or none offers it: its device plugin does not run`,
        workload.specPath.child('containers'),
        clusterWide('describe nodes'),
      ),
    ),
    ...(spec.resourceClaims ?? []).map(({ name }, position) =>
      cause(
        'likely',
        `no node can allocate the resource claim ${code(name)}`,
        workload.specPath.child('resourceClaims').index(position),
        kubectl('describe resourceclaims', scene.handles),
      ),
    ),
  ];
}

function roomCauses({ subject: { count, workload } }: Scene): Cause[] {
  const { requests } = workload.resources;
  const plain = [...requests].filter(([name]) => !name.includes('/'));
  const room = amountsText(new Map(plain.map(([name, { amount }]) => [name, amount])));
  if (room === '') return [];
  const many = count.most === undefined || count.most < 2 ? '' : `, for each of ${count.words}`;
  return [
    cause(
      'likely',
      `no node that it may run on has ${room} left to set aside${many} (\`Insufficient …\` in the event)`,
      workload.specPath.child(workload.spec.resources === undefined ? 'containers' : 'resources'),
      clusterWide('describe nodes'),
    ),
  ];
}

function portCauses({ subject: { running, spec, workload } }: Scene): Cause[] {
  const taken = running.flatMap(({ container, path }) =>
    (container.ports ?? []).flatMap(({ containerPort, hostPort }, position) => {
      const port = hostPort || (spec.hostNetwork === true ? containerPort : 0);
      return port === 0 ? [] : [{ port: String(port), path: path.child('ports').index(position) }];
    }),
  );
  const [first] = taken;
  if (first === undefined) return [];
  const ports = [...new Set(taken.map(({ port }) => port))];
  return [
    cause(
      'likely',
      `on every node that it may run on, ${ports.length === 1 ? 'port' : 'one of the ports'} ${names(ports, 'or')} of the node is taken already, by something else or by another of its own Pods`,
      spec.hostNetwork === true ? workload.specPath.child('hostNetwork') : first.path,
      clusterWide('get pods', '-A', '-o', 'wide'),
    ),
  ];
}

function schedulerCauses(scene: Scene): Cause[] {
  const { spec, workload } = scene.subject;
  const { runtimeClassName, schedulerName = 'default-scheduler' } = spec;
  return [
    ...(schedulerName === 'default-scheduler'
      ? []
      : [
          cause(
            'likely',
            `the scheduler ${code(schedulerName)} does not run: then nobody places it, and there is no event`,
            workload.specPath.child('schedulerName'),
            scene.describePod,
          ),
        ]),
    ...(runtimeClassName === undefined
      ? []
      : [
          cause(
            'possible',
            `RuntimeClass ${code(runtimeClassName)} is not there, or no node has its runtime`,
            workload.specPath.child('runtimeClassName'),
            clusterWide('get runtimeclass', nameWord(runtimeClassName, 'CLASS')),
          ),
        ]),
  ];
}

function taintCause({ subject: { owner, spec, workload } }: Scene): Cause {
  const { tolerations = [] } = spec;
  const tolerated = toleratedTaints(tolerations);
  const cordoned = owner.kind === 'DaemonSet' ? 'has' : 'is cordoned, or has';
  const text = toleratesAll(tolerations)
    ? 'every node runs as many Pods as it can already (`Too many pods`): no taint keeps it away'
    : `every node that would do ${cordoned} a taint that it does not tolerate: ${tolerated === undefined ? 'it tolerates none' : `it tolerates ${tolerated}`}`;
  return cause(
    'possible',
    text,
    workload.specPath.child('tolerations'),
    clusterWide(
      'get nodes',
      '-o',
      'custom-columns=NODE:.metadata.name,CORDONED:.spec.unschedulable,TAINTS:.spec.taints[*].key',
    ),
  );
}
