import type { OutputFolder } from './output-folder';

/** What was done to an output folder, for the person who had it done. */
export function summaryOf(output: OutputFolder, adopt: boolean): string {
  const { files, stale, left, strays } = output;
  const edited = files.filter(({ standing }) => standing === 'edited').map(({ path }) => path);
  const adopted = files.filter(({ standing }) => standing === 'foreign').map(({ path }) => path);
  const lines = [
    ...edited.map((path) => `${output.place(path)}: had been edited by hand; what the code says has replaced it`),
    ...adopted.map((path) => `${output.place(path)}: was not ours; what the code says has replaced it`),
    ...left.map(
      (path) => `${output.place(path)}: nothing makes it any more, and it is left since somebody replaced it`,
    ),
    ...(adopt ? [] : strays).map(
      (path) =>
        `${output.place(path)}: no record lists it and nothing makes it; remove it, or run podwright synth --adopt`,
    ),
  ];
  const written = files.filter(({ standing }) => standing !== 'unchanged').length;
  const removed = stale.length + (adopt ? strays.length : 0);
  const manifests = files.length === 1 ? '1 manifest' : `${files.length} manifests`;
  const changes = [written > 0 ? `${written} written` : '', removed > 0 ? `${removed} removed` : ''].filter(Boolean);
  lines.push(`${manifests} in ${output.folder}: ${changes.join(', ') || 'nothing changed'}`);
  return lines.map((line) => `${line}\n`).join('');
}
