import { noExternalName } from '../../../review/rules/no-external-name';
import { service } from '../kinds';
import { describeRule } from '../rule-cases';

describeRule(noExternalName, {
  passes: {
    'an address of the cluster': [service()],
    'a Service of another namespace': [service({ type: 'ExternalName', externalName: 'api.office.svc.cluster.local' })],
  },
  fails: {
    'a name outside': [[service({ type: 'ExternalName', externalName: 'db.example.com' })], ['spec.externalName']],
  },
});
