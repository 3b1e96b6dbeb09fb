import { noFloatingTag } from '../../../review/rules/no-floating-tag';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const image = (name: string) => [deployment({ image: name })];

describeRule(noFloatingTag, {
  passes: {
    'a version': image('registry.example.com/shop/api:v1'),
    'a digest without a tag': image(`api@sha256:${'0'.repeat(64)}`),
    'a text that is no image': image('Not An Image'),
  },
  fails: {
    'the tag latest': [image('registry.example.com:5000/api:latest'), ['spec.template.spec.containers[0].image']],
    'no tag': [image('registry.example.com:5000/api'), ['spec.template.spec.containers[0].image']],
    'in an init container': [
      [deployment({}, { initContainers: [{ name: 'init', image: 'busybox' }] })],
      ['spec.template.spec.initContainers[0].image'],
    ],
  },
});
