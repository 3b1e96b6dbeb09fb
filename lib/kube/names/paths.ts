import { sentences, type Complaints } from './complaints';

/** A name that the API server can put into a URL: not `.` or `..`, without `/` and `%`. */
export function pathSegmentComplaints(value: string): Complaints {
  if (value === '.' || value === '..') return [`must not be ${JSON.stringify(value)}`];
  return sentences(value.includes('/') && 'must not contain "/"', value.includes('%') && 'must not contain "%"');
}

/** A path from the root of a file system. */
export function absolutePathComplaints(value: string): Complaints {
  return sentences(!value.startsWith('/') && 'must be an absolute path, as "/var/log" is');
}

/** A path inside a volume (`subPath`, the `path` of an item): relative, and never up and out of it. */
export function pathInsideVolumeComplaints(value: string): Complaints {
  return sentences(
    value.startsWith('/') && 'must be a relative path, as "conf/app.yaml" is',
    value.split('/').includes('..') && 'must not contain ".."',
  );
}

/** The file that a key of a ConfigMap, a Secret or the downward API becomes: as above, and not named like `..data`. */
export function volumeItemPathComplaints(value: string): Complaints {
  return [
    ...pathInsideVolumeComplaints(value),
    ...sentences(value.startsWith('..') && !/^\.\.(\/|$)/.test(value) && 'must not begin with ".."'),
  ];
}
