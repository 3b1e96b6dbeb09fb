import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const MAIN = join(ROOT, 'build/cli/main.js');

/** How a command ended, and what it said. */
export interface Ended {
  readonly code: number | NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A project of its own in a temporary folder, where `podwright` is this one, as it was built last. */
export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), 'project-'));
  /** Where commands put their temporary files. */
  readonly temporary = join(this.folder, 'tmp');

  constructor(files: Readonly<Record<string, string>>) {
    mkdirSync(this.temporary);
    mkdirSync(join(this.folder, 'node_modules'));
    symlinkSync(ROOT, join(this.folder, 'node_modules/podwright'));
    for (const name of ['cdk8s', 'constructs', 'typescript', 'ts-node', '@types']) {
      symlinkSync(join(ROOT, 'node_modules', name), join(this.folder, 'node_modules', name));
    }
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** Runs `podwright`; `interrupt` is asked of what it says until it says yes, and then the command is stopped. */
  run(
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
    interrupt: (stderr: string) => boolean = () => false,
  ): Promise<Ended> {
    const child = spawn(process.execPath, [MAIN, ...args], {
      cwd: this.folder,
      env: { ...process.env, NODE_OPTIONS: '', TMPDIR: this.temporary, ...env },
    });
    let stdout = '';
    let stderr = '';
    let isInterrupted = false;
    // A chunk may end within a letter.
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
      // Once: who asks twice gets it by force.
      if (isInterrupted || !interrupt(stderr)) return;
      isInterrupted = true;
      child.kill('SIGINT');
    });
    return new Promise((done) => {
      child.on('close', (code, signal) => {
        done({ code: code ?? signal, stdout, stderr });
      });
    });
  }

  /** Runs a program that starts `podwright` with the arguments that it is given; returns what it prints. */
  runUnder(program: string, args: readonly string[]): string {
    return execFileSync(process.execPath, ['-e', program, MAIN, ...args], {
      cwd: this.folder,
      env: { ...process.env, NODE_OPTIONS: '', TMPDIR: this.temporary },
      encoding: 'utf8',
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Builds the project where its sources are newer than what was built. */
export function ensureBuilt(): void {
  const built = statSync(MAIN, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const rooms = ['cli', 'lib', 'synth'].map((room) => join(ROOT, room));
  const newest = Math.max(...rooms.flatMap(filesOf).map((path) => statSync(path).mtimeMs));
  if (newest <= built) return;
  execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
    cwd: ROOT,
  });
}

function filesOf(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
