import { review } from '../../../review';
import { noStoreBesideApplication } from '../../../review/rules/no-store-beside-application';
import { after, beside, job, owned, POD } from '../kinds';
import { soundContainer } from '../objects';
import { describeRule } from '../rule-cases';

describeRule(noStoreBesideApplication, {
  passes: {
    'a database of its own': [owned('StatefulSet', { image: 'postgres:17.2' })],
    'an application with its exporter': [beside({ image: 'oliver006/redis_exporter:v1.66.0' })],
    'a database with a helper that makes its copies': [
      owned(
        'StatefulSet',
        {},
        {
          containers: [
            { ...soundContainer(), image: 'mysql:8.4.3' },
            { ...soundContainer(), name: 'backup', image: 'registry.example.com/backup:v1' },
          ],
        },
      ),
    ],
    'tests that bring their database': [
      job({}, { containers: [soundContainer(), { ...soundContainer(), name: 'db', image: 'postgres:17.2' }] }),
    ],
  },
  fails: {
    'a database': [[beside({ image: 'postgres:17.2' })], [`${POD}.containers[1]`]],
    'a cache as a sidecar': [[after({ image: 'redis:7.4.1', restartPolicy: 'Always' })], [`${POD}.initContainers[0]`]],
  },
});

test('a cache that each replica may lose needs a reason, and a database gets none', () => {
  const remarks = [
    { path: `${POD}.containers[1]`, kind: 'reason', text: 'each replica may lose what it keeps' },
  ] as const;
  const of = (image: string) => review([{ object: beside({ image }), remarks }], { rules: [noStoreBesideApplication] });
  expect(of('memcached:1.6.34').findings).toEqual([]);
  expect(of('postgres:17.2').findings).toHaveLength(1);
});
