import { hasEnded } from '../review/acceptance';
import { exceptionsIn } from '../synth/exceptions';
import type { PlannedFile } from '../synth/folder-plan';
import { lastDayOf } from '../synth/header';
import type { OutputFolder } from './output-folder';

/** What keeps an output folder from being what the code says, and what in it has had its day, a line each. */
export function faultsIn(output: OutputFolder, today: string): readonly string[] {
  const files = output.files.flatMap((file) => {
    const place = output.place(file.path);
    return [...driftOf(place, file), ...endedIn(place, file.text, today)];
  });
  const stale = output.stale.map((path) => `${output.place(path)}: stale, nothing in the code makes it; ${MEND}`);
  const strays = output.strays.map(
    (path) =>
      `${output.place(path)}: no record lists it and nothing in the code makes it; remove it, or run podwright synth --adopt`,
  );
  return [...files, ...stale, ...strays, ...tracesIn(output)];
}

const MEND = 'run podwright synth and commit that';

function driftOf(place: string, { standing, obstacle }: PlannedFile): string[] {
  switch (standing) {
    case 'unchanged':
      return [];
    case 'missing':
      return [`${place}: missing; ${MEND}`];
    case 'changed':
      return [`${place}: out of date, the code says something else; ${MEND}`];
    case 'edited':
      return [`${place}: edited by hand since it was written; put that into the code, or undo it`];
    case 'foreign':
      return [`${place}: ${obstacle?.why ?? 'not ours'}; what the code makes cannot be written there`];
  }
}

function endedIn(place: string, text: string, today: string): string[] {
  const lastDay = lastDayOf(text);
  const isOver = lastDay !== undefined && lastDay < today;
  const ended = exceptionsIn(text).filter((exception) => hasEnded(exception, today));
  return [
    ...(isOver ? [`${place}: this experiment has ended on ${lastDay}; remove it`] : []),
    ...ended.map(({ line, text: sentence }) => `${place}:${line}: this exception has ended: ${sentence}`),
  ];
}

/** What the writer keeps for itself; a record is no news where the files that it lists have changed. */
function tracesIn(output: OutputFolder): string[] {
  const isDrift =
    output.stale.length > 0 || output.files.some(({ standing }) => ['missing', 'changed'].includes(standing));
  const records = isDrift ? [] : output.outdatedRecords;
  return [
    ...records.map(({ path, standing }) => {
      const state = standing === 'missing' ? 'missing' : 'does not list the files that are there';
      return `${output.place(path)}: ${state}; ${MEND}`;
    }),
    ...(output.hasOrphans ? [`${output.folder}: holds what a run left that was killed; run podwright synth`] : []),
  ];
}
