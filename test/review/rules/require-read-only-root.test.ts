import { requireReadOnlyRoot } from '../../../review/rules/require-read-only-root';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const context = (securityContext: object) => [deployment({ securityContext })];

describeRule(requireReadOnlyRoot, {
  passes: {
    true: context({ readOnlyRootFilesystem: true }),
    Windows: [deployment({ securityContext: {} }, { os: { name: 'windows' } })],
  },
  fails: {
    'left out': [context({}), [`${CONTAINER}.securityContext.readOnlyRootFilesystem`]],
    false: [context({ readOnlyRootFilesystem: false }), [`${CONTAINER}.securityContext.readOnlyRootFilesystem`]],
  },
});
