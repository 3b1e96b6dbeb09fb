import { requireGuaranteedMemory } from '../../../review/rules/require-guaranteed-memory';
import { CONTAINER, owned } from '../kinds';
import { describeRule } from '../rule-cases';

const store = (image: string, request: string) => [
  owned('StatefulSet', { image, resources: { requests: { memory: request }, limits: { memory: '2Gi' } } }),
];

describeRule(requireGuaranteedMemory, {
  passes: {
    'a database with all it uses': store('postgres:17.2', '2Gi'),
    'a cache, which may be lost': store('redis:7.4.1', '1Gi'),
    'an application': store('registry.example.com/api:v1', '1Gi'),
  },
  fails: {
    'a database that may be evicted': [store('postgres:17.2', '1Gi'), [`${CONTAINER}.resources.requests.memory`]],
    'a queue': [store('registry.example.com/mirror/rabbitmq:4.0.5', '1Gi'), [`${CONTAINER}.resources.requests.memory`]],
  },
});
