import type { ContainerReport, PortReport, VolumeReport, WorkloadReport } from '../report';
import { picture, roundBox, textLine, type Box } from './svg';
import { podTitle } from './title';

/**
 * Draws the anatomy of a workload's Pods as SVG: the containers in the order in which they start, with their ports and
 * times, who calls whom on localhost, the volumes with who writes and who reads, and the Services that lead in.
 */
export function drawAnatomy(report: WorkloadReport): string {
  const lanes = lanesOf(report);
  const heights = lanes.map(({ cards }) => cards.reduce((sum, card) => sum + card.box.height + GAP, 0));
  const bottom = TOP + Math.max(0, ...heights);
  const inner = Math.max(lanes.length, 2) * (CARD + LANE_GAP) - LANE_GAP;
  const volumes = volumeBoxes(report.volumes, bottom + (report.volumes.length > 0 ? LANE_HEAD : 0), inner);
  const floor = volumes.reduce((lowest, { box }) => Math.max(lowest, box.y + box.height + GAP), bottom);
  const services = serviceBoxes(report, lanes, EDGE + PADDING + inner + PADDING + OUTSIDE_GAP);
  const sandbox: Box = { x: EDGE, y: EDGE, width: inner + 2 * PADDING, height: floor - EDGE };
  const last = services.at(-1)?.box;
  const width = last === undefined ? sandbox.x + sandbox.width + EDGE : last.x + last.width + EDGE;
  const height = Math.max(sandbox.y + sandbox.height, last === undefined ? 0 : last.y + last.height) + EDGE;
  return picture(width, height, `Anatomy of ${report.title}`, describe(report), [
    roundBox(sandbox, 'sandbox', 14),
    textLine(EDGE + PADDING, EDGE + 26, podTitle(report), 'head', inner),
    textLine(
      EDGE + PADDING,
      EDGE + 43,
      `READY ${report.ready.expected} · ${report.qos.qosClass} · ${report.podSecurity.level}`,
      'small',
      inner,
    ),
    ...wires(report, lanes, services),
    ...lanes.flatMap(drawLane),
    ...(volumes.length === 0
      ? []
      : [textLine(EDGE + PADDING, bottom + 16, 'VOLUMES (● WRITTEN, ○ ONLY READ)', 'lane', inner)]),
    ...volumes.flatMap(drawVolume),
    ...services.flatMap(drawService),
  ]);
}

const EDGE = 12;
const PADDING = 20;
const CARD = 232;
const LANE_GAP = 64;
const GAP = 16;
const ROW = 17;
const TOP = 92;
const LANE_HEAD = 28;
const VOLUME = 256;
const SERVICE = 200;
const VOLUME_HEIGHT = 62;
const OUTSIDE_GAP = 72;
const SERVICE_HEIGHT = 52;

interface Row {
  readonly text: string;
  readonly kind: 'code' | 'small';
  /** The port that the row is about, where wires end. */
  readonly port?: number;
  readonly volume?: { readonly number: number; readonly writes: boolean };
}

interface Card {
  readonly container: ContainerReport;
  readonly rows: readonly Row[];
  readonly box: Box;
}

interface Lane {
  readonly title: string;
  readonly cards: readonly Card[];
}

/** Columns of containers: what runs to its end first, then what runs beside the application, then the application. */
function lanesOf(report: WorkloadReport): readonly Lane[] {
  const titles = [
    ['init', 'BEFORE: RUN TO THEIR END'],
    ['sidecar', 'BESIDE: NATIVE SIDECARS'],
    ['app', 'REGULAR CONTAINERS'],
  ] as const;
  const used = titles.filter(([role]) => report.containers.some((container) => container.role === role));
  return used.map(([role, title], position): Lane => {
    const x = EDGE + PADDING + position * (CARD + LANE_GAP);
    let y = TOP;
    const cards = report.containers
      .filter((container) => container.role === role)
      .map((container): Card => {
        const rows = rowsOf(container, report);
        const box = { x, y, width: CARD, height: 46 + rows.length * ROW + 8 };
        y += box.height + GAP;
        return { container, rows, box };
      });
    return { title, cards };
  });
}

