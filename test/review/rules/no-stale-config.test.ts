import { noStaleConfig } from '../../../review/rules/no-stale-config';
import { CONTAINER, mounting } from '../kinds';
import { deployment, soundContainer } from '../objects';
import { describeRule } from '../rule-cases';

const file = { mountPath: '/etc/api/config.yaml', subPath: 'config.yaml' };

describeRule(noStaleConfig, {
  passes: {
    'the whole volume': [mounting({ configMap: { name: 'api' } })],
    'a folder of a claim': [mounting({ persistentVolumeClaim: { claimName: 'data' } }, file)],
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
