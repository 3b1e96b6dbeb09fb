import { noDebugContainer } from '../../../review/rules/no-debug-container';
import { beside, CONTAINER, job, pod, POD } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

describeRule(noDebugContainer, {
  passes: {
    'an application': [deployment()],
    'a Pod to look around': [pod({ image: 'nicolaka/netshoot:v0.13' })],
    'a Job': [job({ image: 'nicolaka/netshoot:v0.13' })],
  },
  fails: {
    'a toolbox': [[beside({ image: 'nicolaka/netshoot:v0.13' })], [`${POD}.containers[1].image`]],
    'a debug image': [[deployment({ image: 'gcr.io/distroless/base-debian12:debug' })], [`${CONTAINER}.image`]],
    'a container called debug': [[beside({ name: 'debug' })], [`${POD}.containers[1].image`]],
  },
});
