import { requireReferencedObjects } from '../../../review/rules/require-referenced-objects';
import { POD, CONTAINER, ofPod } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { neighbour, claim } from '../surroundings';

const reading = (name: string) => deployment({ envFrom: [{ configMapRef: { name } }] });

describeRule(requireReferencedObjects, {
  passes: {
    'an object': [reading('api'), neighbour('v1', 'ConfigMap')],
    'none of its kind is here': [reading('api'), claim('ReadWriteOnce')],
    'what is optional': [
      deployment({ envFrom: [{ configMapRef: { name: 'other', optional: true } }] }),
      neighbour('v1', 'ConfigMap'),
    ],
    'a Secret that is made from another object': [
      deployment({ envFrom: [{ secretRef: { name: 'made' } }] }),
      neighbour('v1', 'Secret'),
      neighbour('external-secrets.io/v1', 'ExternalSecret', { spec: { target: { name: 'made' } } }),
    ],
  },
  fails: {
    'another ConfigMap': [[reading('other'), neighbour('v1', 'ConfigMap')], [`${CONTAINER}.envFrom[0].configMapRef`]],
    'another account': [
      [deployment(), neighbour('v1', 'ServiceAccount', {}, { name: 'web' })],
      [`${POD}.serviceAccountName`],
    ],
    'another claim': [
      [ofPod({ volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] }), claim('ReadWriteOnce')],
      [`${POD}.volumes[0].persistentVolumeClaim.claimName`],
    ],
    'another Secret than the sealed one': [
      [deployment({ envFrom: [{ secretRef: { name: 'apo' } }] }), neighbour('bitnami.com/v1alpha1', 'SealedSecret')],
      [`${CONTAINER}.envFrom[0].secretRef`],
    ],
  },
});
