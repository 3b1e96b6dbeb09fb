import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tryProgramOf } from '../../cli/watch/program';
import { ensureBuilt, Project } from '../support/cli';

// The check of types lets all else on the machine go first.
jest.setTimeout(300_000);
beforeAll(ensureBuilt);

describe('podwright synth --watch', () => {
  test('writes at each save, outlives what is wrong, tells type errors, and ends with the signal', async () => {
    const project = new Project({
      'cdk8s.yaml': 'app: npx ts-node main.ts\n',
      'tsconfig.json': TSCONFIG,
      'main.ts': MAIN,
      'replicas.ts': 'export const replicas = 1;\n',
    });
    try {
      const written = () => tryRead(join(project.folder, 'dist/shop/deployment-web.yaml'));
      const save = (text: string) => {
        project.write('replicas.ts', text);
      };
      // Each step waits for what the one before it leads to.
      const steps: readonly (readonly [(stderr: string) => boolean, () => void])[] = [
        [
          () => written().includes('replicas: 1'),
          () => {
            save('export const replicas = 2;\n');
          },
        ],
        [
          () => written().includes('replicas: 2'),
          () => {
            save('export const replicas = ;\n');
          },
        ],
        [
          (stderr) => stderr.includes('nothing was written, since'),
          () => {
            save('export const replicas = -1;\n');
          },
        ],
        [
          (stderr) => stderr.includes('PodError: 1 problem'),
          () => {
            save('export const replicas: string = 3 as number;\n');
          },
        ],
        [
          // Of the last state: those before it may have had type errors of their own.
          (stderr) =>
            written().includes('replicas: 3') && / type error: podwright synth would.*\n.*TS2322/.test(stderr),
          () => undefined,
        ],
      ];
      let step = 0;
      const { code, stdout, stderr } = await project.run(['synth', '--watch'], {}, (said) => {
        const [isReached, act] = steps[step] ?? [];
        if (isReached?.(said) === true) {
          step += 1;
          act?.();
        }
        return step === steps.length;
      });
      expect([code, stdout, step]).toEqual(['SIGINT', '', steps.length]);
      expect(stderr).toContain("error TS2322: Type 'number' is not assignable to type 'string'");
      expect(stderr).not.toContain('warm-process');
      expect(leftBehind(project)).toEqual([]);
    } finally {
      project.remove();
    }
  });

  test('follows a folder that is removed and made anew, as Git does, and finds its modules again', async () => {
    const project = new Project({
      'cdk8s.yaml': 'app: npx ts-node main.ts\n',
      'tsconfig.json': TSCONFIG,
      'main.ts': MAIN.replace('./replicas', './conf/replicas'),
      'conf/replicas.ts': 'export const replicas = 1;\n',
    });
    try {
      const holds = (text: string) =>
        tryRead(join(project.folder, 'dist/shop/deployment-web.yaml')).includes(`replicas: ${text}`);
      const save = (text: string) => {
        project.write('conf/replicas.ts', `export const replicas = ${text};\n`);
      };
      const steps: readonly (readonly [(stderr: string) => boolean, () => void])[] = [
        [
          () => holds('1'),
          () => {
            rmSync(join(project.folder, 'conf'), { recursive: true });
          },
        ],
        [
          (stderr) => stderr.includes('TS2307'),
          () => {
            save('2');
          },
        ],
        [
          (stderr) => holds('2') && stderr.includes('no type errors any more'),
          () => {
            save('3');
          },
        ],
        [() => holds('3'), () => undefined],
      ];
      let step = 0;
      const { code } = await project.run(['synth', '--watch'], {}, (said) => {
        const [isReached, act] = steps[step] ?? [];
        if (isReached?.(said) === true) {
          step += 1;
          act?.();
        }
        return step === steps.length;
      });
      expect([code, step]).toEqual(['SIGINT', steps.length]);
    } finally {
      project.remove();
    }
  });

  test('asked more than once to end, as under npx, leaves nothing behind', () => {
    const project = new Project({ 'cdk8s.yaml': 'app: npx ts-node main.ts\n', 'tsconfig.json': TSCONFIG });
    project.write('main.ts', MAIN);
    project.write('replicas.ts', 'export const replicas = 1;\n');
    try {
      const program = `
        const child = require('child_process').spawn(process.execPath, process.argv.slice(1), { stdio: ['ignore', 1, 'pipe'] });
        let said = '';
        child.stderr.on('data', (chunk) => {
          said += chunk;
          if (!said.includes('1 written')) return;
          child.kill('SIGINT');
          setInterval(() => child.kill('SIGINT'), 1).unref();
        });
        child.on('close', (code, signal) => console.log(signal));
      `.replace(/\n\s*/g, ' ');
      expect(project.runUnder(program, ['synth', '--watch'])).toBe('SIGINT\n');
      expect(leftBehind(project)).toEqual([]);
    } finally {
      project.remove();
    }
  });

  test('starts a command anew that it cannot keep loaded, and reads cdk8s.yaml again', async () => {
    const project = new Project({
      'cdk8s.yaml': 'app: NAME=one node app.cjs\n',
      'app.cjs': `require('fs').mkdirSync(process.env.CDK8S_OUTDIR);
        require('fs').writeFileSync(process.env.CDK8S_OUTDIR + '/a.yaml', 'name: ' + process.env.NAME + '\\n');`,
    });
    try {
      const read = (path: string) => tryRead(join(project.folder, path));
      const { code, stderr } = await project.run(['synth', '--watch'], {}, () => {
        if (read('dist/a.yaml') === 'name: one\n' && !existsSync(join(project.folder, 'other'))) {
          project.write('cdk8s.yaml', 'app: NAME=two node app.cjs\noutput: other\n');
        }
        return read('other/a.yaml') === 'name: two\n';
      });
      expect([code, stderr]).toEqual(['SIGINT', expect.stringContaining('is started anew at each change')]);
      expect(leftBehind(project)).toEqual([]);
    } finally {
      project.remove();
    }
  });
});

