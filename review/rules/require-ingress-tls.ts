import { FieldPath } from '../../lib/kube/field-path';
import { fieldOf, listOf, textOf, type Entity } from '../entity';
import { isExplained } from '../knowledge/reason';
import { list } from '../report/words';
import type { ObjectRule } from '../rule';

/** What an Ingress does not encrypt, nobody else does on its way to it. */
export const requireIngressTls: ObjectRule = {
  id: 'require-ingress-tls',
  about: 'object',
  kinds: ['Ingress'],
  severity: 'warning',
  title: 'An Ingress speaks TLS for each of its hosts',
  consequence: 'Passwords and sessions of its clients can be read and changed on their way.',
  fix: 'Write `spec.tls` with the host and the Secret of its certificate, or say beside `rules` where TLS ends instead.',
  see: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
  *check(ingress) {
    const path = FieldPath.of('spec').child('tls');
    if (hasTlsElsewhere(ingress) || isExplained({ entity: ingress }, FieldPath.of('spec').child('rules'))) return;
    const tls = listOf(ingress.read('spec', 'tls'));
    const covered = tls.flatMap((each) => listOf(fieldOf(each, 'hosts')).map(textOf));
    // An entry without hosts is for whatever host comes.
    if (tls.some((each) => listOf(fieldOf(each, 'hosts')).length === 0)) return;
    const hosts = listOf(ingress.read('spec', 'rules')).map((rule) => textOf(fieldOf(rule, 'host')));
    const open = [...new Set(hosts)].filter((host) => !covered.some((name) => isCovered(host, name)));
    if (tls.length > 0 && open.every((host) => host === '')) return;
    if (open.length === 0 && tls.length > 0) return;
    const names = open.filter((host) => host !== '').map((host) => `\`${host}\``);
    yield { path, found: `${list(names) || 'Every host'} is served without TLS.` };
  },
};

function isCovered(host: string, name: string): boolean {
  return host === name || (name.startsWith('*.') && host.slice(host.indexOf('.')) === name.slice(1));
}

/** A load balancer of a cloud has its certificate in an annotation; a tunnel and a cluster's own host need none. */
function hasTlsElsewhere(ingress: Entity): boolean {
  return Object.keys(ingress.annotations).some(
    (key) => /cert|ssl|tls|https|listen-ports/i.test(key) && !/redirect/i.test(key),
  );
}