function rowsOf({ name }: ContainerReport, report: WorkloadReport): readonly Row[] {
  const amounts = report.resources.containers.find(({ container }) => container === name);
  const starting = report.start.steps.flatMap(({ containers }) => containers).find((each) => each.name === name);
  const times = [
    ...(starting?.startupBudget === undefined ? [] : [`started within ${starting.startupBudget} s`]),
    ...(starting?.unreadyAfter === undefined ? [] : [`out of traffic within ${starting.unreadyAfter} s`]),
    ...(starting?.restartAfter === undefined ? [] : [`restarted within ${starting.restartAfter} s`]),
  ];
  return [
    { text: amountText(amounts?.requests ?? {}, amounts?.limits ?? {}), kind: 'small' },
    ...Object.entries(amounts?.requests ?? {})
      .filter(([resource]) => resource !== 'cpu' && resource !== 'memory')
      .map(([resource, amount]): Row => ({ text: `${amount} ${resource}`, kind: 'small' })),
    ...times.map((text): Row => ({ text, kind: 'small' })),
    ...report.ports.ports
      .filter(({ container }) => container === name)
      .map((port): Row => ({ text: `● ${portText(port)}`, kind: 'code', port: port.port })),
    ...report.localhost
      .filter(({ from }) => from === name)
      .map(({ port, to }): Row => ({
        text: `→ localhost:${port}${to === undefined ? ' (nobody here)' : ''}`,
        kind: 'code',
      })),
    ...report.volumes.flatMap((volume, position) =>
      volume.mounts
        .filter(({ container }) => container === name)
        .map((mount): Row => ({
          text: mount.at,
          kind: 'code',
          volume: { number: position + 1, writes: !mount.readOnly && volume.writers.includes(name) },
        })),
    ),
  ];
}

function amountText(requests: Readonly<Record<string, string>>, limits: Readonly<Record<string, string>>): string {
  const { cpu, memory } = requests;
  const asked = [cpu === undefined ? 'no CPU' : `${cpu} CPU`, memory ?? 'no memory'].join(', ');
  const limit = limits['memory'];
  return `${asked} (${limit === undefined ? 'no limit' : `limit ${limit}`})`;
}

function portText({ name, port, protocol }: PortReport): string {
  return `${name === undefined ? '' : `${name} `}${port}/${protocol}`;
}

function drawLane({ cards, title }: Lane): string[] {
  const x = cards[0]?.box.x ?? 0;
  return [textLine(x, TOP - 12, title, 'lane', CARD), ...cards.flatMap(drawCard)];
}

function drawCard({ box, container, rows }: Card): string[] {
  return [
    roundBox(box, `card ${container.role}`),
    textLine(box.x + 12, box.y + 21, container.name, 'name', CARD - 24),
    textLine(box.x + 12, box.y + 37, container.image, 'code', CARD - 24),
    ...rows.flatMap((row, position) => drawRow(row, box.x + 12, box.y + 54 + position * ROW)),
  ];
}

function drawRow({ kind, text, volume }: Row, x: number, y: number): string[] {
  if (volume === undefined) return [textLine(x, y, text, kind, CARD - 24)];
  return [...drawChip(x + 7, y - 4, volume.number, volume.writes), textLine(x + 20, y, text, kind, CARD - 44)];
}

/** The number of a volume: filled where the container writes, hollow where it only reads. */
function drawChip(x: number, y: number, number: number, writes: boolean): string[] {
  const kind = writes ? ' writes' : '';
  const size = number > 9 ? ' long' : '';
  return [
    `<circle class="chip${kind}" cx="${x}" cy="${y}" r="7"/>`,
    `<text class="number${size}${kind}" x="${x}" y="${y + (number > 9 ? 3 : 3.5)}">${number}</text>`,
  ];
}

interface VolumeBox {
  readonly volume: VolumeReport;
  readonly number: number;
  readonly box: Box;
}

function volumeBoxes(volumes: readonly VolumeReport[], top: number, inner: number): readonly VolumeBox[] {
  const perRow = Math.max(1, Math.floor((inner + GAP) / (VOLUME + GAP)));
  return volumes.map((volume, position) => ({
    volume,
    number: position + 1,
    box: {
      x: EDGE + PADDING + (position % perRow) * (VOLUME + GAP),
      y: top + Math.floor(position / perRow) * (VOLUME_HEIGHT + GAP),
      width: VOLUME,
      height: VOLUME_HEIGHT,
    },
  }));
}

const FATE: Readonly<Record<VolumeReport['survival']['pod'], string>> = {
  fetched: 'the next Pod gets it anew',
  kept: 'outlives the Pod',
  left: 'stays behind on the node',
  lost: 'is lost with the Pod',
  unknown: 'its driver decides what stays',
};

