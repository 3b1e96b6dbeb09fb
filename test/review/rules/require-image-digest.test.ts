import { requireImageDigest } from '../../../review/rules/require-image-digest';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const image = (name: string) => [deployment({ image: name })];

describeRule(requireImageDigest, {
  passes: {
    'a whole version': image('nginx:1.27.3'),
    'a series with a digest': image(`nginx:1.27@sha256:${'0'.repeat(64)}`),
    'the two numbers of PostgreSQL': image('postgres:17.2'),
    'the number of a build': image('registry.example.com/api:4711'),
  },
  fails: {
    'a version without its patch': [image('nginx:1.27'), [`${CONTAINER}.image`]],
    'a major version with a variant': [image('node:22-alpine'), [`${CONTAINER}.image`]],
    'a word for the newest': [image('nginx:stable'), [`${CONTAINER}.image`]],
  },
});
