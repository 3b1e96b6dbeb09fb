import type { ContainerRule } from '../rule';

/** Pods and nodes come and go, and their addresses with them. */
export const noLiteralAddress: ContainerRule = {
  id: 'no-literal-address',
  about: 'container',
  severity: 'warning',
  title: 'Others are found by name, not by address',
  consequence:
    'When the Pod or the machine behind the address is replaced, this program goes on calling where nobody is, or where somebody else is.',
  fix: 'Write the name of a Service; for a machine outside the cluster make a Service with its address.',
  see: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/',
  *check({ container: { env = [] }, path }) {
    for (const [position, { name, value = '' }] of env.entries()) {
      const address = PRIVATE.exec(value)?.[1];
      if (address === undefined || /CIDR|SUBNET|RANGE|PROXY|NETWORK|ALLOW|TRUST|LISTEN|BIND|DNS/i.test(name)) continue;
      yield {
        path: path.child('env').index(position).child('value'),
        found: `\`${name}\` is the address \`${address}\`.`,
      };
    }
  },
};

/** An address of a private network alone, or as the host of a URL; with a prefix length it is a network. */
const PRIVATE =
  /^(?:[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?)?((?:10\.\d{1,3}|172\.(?:1[6-9]|2\d|3[01])|192\.168)\.\d{1,3}\.\d{1,3})(?::\d+)?(?:\/(?!\d{1,2}$).*)?$/;
