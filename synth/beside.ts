import { LineCounter, parseDocument } from 'yaml';
import { Places } from './places';
import { readRemarks, type ReadRemark } from './remarks';

/** What a document says beside its values: where they stand, and what its comments say of them. Read when asked for. */
export class Beside {
  private readonly prefix: string;

  /**
   * @param text The text of the document.
   * @param before The lines of the file before it.
   * @param field The field of the document that is the object: empty for all of it.
   * @param found The places, where the parser has had to find them anyway.
   */
  constructor(
    private readonly text: string,
    private readonly before: number,
    private readonly field: string,
    private readonly found?: Places,
  ) {
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
    return (this.#read ??= this.text.includes('# ') ? readRemarks(this.text, this.places) : NOTHING);
  }

  private get places(): Places {
    return (this.#places ??= this.found ?? parsedPlaces(this.text));
  }

  #read: ReturnType<typeof readRemarks> | undefined;
  #places: Places | undefined;
}

const NOTHING: ReturnType<typeof readRemarks> = { remarks: [] };

function parsedPlaces(text: string): Places {
  const lineCounter = new LineCounter();
  return Places.of(parseDocument(text, { lineCounter, schema: 'failsafe', logLevel: 'silent' }).contents, lineCounter);
}
