import { evaluatePodSecurity, podSecurityMessage } from '../../../lib/kube/pod-security';
import { judgedPods } from '../judged-manifests';

const PODS = judgedPods();
const judged = PODS.length === 0 ? test.skip : test;

judged.each(['baseline', 'restricted'] as const)(
  'published Pods get the message of a real API server at %s',
  (level) => {
    const said = PODS.map(({ file, metadata, spec }) => {
      const violations = evaluatePodSecurity(metadata, spec, level);
      return [file, violations.length === 0 ? 'pass' : podSecurityMessage(violations)];
    });
    expect(said).toEqual(PODS.map((pod) => [pod.file, pod[level]]));
  },
);
