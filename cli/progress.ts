/** A line on the terminal that says how far a long run is; nothing where stderr is not a terminal or the run is short. */
export class Progress {
  private readonly start = Date.now();
  private last = 0;
  private isShown = false;

  constructor(private readonly stream: NodeJS.WriteStream = process.stderr) {}

  /** Whether there is a terminal that can show it. */
  get isLive(): boolean {
    return this.stream.isTTY && process.env['TERM'] !== 'dumb';
  }

  /** Shows the line anew, at most ten times a second. */
  show(line: () => string): void {
    const now = Date.now();
    if (!this.isLive || now - this.start < 1000 || now - this.last < 100) return;
    this.last = now;
    this.isShown = true;
    this.stream.write(`\r\u001b[K${line().slice(0, (this.stream.columns || 80) - 1)}`);
  }

  /** Takes the line away, before anything else is printed. */
  clear(): void {
    if (this.isShown) this.stream.write('\r\u001b[K');
    this.isShown = false;
  }
}
