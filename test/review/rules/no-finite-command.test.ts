import { noFiniteCommand } from '../../../review/rules/no-finite-command';
import { CONTAINER, after, job, pod } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

describeRule(noFiniteCommand, {
  passes: {
    'a server': [deployment({ command: ['/bin/server', '--migrate-on-start=false'] })],
    'a server after its migration': [deployment({ command: ['sh', '-c', 'flyway migrate && exec /bin/server'] })],
    'a loop of backups': [deployment({ command: ['sh', '-c', 'while true; do pg_dump shop > /b; sleep 3600; done'] })],
    'a Job': [job({ command: ['flyway', 'migrate'] })],
    'a distribution with a command': [deployment({ image: 'ubuntu:24.04', command: ['/bin/server'] })],
    'a shell with a terminal': [deployment({ image: 'busybox:1.37.0', stdin: true, tty: true })],
    'an image that is called like a distribution': [deployment({ image: 'registry.example.com/shop/ubuntu:24.04' })],
    'an init container': [after({ command: ['flyway', 'migrate'] })],
  },
  fails: {
    'a migration': [[deployment({ command: ['flyway', 'migrate'] })], [`${CONTAINER}.command`]],
    'a migration of a framework': [[deployment({ args: ['rails', 'db:migrate'] })], [`${CONTAINER}.args`]],
    'a backup': [[deployment({ command: ['pg_dump', '--file=/b', 'shop'] })], [`${CONTAINER}.command`]],
    'a distribution without a command': [[deployment({ image: 'ubuntu:24.04' })], [`${CONTAINER}.image`]],
    'a Pod of a shell alone': [[pod({ image: 'docker.io/library/busybox:1.37.0' })], ['spec.containers[0].image']],
    'a single run': [[deployment({ args: ['--once'] })], [`${CONTAINER}.args`]],
  },
});
