import { validTargetPort } from '../../../review/rules/valid-target-port';
import { after, service } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

describeRule(validTargetPort, {
  passes: {
    'a name': [deployment(), service()],
    'a number': [deployment(), service({ ports: [{ port: 8080 }] })],
    'a number where no ports are listed': [deployment({ ports: undefined }), service({ ports: [{ port: 80 }] })],
    'a number of a headless Service': [deployment(), service({ clusterIP: 'None', ports: [{ port: 80 }] })],
    'a port of a sidecar': [
      after({ restartPolicy: 'Always', ports: [{ name: 'metrics', containerPort: 9090 }] }),
      service({ ports: [{ port: 9090, targetPort: 'metrics' }] }),
    ],
    'Pods that are elsewhere': [service()],
  },
  fails: {
    'a name that no port has': [
      [deployment(), service({ ports: [{ port: 80, targetPort: 'web' }] })],
      ['spec.ports[0].targetPort'],
    ],
    'a number that no port has': [[deployment(), service({ ports: [{ port: 80 }] })], ['spec.ports[0].targetPort']],
    'another protocol': [
      [deployment(), service({ ports: [{ port: 80, targetPort: 8080, protocol: 'UDP' }] })],
      ['spec.ports[0].targetPort'],
    ],
    'a port of a setup': [
      [after({ ports: [{ name: 'web', containerPort: 80 }] }), service({ ports: [{ port: 80, targetPort: 'web' }] })],
      ['spec.ports[0].targetPort'],
    ],
  },
});
