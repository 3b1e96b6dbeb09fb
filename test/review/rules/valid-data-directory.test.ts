import { review } from '../../../review';
import { validDataDirectory } from '../../../review/rules/valid-data-directory';
import { CONTAINER, mounting, ofPod, owned, type Fields } from '../kinds';
import { sources } from '../objects';
import { describeRule } from '../rule-cases';
import { neighbour } from '../surroundings';

const image = 'postgres:16.4';
const at = '/var/lib/postgresql/data';
const claim = { persistentVolumeClaim: { claimName: 'api' } };
const root = (container: Fields = {}, mount: Fields = {}) =>
  mounting(claim, { mountPath: at, ...mount }, { image, ...container });
const fault = `${CONTAINER}.volumeMounts[0].mountPath`;

/** A StatefulSet that claims storage for each Pod. */
function claiming(claimSpec: Fields): Fields {
  const object = owned('StatefulSet', { image, volumeMounts: [{ name: 'data', mountPath: at }] });
  const volumeClaimTemplates = [{ metadata: { name: 'data' }, spec: claimSpec }];
  return { ...object, spec: { ...(object['spec'] as Fields), volumeClaimTemplates } };
}

describeRule(validDataDirectory, {
  passes: {
    'a folder of the volume': [root({}, { subPath: 'data' })],
    'PGDATA below the mount': [root({ env: [{ name: 'PGDATA', value: `${at}/pgdata` }] })],
    'PGDATA from elsewhere': [
      root({ env: [{ name: 'PGDATA', valueFrom: { configMapKeyRef: { name: 'pg', key: 'data' } } }] }),
    ],
    'an emptyDir': [mounting({ emptyDir: {} }, { mountPath: at }, { image })],
    'a folder of a server': [
      root(),
      neighbour('v1', 'PersistentVolumeClaim', { spec: { accessModes: ['ReadWriteMany'] } }),
    ],
    'a storage class of folders': [claiming({ accessModes: ['ReadWriteOnce'], storageClassName: 'local-path' })],
    'somebody who takes it away': [
      ofPod({
        initContainers: [{ name: 'clean', image: 'busybox:1.37.0', command: ['rm', '-rf', `${at}/lost+found`] }],
        containers: [{ name: 'db', image, volumeMounts: [{ name: 'data', mountPath: at }] }],
        volumes: [{ name: 'data', ...claim }],
      }),
    ],
    'a client': [root({ command: ['psql'] })],
    'an unknown version': [root({ image: 'postgres:latest' })],
    'another image of the same database': [root({ image: 'bitnami/postgresql:16.4.0' })],
    'a newer MySQL': [mounting(claim, { mountPath: '/var/lib/mysql' }, { image: 'mysql:8.4.3' })],
    'MySQL that overlooks it': [
      mounting(claim, { mountPath: '/var/lib/mysql' }, { image: 'mysql:5.7.44', args: ['--ignore-db-dir=lost+found'] }),
    ],
    'PostgreSQL 18 where it wants its volume': [root({ image: 'postgres:18.1' }, { mountPath: '/var/lib/postgresql' })],
    'PostgreSQL 18 that is told to stay there': [
      root({ image: 'postgres:18.1', env: [{ name: 'PGDATA', value: `${at}/pgdata` }] }),
    ],
  },
  fails: {
    'the root of a claim': [[root()], [fault]],
    'PGDATA at the root of a claim': [
      [root({ env: [{ name: 'PGDATA', value: '/pg/' }] }, { mountPath: '/pg' })],
      [fault],
    ],
    'the root of a claim of a StatefulSet': [[claiming({ accessModes: ['ReadWriteOnce'] })], [fault]],
    'MySQL 5.7': [[mounting(claim, { mountPath: '/var/lib/mysql' }, { image: 'mysql:5.7.44' })], [fault]],
    'PostgreSQL 18 at the old place': [[root({ image: 'postgres:18.1' })], [fault]],
  },
});

test('an image that refuses to start is an error', () => {
  const { findings } = review(sources(root({ image: 'postgres:18' })), { rules: [validDataDirectory] });
  expect(findings.map(({ fix, severity }) => [severity, fix.includes('`/var/lib/postgresql`')])).toEqual([
    ['error', true],
  ]);
});
