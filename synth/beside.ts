import { LineCounter, parseDocument } from 'yaml';
import { commentsIn } from './comment-paragraphs';
import { Places } from './places';
import type { LoneComment } from './quick-yaml';
import { readRemarks, type ReadRemark } from './remarks';

/** What a document says beside its values: where they stand, and what its comments say of them. Read when asked for. */
export class Beside {
  private readonly prefix: string;

  /**
   * @param text The text of the document.
   * @param before The lines of the file before it.
   * @param field The field of the document that is the object: empty for all of it.
   * @param places Where its fields stand.
   * @param comments Its comments, where the reader has met them.
   */
  constructor(
    private readonly text: string,
    private readonly before: number,
    private readonly field: string,
    places?: Places,
    private readonly comments?: readonly LoneComment[],
  ) {
    this.#places = places;
    this.prefix = field === '' ? '' : `${field}.`;
  }

  /** The line of a field of the object in its file, or of the nearest field above it that is written. */
  lineOf(path: string): number | undefined {
    const line = this.places.lineOf(path === '' ? this.field : `${this.prefix}${path}`);
    return line === undefined ? undefined : line + this.before;
  }

  /** What the comments say of the object's fields. */
  get remarks(): readonly ReadRemark[] {
    return this.read.remarks.flatMap((remark) => {
      const { path } = remark;
      if (path === this.field) return [{ ...remark, path: '' }];
      return path.startsWith(this.prefix) ? [{ ...remark, path: path.slice(this.prefix.length) }] : [];
    });
  }

  /** The construct that wrote the object, where we wrote it. */
  get construct(): string | undefined {
    return this.read.construct;
  }

  private get read() {
    return (this.#read ??= readRemarks(this.comments ?? commentsIn(this.text), this.places));
  }

  private get places(): Places {
    return (this.#places ??= parsedPlaces(this.text));
  }

  #read: ReturnType<typeof readRemarks> | undefined;
  #places: Places | undefined;
}

function parsedPlaces(text: string): Places {
  const lineCounter = new LineCounter();
  return Places.of(parseDocument(text, { lineCounter, schema: 'failsafe', logLevel: 'silent' }).contents, lineCounter);
}
