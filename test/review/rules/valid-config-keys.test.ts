import { validConfigKeys } from '../../../review/rules/valid-config-keys';
import { POD, CONTAINER, ofPod } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { neighbour } from '../surroundings';

const map = neighbour('v1', 'ConfigMap', { data: { host: 'db' } });
const using = (variable: object) => deployment({ env: [{ name: 'HOST', ...variable }] });

describeRule(validConfigKeys, {
  passes: {
    'a key': [using({ valueFrom: { configMapKeyRef: { name: 'api', key: 'host' } } }), map],
    'a ConfigMap that is elsewhere': [using({ valueFrom: { configMapKeyRef: { name: 'other', key: 'port' } } }), map],
    'a ConfigMap that somebody else fills': [
      using({ valueFrom: { configMapKeyRef: { name: 'api', key: 'port' } } }),
      neighbour('v1', 'ConfigMap'),
    ],
    'a key that may be missing': [
      using({ valueFrom: { configMapKeyRef: { name: 'api', key: 'port', optional: true } } }),
      map,
    ],
    'all keys': [deployment({ envFrom: [{ configMapRef: { name: 'api' } }] }), map],
  },
  fails: {
    'no such key': [
      [using({ valueFrom: { configMapKeyRef: { name: 'api', key: 'port' } } }), map],
      [`${CONTAINER}.env[0].valueFrom.configMapKeyRef.key`],
    ],
    'no such key of a Secret': [
      [
        using({ valueFrom: { secretKeyRef: { name: 'api', key: 'password' } } }),
        neighbour('v1', 'Secret', { stringData: { token: '' } }),
      ],
      [`${CONTAINER}.env[0].valueFrom.secretKeyRef.key`],
    ],
    'no such file': [
      [
        ofPod({ volumes: [{ name: 'files', configMap: { name: 'api', items: [{ key: 'port', path: 'port' }] } }] }),
        map,
      ],
      [`${POD}.volumes[0].configMap.items[0].key`],
    ],
    'no such file of several sources': [
      [
        ofPod({
          volumes: [
            {
              name: 'files',
              projected: { sources: [{ configMap: { name: 'api', items: [{ key: 'port', path: 'port' }] } }] },
            },
          ],
        }),
        map,
      ],
      [`${POD}.volumes[0].projected.sources[0].configMap.items[0].key`],
    ],
  },
});
