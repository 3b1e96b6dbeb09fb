import { review } from '../../../review';
import { validImagePullPolicy } from '../../../review/rules/valid-image-pull-policy';
import { CONTAINER } from '../kinds';
import { deployment, sources } from '../objects';
import { describeRule } from '../rule-cases';

const pulled = (image: string, imagePullPolicy?: string) => [deployment({ image, imagePullPolicy })];
const digest = `@sha256:${'0'.repeat(64)}`;

describeRule(validImagePullPolicy, {
  passes: {
    'a version and IfNotPresent': pulled('registry.example.com/api:v1.4.2', 'IfNotPresent'),
    'a version and Always': pulled('registry.example.com/api:v1.4.2', 'Always'),
    'a tag that moves and Always': pulled('registry.example.com/api:main', 'Always'),
    'a policy that is left out': pulled('registry.example.com/api:latest'),
  },
  fails: {
    'a tag that moves and IfNotPresent': [
      pulled('registry.example.com/api:main', 'IfNotPresent'),
      [`${CONTAINER}.imagePullPolicy`],
    ],
    'nobody pulls': [pulled('registry.example.com/api:v1.4.2', 'Never'), [`${CONTAINER}.imagePullPolicy`]],
    'a digest and Always': [pulled(`registry.example.com/api${digest}`, 'Always'), [`${CONTAINER}.imagePullPolicy`]],
  },
});

test('what nobody pulls does not start, and what moves differs', () => {
  const rules = [validImagePullPolicy];
  const said = (policy: string) =>
    review(sources(...pulled('registry.example.com/api:main', policy)), { rules }).findings.map(({ consequence }) =>
      consequence.includes('cannot start'),
    );
  expect([said('Never'), said('IfNotPresent')]).toEqual([[true], [false]]);
});
