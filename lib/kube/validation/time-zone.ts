/**
 * Whether a text names a time zone of the IANA database, spelt as there. Kubernetes reads the database itself, which
 * tells capitals from small letters; JavaScript's own list of zones does not.
 *
 * @see https://www.iana.org/time-zones
 */
export function isTimeZone(name: string): boolean {
  const [area = '', ...places] = name.split('/');
  const isSpelt = places.length === 0 ? PLAIN.has(area) : AREAS.has(area) && places.every(isPlaceSpelt);
  return isSpelt && (area === 'Factory' || isKnown(name));
}

function isKnown(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Places begin with a capital and go on in small letters: `New_York`, `Port-au-Prince`, `GMT+5`, `McMurdo`. */
function isPlaceSpelt(place: string): boolean {
  return /^(GMT[-+]?\d*|UTC|UCT|ACT|LHI|NSW|[A-Z].*[a-z].*)$/.test(place);
}

const AREAS: ReadonlySet<string> = new Set(
  'Africa America Antarctica Arctic Asia Atlantic Australia Brazil Canada Chile Etc Europe Indian Mexico Pacific US'.split(
    ' ',
  ),
);

const PLAIN: ReadonlySet<string> = new Set(
  (
    'CET CST6CDT Cuba EET EST EST5EDT Egypt Eire Factory GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich HST Hongkong ' +
    'Iceland Iran Israel Jamaica Japan Kwajalein Libya MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland Portugal ' +
    'ROC ROK Singapore Turkey UCT UTC Universal W-SU WET Zulu'
  ).split(' '),
);