function drawVolume({ box, number, volume }: VolumeBox): string[] {
  const isWritten = volume.writers.length > 0;
  return [
    roundBox(box, 'volume', 14),
    ...drawChip(box.x + 18, box.y + 18, number, isWritten),
    textLine(box.x + 32, box.y + 22, volume.name, 'name', VOLUME - 44),
    textLine(box.x + 14, box.y + 39, volume.source, 'code', VOLUME - 28),
    textLine(box.x + 14, box.y + 53, FATE[volume.survival.pod], 'small', VOLUME - 28),
  ];
}

interface ServiceBox {
  readonly service: string;
  readonly type: string;
  readonly routes: readonly string[];
  readonly targets: readonly { readonly card: Card; readonly port: PortReport }[];
  readonly box: Box;
}

function serviceBoxes(report: WorkloadReport, lanes: readonly Lane[], x: number): readonly ServiceBox[] {
  const cards = lanes.flatMap((lane) => lane.cards);
  const names = [...new Set(report.ports.ports.flatMap(({ services }) => services.map(({ service }) => service)))];
  return names.map((service, position): ServiceBox => {
    const ports = report.ports.ports.filter((port) => port.services.some((target) => target.service === service));
    const first = ports[0]?.services.find((target) => target.service === service);
    return {
      service,
      type: first?.type ?? 'ClusterIP',
      routes: first?.routes ?? [],
      targets: ports.flatMap((port) => {
        const card = cards.find(({ container }) => container.name === port.container);
        return card === undefined ? [] : [{ card, port }];
      }),
      box: { x, y: TOP + position * (SERVICE_HEIGHT + GAP), width: SERVICE, height: SERVICE_HEIGHT },
    };
  });
}

function drawService({ box, routes, service, type }: ServiceBox): string[] {
  const below = routes.length === 0 ? type : `${type}, from ${routes.join(', ')}`;
  return [
    roundBox(box, 'outside'),
    textLine(box.x + 12, box.y + 22, `Service ${service}`, 'name', SERVICE - 24),
    textLine(box.x + 12, box.y + 39, below, 'small', SERVICE - 24),
  ];
}

/** Arrows from Services to ports, and from who calls localhost to who listens there. */
function wires(report: WorkloadReport, lanes: readonly Lane[], services: readonly ServiceBox[]): string[] {
  const cards = lanes.flatMap((lane) => lane.cards);
  const cardOf = (name: string | undefined) => cards.find(({ container }) => container.name === name);
  const calls = report.localhost.flatMap(({ from, port, to }) => {
    const [caller, callee] = [cardOf(from), cardOf(to)];
    if (caller === undefined || callee === undefined || caller === callee) return [];
    const isLeft = callee.box.x < caller.box.x;
    const isSame = callee.box.x === caller.box.x;
    const start = {
      x: isLeft ? caller.box.x : caller.box.x + CARD,
      y: rowOf(caller, ({ text }) => text.startsWith(`→ localhost:${port}`)),
    };
    const end = {
      x: isLeft || isSame ? callee.box.x + CARD : callee.box.x,
      y: rowOf(callee, (row) => row.port === port),
    };
    return [curve(start, end, isSame ? 'loop' : isLeft ? 'left' : 'right')];
  });
  const routes = services.flatMap(({ box, targets }) =>
    targets.map(({ card, port }) =>
      curve(
        { x: box.x, y: box.y + box.height / 2 },
        { x: card.box.x + CARD, y: rowOf(card, (row) => row.port === port.port) },
        'left',
      ),
    ),
  );
  return [...calls, ...routes];
}

function rowOf(card: Card, isIt: (row: Row) => boolean): number {
  return card.box.y + 50 + Math.max(card.rows.findIndex(isIt), 0) * ROW;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function curve(start: Point, end: Point, way: 'left' | 'right' | 'loop'): string {
  const bend = way === 'loop' ? 40 : Math.max(30, Math.abs(end.x - start.x) / 2);
  const [out, into] = way === 'left' ? [-bend, bend] : way === 'right' ? [bend, -bend] : [bend, bend];
  const path = `M${start.x} ${start.y}C${start.x + out} ${start.y} ${end.x + into} ${end.y} ${end.x} ${end.y}`;
  return `<path class="wire" marker-end="url(#arrow)" d="${path}"/>`;
}

function describe(report: WorkloadReport): string {
  const containers = report.containers.map(({ name, role }) => `${name} (${role})`).join(', ');
  const volumes = report.volumes.map(({ name }) => name).join(', ');
  return `Containers: ${containers}. ${volumes === '' ? 'No volumes.' : `Volumes: ${volumes}.`}`;
}
