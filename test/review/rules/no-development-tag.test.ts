import { noDevelopmentTag } from '../../../review/rules/no-development-tag';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const image = (name: string) => [deployment({ image: name })];

describeRule(noDevelopmentTag, {
  passes: {
    'a version': image('registry.example.com/api:v1.4.2'),
    'a branch with a digest': image(`registry.example.com/api:main@sha256:${'0'.repeat(64)}`),
    'latest, which another rule is about': image('registry.example.com/api:latest'),
    'a word that only begins like a branch': image('registry.example.com/api:maintenance-2'),
  },
  fails: {
    'a branch': [image('registry.example.com/api:main'), [`${CONTAINER}.image`]],
    'a branch before a variant': [image('registry.example.com/api:nightly-alpine'), [`${CONTAINER}.image`]],
    'a snapshot': [image('registry.example.com/api:1.5.0-SNAPSHOT'), [`${CONTAINER}.image`]],
  },
});
