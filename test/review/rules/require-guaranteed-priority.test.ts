import { requireGuaranteedPriority } from '../../../review/rules/require-guaranteed-priority';
import { job, ofPod, POD, type Fields } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const critical = { priorityClassName: 'mission-critical' };
const amounts = { cpu: '100m', memory: '128Mi' };

/** The sound Deployment with a memory limit that is more than what is requested. */
const sharing = (podSpec: Fields) =>
  deployment({ resources: { requests: amounts, limits: { memory: '256Mi' } } }, podSpec);

describeRule(requireGuaranteedPriority, {
  passes: {
    'no priority': [deployment()],
    'another priority': [sharing({ priorityClassName: 'shop-first' })],
    'what is not critical': [sharing({ priorityClassName: 'non-critical' })],
    'a Guaranteed Pod': [deployment({ resources: { requests: amounts, limits: amounts } }, critical)],
    'memory of its own, and cpu that may be borrowed': [ofPod(critical)],
    'an init container that has ended by then': [
      ofPod({ ...critical, initContainers: [{ name: 'load', image: 'registry.example.com/shop/load:v1.4.2' }] }),
    ],
    'a Pod without requests, which has a rule of its own': [deployment({ resources: {} }, critical)],
    'a priority of the cluster': [sharing({ priorityClassName: 'system-cluster-critical' })],
    'a Job': [job({}, critical)],
  },
  fails: {
    'a sidecar without a limit': [
      [
        ofPod({
          ...critical,
          initContainers: [{ name: 'logs', image: 'registry.example.com/shop/logs:v1.4.2', restartPolicy: 'Always' }],
        }),
      ],
      [`${POD}.priorityClassName`],
    ],
    'a Burstable Pod': [[sharing(critical)], [`${POD}.priorityClassName`]],
    'a critical business': [[sharing({ priorityClassName: 'business-critical-high' })], [`${POD}.priorityClassName`]],
  },
});
