import { validImageName } from '../../../review/rules/valid-image-name';
import { CONTAINER, pod } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const image = (text: string) => [deployment({ image: text })];

describeRule(validImageName, {
  passes: {
    'a name, a tag and a digest': image(`registry.example.com:5000/shop/api:v1@sha256:${'0'.repeat(64)}`),
    'a bare name': image('api'),
    'no image, which is a problem': image(''),
    'a blank after the image of a Pod, which is a problem': [pod({ image: 'api:v1 ' })],
  },
  fails: {
    'a scheme before it': [image('build://example.com/api'), [`${CONTAINER}.image`]],
    'a place that nobody filled in': [image('<registry>/api:v1'), [`${CONTAINER}.image`]],
    'capital letters': [image('registry.example.com/Shop/api:v1'), [`${CONTAINER}.image`]],
    'a blank after it, which a template may have': [image('api:v1 '), [`${CONTAINER}.image`]],
    'in an init container': [
      [deployment({}, { initContainers: [{ name: 'init', image: 'API' }] })],
      ['spec.template.spec.initContainers[0].image'],
    ],
  },
});
