import { TIME_ZONE_AREAS } from './time-zone-names';

/**
 * What is wrong with the `timeZone` of a CronJob, as a sentence; undefined where nothing is. Names are those of the
 * IANA database in their exact case, which is how the API server looks them up; a zone younger than the names in this
 * package is known when the JavaScript engine knows it.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#time-zones
 */
export function timeZoneComplaint(name: string): string | undefined {
  if (name === '') return 'a time zone must not be empty; leave timeZone out or write "Etc/UTC"';
  if (name.toLowerCase() === 'local') return '"Local" says nothing; write a time zone such as "Europe/Paris"';
  if (KNOWN.has(name)) return undefined;
  const meant = BY_LOWER_CASE.get(name.toLowerCase());
  if (meant !== undefined) return `there is no time zone ${JSON.stringify(name)}; write ${JSON.stringify(meant)}`;
  if (engineZones().has(name)) return undefined;
  return `there is no time zone ${JSON.stringify(name)}; write a name such as "Europe/Paris" or "Etc/UTC"`;
}

const KNOWN: ReadonlySet<string> = new Set(
  Object.entries(TIME_ZONE_AREAS).flatMap(([area, names]) =>
    names.split(' ').map((name) => (area === '' ? name : `${area}/${name}`)),
  ),
);
const BY_LOWER_CASE: ReadonlyMap<string, string> = new Map([...KNOWN].map((name) => [name.toLowerCase(), name]));

function engineZones(): ReadonlySet<string> {
  return new Set(Intl.supportedValuesOf('timeZone'));
}
