import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** The browser of this machine; undefined where there is none. */
export const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
);

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly error?: { readonly message: string };
  readonly result?: Readonly<Record<string, unknown>>;
}

/** A page in a browser without a window, driven over a pipe. */
export class Page {
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private readonly profile = mkdtempSync(join(tmpdir(), 'browser-'));
  private readonly browser: ChildProcess;
  private readonly pipe: Writable;
  private session = '';
  private last = 0;
  private rest = '';

  constructor(program: string) {
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--remote-debugging-pipe',
      `--user-data-dir=${this.profile}`,
    ];
    // In a group of its own, so that its helpers end with it; stderr is theirs, too, and is closed by the last of them.
    this.browser = spawn(program, [...flags, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      detached: true,
    });
    this.browser.stderr?.resume();
    this.pipe = this.browser.stdio[3] as Writable;
    // A chunk may end within a letter.
    (this.browser.stdio[4] as Readable).setEncoding('utf8').on('data', (chunk: string) => {
      this.read(chunk);
    });
  }

  /** Opens a file at the size of a screen. */
  async open(file: string, width: number, height: number): Promise<void> {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    this.session = String(sessionId);
    await this.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: width < 600 });
    const url = `file://${file}`;
    await this.send('Page.navigate', { url });
    // The page before it is complete, too.
    const isThere = `document.URL === ${JSON.stringify(url)} && document.readyState === 'complete'`;
    while ((await this.evaluate(isThere)) !== true) await new Promise((done) => setTimeout(done, 20));
  }

  /** The value of an expression in the page. */
  async evaluate(expression: string): Promise<unknown> {
    const { exceptionDetails, result } = await this.send('Runtime.evaluate', { expression, returnByValue: true });
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return (result as { readonly value?: unknown }).value;
  }

  /** Clicks with the mouse in the middle of an element. */
  async click(selector: string): Promise<void> {
    const find = `(() => { const e = document.querySelector(${JSON.stringify(selector)}); e.scrollIntoView({block: 'center'}); const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })()`;
    const [x, y] = (await this.evaluate(find)) as [number, number];
    for (const type of ['mousePressed', 'mouseReleased']) {
      await this.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
    }
  }

  /** Presses a key. */
  async press(key: 'Tab' | 'Enter'): Promise<void> {
    const code = key === 'Tab' ? 9 : 13;
    const text = key === 'Enter' ? { text: '\r' } : {};
    for (const type of ['keyDown', 'keyUp']) {
      await this.send('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode: code, ...text });
    }
  }

  /** Ends the browser with its helpers; the profile is removed when nobody writes into it any more. */
  async close(): Promise<void> {
    const gone = new Promise((done) => this.browser.once('close', done));
    if (this.browser.pid !== undefined) process.kill(-this.browser.pid, 'SIGKILL');
    await gone;
    rmSync(this.profile, { recursive: true, force: true });
  }

  private send(method: string, params: object): Promise<Readonly<Record<string, unknown>>> {
    this.last += 1;
    const id = this.last;
    const session = this.session === '' ? {} : { sessionId: this.session };
    this.pipe.write(`${JSON.stringify({ id, method, params, ...session })}\0`);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, ({ error, result }) => {
        if (error === undefined) resolve(result ?? {});
        else reject(new Error(`${method}: ${error.message}`));
      });
    });
  }

  private read(text: string): void {
    const messages = (this.rest + text).split('\0');
    this.rest = messages.pop() ?? '';
    for (const message of messages) {
      const answer = JSON.parse(message) as Answer;
      if (answer.id !== undefined) this.waiting.get(answer.id)?.(answer);
    }
  }
}
