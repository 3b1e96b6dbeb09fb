import { noHiddenImageContent } from '../../../review/rules/no-hidden-image-content';
import { CONTAINER, mounting } from '../kinds';
import { describeRule } from '../rule-cases';

const over = (mountPath: string, volume: object = { emptyDir: {} }, image = 'registry.example.com/api:v1') => [
  mounting({ ...volume }, { mountPath }, { image }),
];

describeRule(noHiddenImageContent, {
  passes: {
    'a folder of its own': over('/var/lib/api'),
    'one file': [mounting({ configMap: { name: 'api' } }, { mountPath: '/etc/hosts.allow', subPath: 'hosts.allow' })],
    'pages from a ConfigMap': over('/usr/share/nginx/html', { configMap: { name: 'pages' } }, 'nginx:1.27.3'),
  },
  fails: {
    'the settings of the system': [
      over('/etc', { configMap: { name: 'api' } }),
      [`${CONTAINER}.volumeMounts[0].mountPath`],
    ],
    'the application': [over('/app', { configMap: { name: 'api' } }), [`${CONTAINER}.volumeMounts[0].mountPath`]],
    'the pages of nginx': [
      over('/usr/share/nginx/html/', { emptyDir: {} }, 'nginx:1.27.3'),
      [`${CONTAINER}.volumeMounts[0].mountPath`],
    ],
  },
});
