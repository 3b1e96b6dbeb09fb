import { kubectl } from '../report/handles';
import { ownerWordsOf } from '../report/ownership';
import { stateText, volumesOf } from '../report/volumes';
import { sentences } from '../report/words';
import type { Scene } from './scene';
import type { Check } from './state';

/** What deleting a Pod would do, to be read before it is done. */
export interface Deletion {
  readonly sentences: readonly string[];
  /** What is looked at first. */
  readonly checks: readonly Check[];
}

/** What deleting a Pod of a workload would do. */
export function deletionOf({ handles, subject }: Scene): Deletion {
  const volumes = volumesOf(subject);
  return {
    sentences: [
      ...ownerWordsOf(subject).deletion,
      ...(volumes.length === 0 ? [] : [stateText(volumes)]),
      ...sentences('its logs and the state of its containers go with it: they are the evidence'),
    ],
    checks: [
      {
        sentence: 'Who owns the Pod in the cluster, whatever stands here:',
        command: kubectl(
          'get pod',
          handles,
          handles.pod,
          '-o',
          'jsonpath={.metadata.ownerReferences[*].kind}/{.metadata.ownerReferences[*].name}{"\\n"}',
        ),
      },
      {
        sentence: 'Save the Pod as it is, with its last states:',
        command: `${kubectl('get pod', handles, handles.pod, '-o', 'yaml')} > ${handles.pod}.yaml`,
      },
    ],
  };
}
