import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App, Chart, ConfigMap } from 'podwright';
import { podMatchers } from 'podwright/testing';
import type { MatcherContext, Verdict } from 'podwright/testing';

function shopOf(...names: readonly string[]): App {
  const app = new App();
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  for (const name of names) new ConfigMap(shop, name, { data: { level: 'info' } });
  return app;
}

describe('a folder of manifests', () => {
  let folder: string;
  const at = (name: string) => join(folder, `golden/shop/configmap-${name}.yaml`);
  const place = (name: string, text: string) => {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), text);
  };
  /** A run of a test file, whose tests compare one after the other. */
  const run = (mode: 'new' | 'none' | 'all') => {
    const snapshotState = { _updateSnapshot: mode };
    return (app: App, currentTestName = 'a test', isNot = false): Verdict => {
      const context: MatcherContext = { testPath: join(folder, 'a.test.ts'), snapshotState, currentTestName, isNot };
      return podMatchers.toMatchManifests.call(context, app, 'golden');
    };
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'golden-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('is that of one App: another that a test of the same file compares with it is refused, and removes nothing', () => {
    const judge = run('all');
    expect(judge(shopOf('cart'), 'the cart').pass).toBe(true);
    expect(judge(shopOf('cart'), 'the cart once more').pass).toBe(true);
    const verdict = judge(shopOf('till'), 'the till');
    expect(verdict.pass).toBe(false);
    expect(verdict.message()).toBe(
      'golden holds what another App writes, in the test "the cart": give each App a folder of its own',
    );
    expect(existsSync(at('cart'))).toBe(true);
    expect(run('all')(shopOf('till')).pass).toBe(true);
    expect(existsSync(at('cart'))).toBe(false);
  });

  test('is not written for a test that says .not', () => {
    expect(() => run('all')(shopOf('cart'), 'a test', true)).toThrow('cannot be used with .not');
    expect(existsSync(at('cart'))).toBe(false);
  });

  test('keeps what somebody else put where a manifest goes, even beside one that was missing', () => {
    place('cart', 'mine: true\n');
    expect(run('new')(shopOf('cart', 'till')).message()).toContain(
      'golden/shop/configmap-cart.yaml differs from what the App writes, and -u does not replace it: was not written by',
    );
    expect(existsSync(at('till'))).toBe(true);
    const updated = run('all')(shopOf('cart', 'till'));
    expect(updated.pass).toBe(false);
    expect(updated.message()).toBe(
      'golden/shop/configmap-cart.yaml cannot be written: was not written by Podwright; move it away, or give the test another folder',
    );
    expect(readFileSync(at('cart'), 'utf8')).toBe('mine: true\n');
  });

  test.each(['new', 'none', 'all'] as const)('says what stands in the way of a file (%s)', (mode) => {
    mkdirSync(at('cart'), { recursive: true });
    symlinkSync('nowhere', at('till'));
    const verdict = run(mode)(shopOf('cart', 'till'));
    expect(verdict.pass).toBe(false);
    expect(verdict.message()).toContain('configmap-cart.yaml cannot be written: is no file; move it away');
    expect(verdict.message()).toContain('configmap-till.yaml cannot be written: is a symbolic link; move it away');
  });

  test('says of line ends that Git has changed what they are, and not that every line differs', () => {
    run('new')(shopOf('cart'));
    place('cart', readFileSync(at('cart'), 'utf8').replaceAll('\n', '\r\n'));
    expect(run('none')(shopOf('cart')).message()).toBe(
      'golden/shop/configmap-cart.yaml has the line ends of Windows, and the App writes LF: put "*.yaml text eol=lf" into .gitattributes',
    );
    expect(run('all')(shopOf('cart')).pass).toBe(true);
    expect(run('none')(shopOf('cart')).pass).toBe(true);
  });

  test('has a record that says what to run after a merge conflict', () => {
    run('new')(shopOf('cart'));
    expect(readFileSync(join(folder, 'golden/.podwright-snapshot.sha256'), 'utf8')).toContain(
      '# after a merge conflict in it, run the tests with -u.\n',
    );
  });
});
