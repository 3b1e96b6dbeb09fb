import { noBidirectionalMount } from '../../../review/rules/no-bidirectional-mount';
import { CONTAINER, mounting } from '../kinds';
import { describeRule } from '../rule-cases';

describeRule(noBidirectionalMount, {
  passes: {
    'left out': [mounting({ emptyDir: {} })],
    'from the node alone': [mounting({ emptyDir: {} }, { mountPropagation: 'HostToContainer' })],
  },
  fails: {
    'to the node': [
      [mounting({ emptyDir: {} }, { mountPropagation: 'Bidirectional' })],
      [`${CONTAINER}.volumeMounts[0].mountPropagation`],
    ],
  },
});
