import { noUnsafeSysctls } from '../../../review/rules/no-unsafe-sysctls';
import { ofPod, POD } from '../kinds';
import { describeRule } from '../rule-cases';

const sysctl = (name: string) => [ofPod({ securityContext: { sysctls: [{ name, value: '1' }] } })];

describeRule(noUnsafeSysctls, {
  passes: {
    'a safe one': sysctl('net.ipv4.ip_unprivileged_port_start'),
    'a safe one with slashes': sysctl('net/ipv4/tcp_syncookies'),
  },
  fails: {
    'an unsafe one': [sysctl('net.core.somaxconn'), [`${POD}.securityContext.sysctls[0].name`]],
  },
});
