import type { ContainerPort } from '../../kube/api/container';
import type { ServicePort } from '../../kube/api/service';
import { FieldPath } from '../../kube/field-path';
import { ProblemList } from '../../kube/problem-list';
import { isRecord } from '../../kube/is-record';
import { field, isExcused, listAt, namespaceOf, runningContainers } from '../app-pods';
import type { AppObject, AppPods, ObjectProblem, Pods } from '../app-pods';

/** Services that select no Pods, or Pods that cannot serve, and ports that lead nowhere. */
export function serviceProblems<Of extends AppObject>(
  objects: readonly Of[],
  pods: AppPods<Of>,
): readonly ObjectProblem<Of>[] {
  return objects
    .filter(({ object }) => object['kind'] === 'Service' && object['apiVersion'] === 'v1')
    .flatMap((of) => {
      const list = new ProblemList();
      judgeService(of, pods, list);
      return list.problems
        .filter(({ path, code }) => code === 'unknown-port' || !isExcused(of, path))
        .map((problem) => ({ of, problem }));
    });
}

function judgeService<Of extends AppObject>(of: Of, pods: AppPods<Of>, list: ProblemList): void {
  const selector = field(of.object, 'spec', 'selector');
  if (!isRecord(selector) || Object.keys(selector).length === 0) return;
  const path = FieldPath.of('spec').child('selector');
  const namespace = namespaceOf(of.object);
  const matchLabels = selector as Readonly<Record<string, string>>;
  const selected = pods.selectedBy({ matchLabels }, namespace).filter(({ experiment }) => !experiment);
  if (selected.length === 0) {
    // Without any Pods in the namespace, they all come from somewhere else.
    if (pods.in(namespace).every(({ experiment }) => experiment)) return;
    const detail = `none of the Pods that this App makes in the namespace has these labels, so that the Service leads nowhere${ELSEWHERE}`;
    list.invalid('service-selects-nothing', path, selector, detail, OURS);
    return;
  }
  refuseEnding(selected, path, selector, list);
  for (const [position, port] of listAt(of.object, 'spec', 'ports').entries()) {
    if (isRecord(port)) judgePort(of, port as unknown as ServicePort, position, selected, list);
  }
}

/** Work that ends gets traffic only by mistake: its Pods have a label too many. */
function refuseEnding(selected: readonly Pods[], path: FieldPath, selector: unknown, list: ProblemList): void {
  const ending = selected.find(({ owner }) => ENDING.includes(owner.object['kind']));
  if (ending === undefined) return;
  const detail = `leads traffic to the Pods of ${ending.owner.title} too, which run to their end: give them labels of their own`;
  list.invalid('service-selects-too-much', path, selector, detail, OURS);
}

const ENDING: readonly unknown[] = ['Job', 'CronJob'];

function judgePort(
  of: AppObject,
  port: ServicePort,
  position: number,
  selected: readonly Pods[],
  list: ProblemList,
): void {
  const target = port.targetPort ?? port.port;
  const path = FieldPath.of('spec').child('ports').index(position).child('targetPort');
  const isTarget = ({ name, containerPort, protocol = 'TCP' }: ContainerPort) =>
    protocol === (port.protocol ?? 'TCP') && (typeof target === 'string' ? name === target : containerPort === target);
  const without = selected.filter((pods) => !portsOf(pods).some(isTarget));
  if (without.length === 0) return;
  const names = [...new Set(without.map(({ owner }) => owner.title))].join(', ');
  const known = [...new Set(without.flatMap(portsOf).map(shown))].join(', ') || 'none';
  if (without.length === selected.length && typeof target === 'string') {
    list.notFound(
      'unknown-port',
      path,
      target,
      `no container of ${names} has a port of this name; there are ${known}`,
      OURS,
    );
    return;
  }
  // A number needs no declaration, but whoever declares some ports and not this one hardly listens on it.
  const silent =
    typeof target === 'number' && !isHeadless(of) ? without.filter((pods) => portsOf(pods).length > 0) : [];
  if (silent.length === 0) return;
  if (silent.length === selected.length) {
    const detail = `the containers of ${names} declare other ports (${known})${ELSEWHERE}`;
    list.notFound('undeclared-port', path, target, detail, OURS);
  } else {
    const detail = `leads traffic to the Pods of ${names} too, which have no such port (${known})`;
    list.invalid(
      'service-selects-too-much',
      FieldPath.of('spec').child('selector'),
      field(of.object, 'spec', 'selector'),
      detail,
      OURS,
    );
  }
}

function isHeadless({ object }: AppObject): boolean {
  return field(object, 'spec', 'clusterIP') === 'None';
}

function portsOf({ spec }: Pods): readonly ContainerPort[] {
  return runningContainers(spec).flatMap(({ ports }) => ports ?? []);
}

function shown({ name, containerPort }: ContainerPort): string {
  return name === undefined ? String(containerPort) : `${name} (${containerPort})`;
}

const OURS = { ours: true } as const;
const ELSEWHERE = '; if it is meant, say why with excuse(service, path, why)';
