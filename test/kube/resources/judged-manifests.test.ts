import { qosOf } from '../../../lib/kube/resources';
import { judgedPods } from '../judged-manifests';

const PODS = judgedPods();
const judged = PODS.length === 0 ? test.skip : test;

judged('published Pods get the QoS class that a real API server gave them', () => {
  expect(PODS.map(({ file, spec }) => [file, qosOf(spec).qosClass])).toEqual(PODS.map(({ file, qos }) => [file, qos]));
});