describe('a program that can be kept loaded', () => {
  test.each<readonly [string, string | undefined, boolean | undefined]>([
    ['npx ts-node main.ts', 'main.ts', true],
    ['ts-node --transpile-only src/main.ts --prod', 'src/main.ts', false],
    ['node build/main.js', 'build/main.js', false],
    ['node --inspect build/main.js', undefined, undefined],
    ['node main.mjs', undefined, undefined],
    ['npm run build && node build/main.js', undefined, undefined],
    ['STAGE=prod node main.js', undefined, undefined],
    ['npx tsx main.ts', undefined, undefined],
    ['ts-node', undefined, undefined],
    ['', undefined, undefined],
  ])('%s', (command, file, checksTypes) => {
    const program = tryProgramOf(command);
    expect(program?.entry).toBe(file === undefined ? undefined : join(process.cwd(), file));
    expect(program?.checksTypes).toBe(checksTypes);
  });
});

const TSCONFIG = `{ "compilerOptions": { "module": "node16", "moduleResolution": "node16", "target": "es2022",
  "strict": true, "skipLibCheck": true, "types": ["node"] } }`;

const MAIN = `
import { App, Chart, Deployment, pod } from 'podwright';
import { replicas } from './replicas';
const app = new App();
const shop = new Chart(app, 'shop', { namespace: 'shop' });
const resources = { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '64Mi' } } as const;
new Deployment(shop, 'web', { replicas: Number(replicas), pod: pod('web', { image: 'nginx:1.29', resources }) });
app.synth();
`;

/** The compiler keeps a cache of its own there. */
function leftBehind(project: Project): string[] {
  return readdirSync(project.temporary).filter((name) => name.startsWith('podwright'));
}

function tryRead(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
