import { requireImageRegistry } from '../../../review/rules/require-image-registry';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const image = (name: string, more = {}) => [deployment({ image: name, ...more })];

describeRule(requireImageRegistry, {
  passes: {
    'a registry': image('registry.example.com/api:v1'),
    'an official image': image('busybox:1.37.0'),
    'an organization of Docker Hub': image('grafana/grafana:11.4.0'),
    'an image that is brought to the node': image('my-api:v2', { imagePullPolicy: 'Never' }),
  },
  fails: {
    'a bare name': [image('my-api:v2'), [`${CONTAINER}.image`]],
    'a bare name under library': [image('docker.io/library/my-api:v2'), [`${CONTAINER}.image`]],
  },
});
