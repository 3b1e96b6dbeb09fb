import { review } from '../../../review';
import { noPurposelessLogShipper } from '../../../review/rules/no-purposeless-log-shipper';
import { beside, ofPod, owned, POD } from '../kinds';
import { soundContainer } from '../objects';
import { describeRule } from '../rule-cases';

const shipper = { name: 'shipper', image: 'fluent/fluent-bit:3.2.4' };
const shared = [{ name: 'logs', mountPath: '/logs' }];
const both = (mine: object[], its: object[], volumes: object[]) =>
  ofPod({
    containers: [
      { ...soundContainer(), volumeMounts: mine },
      { ...soundContainer(), ...shipper, ports: [{ containerPort: 2020 }], volumeMounts: its },
    ],
    volumes,
  });

describeRule(noPurposelessLogShipper, {
  passes: {
    'a volume with the logs': [both(shared, shared, [{ name: 'logs', emptyDir: {} }])],
    'a shipper that is sent logs': [beside({ ...shipper, ports: [{ containerPort: 24224 }] })],
    'an agent of the node': [owned('DaemonSet', shipper)],
  },
  fails: {
    'nothing in common': [[beside(shipper)], [`${POD}.containers[1]`]],
    'only its configuration': [
      [both(shared, shared, [{ name: 'logs', configMap: { name: 'config' } }])],
      [`${POD}.containers[1]`],
    ],
    'the logs of the node': [
      [both([], shared, [{ name: 'logs', hostPath: { path: '/var/log/pods' } }])],
      [`${POD}.containers[1]`],
    ],
  },
});

test('a reason beside it is an answer', () => {
  const remarks = [
    { path: `${POD}.containers[1]`, kind: 'reason', text: 'nginx sends it each line by syslog' },
  ] as const;
  expect(review([{ object: beside(shipper), remarks }], { rules: [noPurposelessLogShipper] }).findings).toEqual([]);
});
