import { review } from '../../../review';
import { requireLastingData } from '../../../review/rules/require-lasting-data';
import { beside, CONTAINER, job, mounting, owned, pod, type Fields } from '../kinds';
import { deployment, sources } from '../objects';
import { describeRule } from '../rule-cases';

const image = 'postgres:16.4';
const data = { mountPath: '/var/lib/postgresql/data' };
const scratch = { emptyDir: { sizeLimit: '1Gi' } };
const claim = { persistentVolumeClaim: { claimName: 'data' } };

/** A StatefulSet with a claim for each Pod, which hides a volume of its name. */
function claiming(container: Fields, podSpec: Fields = {}): Fields {
  const object = owned('StatefulSet', container, podSpec);
  const spec = { ...(object['spec'] as Fields), volumeClaimTemplates: [{ metadata: { name: 'files' }, spec: {} }] };
  return { ...object, spec };
}

/** The sound Deployment with two volumes. */
function withBoth(lost: Fields, kept: Fields): Fields {
  return deployment(
    {
      image,
      volumeMounts: [
        { name: 'lost', ...lost },
        { name: 'kept', ...kept },
      ],
    },
    {
      volumes: [
        { name: 'lost', ...scratch },
        { name: 'kept', ...claim },
      ],
    },
  );
}

describeRule(requireLastingData, {
  passes: {
    'a claim': [mounting(claim, data, { image })],
    'a claim of a StatefulSet': [claiming({ image, volumeMounts: [{ name: 'files', ...data }] })],
    'a claim that hides an emptyDir of its name': [
      claiming({ image, volumeMounts: [{ name: 'files', ...data }] }, { volumes: [{ name: 'files', ...scratch }] }),
    ],
    'a folder of the node': [mounting({ hostPath: { path: '/data' } }, data, { image })],
    'a block device': [deployment({ image, volumeDevices: [{ name: 'files', devicePath: '/dev/xvda' }] })],
    'an emptyDir beside the claim': [withBoth({ mountPath: '/tmp' }, data)],
    'a claim inside of the emptyDir': [withBoth({ mountPath: '/var/lib/postgresql' }, data)],
    'a client in the image of a database': [deployment({ image, command: ['psql', '-c', 'select 1'] })],
    'a cache': [mounting(scratch, { mountPath: '/data' }, { image: 'redis:7.4.1' })],
    'messages that nobody keeps': [deployment({ image: 'nats:2.10.22' })],
    'a database for one test': [job({ image })],
    'an experiment': [pod({ image })],
    'a database beside an application, which has a rule of its own': [beside({ image })],
    'no replicas': [deployment({ image }, {}, { replicas: 0 })],
    'data that is kept where nobody can tell': [
      mounting(claim, { mountPath: '/pg' }, { image, env: [{ name: 'PGDATA', value: '/pg/data' }] }),
    ],
  },
  fails: {
    'an emptyDir': [[mounting(scratch, data, { image })], [`${CONTAINER}.volumeMounts[0]`]],
    'an emptyDir above the data': [
      [mounting(scratch, { mountPath: '/var/lib/postgresql/' }, { image })],
      [`${CONTAINER}.volumeMounts[0]`],
    ],
    'a claim for something else': [[withBoth(data, { mountPath: '/backup' })], [`${CONTAINER}.volumeMounts[0]`]],
    'a folder that PGDATA names': [
      [mounting(scratch, { mountPath: '/pg' }, { image, env: [{ name: 'PGDATA', value: '/pg/data' }] })],
      [`${CONTAINER}.volumeMounts[0]`],
    ],
    'a claim that is deleted with its Pod': [
      [mounting({ ephemeral: { volumeClaimTemplate: { spec: {} } } }, data, { image })],
      [`${CONTAINER}.volumeMounts[0]`],
    ],
    'nothing at all': [[deployment({ image: 'rabbitmq:4.0.3' })], [`${CONTAINER}.volumeMounts`]],
    'only its configuration': [
      [mounting({ configMap: { name: 'mongo' } }, { mountPath: '/etc/mongo' }, { image: 'mongo:8.0.3' })],
      [`${CONTAINER}.volumeMounts`],
    ],
    'a StatefulSet without claims': [[owned('StatefulSet', { image: 'mysql:8.4.3' })], [`${CONTAINER}.volumeMounts`]],
  },
});

test('a reason beside the volume excuses it', () => {
  const path = 'spec.template.spec.volumes[0]';
  const remarks = [{ path, kind: 'reason', text: 'the data is loaded anew from the catalogue at each start' }] as const;
  const [source] = sources(mounting(scratch, data, { image }));
  const { findings } = review([{ object: source?.object, remarks }], { rules: [requireLastingData] });
  expect(findings).toEqual([]);
});
