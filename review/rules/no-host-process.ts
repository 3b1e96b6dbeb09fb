import type { ContainerRule } from '../rule';

/** What `privileged` is on Linux. */
export const noHostProcess: ContainerRule = {
  id: 'no-host-process',
  about: 'container',
  severity: 'error',
  title: 'Windows containers are no processes of the node',
  consequence: 'The process runs on the node itself, with the rights of an account of the node.',
  fix: 'Set `windowsOptions.hostProcess: false`, and run as `ContainerUser`.',
  see: 'https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/',
  *check({ container: { name, securityContext }, path }, { spec, specPath }) {
    const own = securityContext?.windowsOptions?.hostProcess;
    if ((own ?? spec.securityContext?.windowsOptions?.hostProcess) !== true) return;
    const holder = own === true ? path : specPath;
    yield {
      path: holder.child('securityContext').child('windowsOptions').child('hostProcess'),
      found: `\`${name}\` runs as a process of the node.`,
    };
  },
};
