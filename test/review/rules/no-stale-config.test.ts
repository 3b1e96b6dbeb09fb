import { noStaleConfig } from '../../../review/rules/no-stale-config';
import { CONTAINER, mounting } from '../kinds';
import { deployment, soundContainer } from '../objects';
import { describeRule } from '../rule-cases';
import { neighbour } from '../surroundings';

const file = { mountPath: '/etc/api/config.yaml', subPath: 'config.yaml' };

describeRule(noStaleConfig, {
  passes: {
    'the whole volume': [mounting({ configMap: { name: 'api' } })],
    'a folder of a claim': [mounting({ persistentVolumeClaim: { claimName: 'data' } }, file)],
    'a ConfigMap that never changes': [
      mounting({ configMap: { name: 'api' } }, file),
      neighbour('v1', 'ConfigMap', { data: {}, immutable: true }),
    ],
    'a ConfigMap that is named by its content': [mounting({ configMap: { name: 'api-5h2kt7c9bd' } }, file)],
    'Pods that a controller restarts': [
      {
        ...mounting({ configMap: { name: 'api' } }, file),
        metadata: { name: 'api', namespace: 'shop', annotations: { 'reloader.stakater.com/auto': 'true' } },
      },
    ],
    'a checksum that rolls the Pods': [
      deployment(
        {},
        {},
        {
          template: {
            metadata: { labels: { 'app.kubernetes.io/name': 'api' }, annotations: { 'checksum/config': 'abc' } },
            spec: {
              containers: [{ ...soundContainer(), volumeMounts: [{ name: 'config', ...file }] }],
              volumes: [{ name: 'config', configMap: { name: 'api' } }],
            },
          },
        },
      ),
    ],
  },
  fails: {
    'one file of a ConfigMap': [
      [mounting({ configMap: { name: 'api' } }, file)],
      [`${CONTAINER}.volumeMounts[0].subPath`],
    ],
    'one file of a Secret': [
      [mounting({ secret: { secretName: 'api' } }, file)],
      [`${CONTAINER}.volumeMounts[0].subPath`],
    ],
  },
});
