import { review } from '../../../review';
import { requirePlacementReason } from '../../../review/rules/require-placement-reason';
import { POD, ofPod } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const disks = { matchExpressions: [{ key: 'disks', operator: 'In', values: ['fast'] }] };

describeRule(requirePlacementReason, {
  passes: {
    'any node': [deployment()],
    'the system of the image': [ofPod({ nodeSelector: { 'kubernetes.io/os': 'linux' } })],
    'nodes that are preferred': [
      ofPod({
        affinity: {
          nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: disks }] },
        },
      }),
    ],
    'a device': [
      deployment({ resources: { limits: { 'nvidia.com/gpu': '1' } } }, { nodeSelector: { accelerator: 'a100' } }),
    ],
  },
  fails: {
    'a label': [[ofPod({ nodeSelector: { disks: 'fast' } })], [`${POD}.nodeSelector`]],
    'a demand': [
      [
        ofPod({
          affinity: {
            nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [disks] } },
          },
        }),
      ],
      [`${POD}.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution`],
    ],
  },
});

test('a reason beside one of the labels is an answer', () => {
  const remarks = [{ path: `${POD}.nodeSelector.disks`, kind: 'reason', text: 'somebody has said why' }] as const;
  expect(
    review([{ object: ofPod({ nodeSelector: { disks: 'fast' } }), remarks }], { rules: [requirePlacementReason] })
      .findings,
  ).toEqual([]);
});
