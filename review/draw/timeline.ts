import type { WorkloadReport } from '../report';
import { picture, roundBox, textLine } from './svg';
import { podTitle } from './title';

/**
 * Draws the life of a workload's Pods as SVG, from the first container to the last one stopped: who waits for whom, and
 * how long each may take. Widths are steps, not seconds: the seconds are written where the spec tells them.
 */
export function drawTimeline(report: WorkloadReport): string {
  const { start, stop } = report;
  const rows = start.steps.flatMap((step, position) =>
    step.containers.map((container) => ({ container, step, position })),
  );
  const stopping = new Map(
    stop.steps.flatMap((step, position) => step.containers.map(({ name }) => [name, position] as const)),
  );
  const starts = start.steps.length;
  const right = LEFT + (starts + RUNNING + Math.max(stop.steps.length, 1)) * STEP;
  const ready = LEFT + starts * STEP;
  const asked = ready + RUNNING * STEP;
  const bottom = TOP + rows.length * LINE;
  const isFinite = report.ready.status === 'Completed';
  return picture(
    right + EDGE,
    bottom + 56,
    `Life of ${report.title}`,
    start.steps.map(({ sentence }) => sentence).join(' '),
    [
      textLine(EDGE, 26, `Life of ${podTitle(report, 'a Pod')}`, 'head', right),
      ...rows.flatMap(({ container, step, position }, line) => {
        const y = TOP + line * LINE;
        const begin = LEFT + position * STEP;
        const stopAt = stopping.get(container.name);
        const end = step.role === 'init' ? begin + STEP : asked + ((stopAt ?? 0) + 1) * STEP;
        const note = step.role === 'init' ? 'to its end' : gateText(container.startupBudget, step.role);
        return [
          textLine(LEFT - 10, y + 17, container.name, 'name', LEFT - EDGE - 10, 'end'),
          roundBox({ x: begin + 2, y, width: Math.max(end - begin - 4, 20), height: BAR }, `card ${step.role}`, 5),
          textLine(begin + 10, y + 17, note, 'small', end - begin - 16),
        ];
      }),
      ...(rows.length === 0 ? [] : mark(ready, bottom, isFinite ? 'all started' : readyText(report))),
      ...(isFinite || rows.length === 0 ? [] : mark(asked, bottom, `asked to stop: ${stop.grace} s`)),
      `<line class="axis" x1="${LEFT}" y1="${bottom + 6}" x2="${right}" y2="${bottom + 6}"/>`,
      textLine(LEFT, bottom + 44, legendOf(report), 'small', right - LEFT),
    ],
  );
}

const EDGE = 12;
const LEFT = 190;
const STEP = 130;
const RUNNING = 2;
const TOP = 52;
const LINE = 36;
const BAR = 26;

function mark(x: number, bottom: number, text: string): string[] {
  return [
    `<line class="mark" x1="${x}" y1="${TOP - 8}" x2="${x}" y2="${bottom + 10}"/>`,
    textLine(x + 4, bottom + 24, text, 'small', RUNNING * STEP - 8),
  ];
}

function gateText(budget: number | undefined, role: string): string {
  if (budget !== undefined) return `started within ${budget} s`;
  return role === 'sidecar' ? 'nobody waits for it' : 'runs';
}

function readyText({ start }: WorkloadReport): string {
  return start.soonestReady > 0 ? `ready after ${start.soonestReady} s at the soonest` : 'ready';
}

function legendOf({ start, stop }: WorkloadReport): string {
  return `${startText(start.worstCase)}; asked to stop, it is gone within ${stop.worstCase} s`;
}

function startText(seconds: number | undefined): string {
  if (seconds === undefined) return 'the spec sets no longest start';
  if (seconds === 0) return 'no probe or hook holds the start up';
  return `its first start takes ${seconds} s at most, pulling images aside`;
}
