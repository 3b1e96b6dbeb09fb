import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { objectsOf } from '../../bench/support/objects';

describe('the peers of the bench make what Podwright makes', () => {
  const argv = process.argv;
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'podwright-bench-'));
    process.argv = [...argv.slice(0, 2), '1', folder];
    jest.resetModules();
  });
  afterEach(() => {
    process.argv = argv;
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (peer: string): Promise<unknown> => import(`../../bench/peers/${peer}`);
  const read = (path: string): unknown => parse(readFileSync(join(folder, path), 'utf8'));

  test('the plain objects are those that our classes write', async () => {
    await run('podwright');
    const { deployment, service } = objectsOf(0);
    expect(read('shop/deployment-service-0.yaml')).toEqual(deployment);
    expect(read('shop/service-service-0.yaml')).toEqual(service);
  });

  test.each(['json', 'yaml'])('%s writes them in as many files', async (peer) => {
    await run(peer);
    const { deployment, service } = objectsOf(0);
    expect(read(`deployment-service-0.${peer}`)).toEqual(deployment);
    expect(read(`service-service-0.${peer}`)).toEqual(service);
  });
});
