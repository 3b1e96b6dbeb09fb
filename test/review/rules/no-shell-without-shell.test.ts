import { noShellWithoutShell } from '../../../review/rules/no-shell-without-shell';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const distroless = (more: object, image = 'gcr.io/distroless/java21-debian12:nonroot') => [
  deployment({ image, ...more }),
];
const exec = { command: ['sh', '-c', 'test -f /tmp/ready'] };

describeRule(noShellWithoutShell, {
  passes: {
    HTTP: distroless({}),
    'a program of its own': distroless({ readinessProbe: { exec: { command: ['/app/health'] } } }),
    'a debug image': distroless({ readinessProbe: { exec } }, 'gcr.io/distroless/base-debian12:debug-nonroot'),
    'an image with a shell': [deployment({ readinessProbe: { exec } })],
  },
  fails: {
    'a probe': [distroless({ readinessProbe: { exec } }), [`${CONTAINER}.readinessProbe.exec.command`]],
    'a hook': [
      distroless({ lifecycle: { preStop: { exec: { command: ['/bin/sleep', '5'] } } } }),
      [`${CONTAINER}.lifecycle.preStop.exec.command`],
    ],
    'an image whose tag says so': [
      distroless({ command: ['sh'] }, 'envoyproxy/envoy:distroless-v1.37.2'),
      [`${CONTAINER}.command`],
    ],
  },
});
