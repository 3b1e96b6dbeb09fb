import type { Remark } from './remark';

/** An object to review, with what is known of it beside its fields. */
export interface Source {
  /** The object as it was read: any value, of which nothing is assumed. */
  readonly object: unknown;
  /** Why nothing could be read where the object should be. */
  readonly unreadable?: string;
  /** The file that it stands in. */
  readonly file?: string;
  /** The line on which it begins, counted from 1. @default 1 where there is a file */
  readonly line?: number;
  /** The line of a field, given in the API server's spelling; the nearest field above it where it is not written. */
  readonly lineOf?: (path: string) => number | undefined;
  /** Where the object goes, such as `prod/eu-1`: those of different destinations never meet. @default one for all */
  readonly destination?: string;
  /** The construct that wrote the object, such as `shop/checkout`. */
  readonly construct?: string;
  /** What its author said of its fields. */
  readonly remarks?: readonly Remark[];
}
