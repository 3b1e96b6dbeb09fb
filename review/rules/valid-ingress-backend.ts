import { FieldPath } from '../../lib/kube/field-path';
import { fieldOf, listOf, textOf, type Entity } from '../entity';
import { portsOf } from '../knowledge/service-port';
import type { Landscape } from '../landscape';
import type { Fault, ObjectRule } from '../rule';

/** An Ingress is taken as it is, whatever it leads to. */
export const validIngressBackend: ObjectRule = {
  id: 'valid-ingress-backend',
  about: 'object',
  kinds: ['Ingress'],
  severity: 'error',
  title: 'An Ingress leads to a port of a Service',
  consequence: 'Clients of this path get an error 503 from the proxy.',
  fix: 'Write the name of a Service of the same namespace, and one of its ports.',
  see: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource',
  *check(ingress, landscape) {
    for (const [path, backend] of backendsIn(ingress))
      yield* faultsOf(path.child('service'), backend, ingress, landscape);
  },
};

function* faultsOf(path: FieldPath, backend: unknown, ingress: Entity, landscape: Landscape): Iterable<Fault> {
  const wanted = fieldOf(backend, 'service');
  const name = textOf(fieldOf(wanted, 'name'));
  // A controller may give the word to an annotation of its own.
  if (name === '' || fieldOf(fieldOf(wanted, 'port'), 'name') === 'use-annotation') return;
  const service = landscape.find('Service', name, ingress);
  if (service === undefined) {
    if (landscape.beside('Service', ingress).length === 0) return;
    yield { path: path.child('name'), severity: 'warning', found: `There is no Service \`${name}\` among the others.` };
    return;
  }
  const port = fieldOf(fieldOf(wanted, 'port'), 'name') ?? fieldOf(fieldOf(wanted, 'port'), 'number');
  const ports = portsOf(service).filter((each) => each !== undefined);
  if ((typeof port !== 'string' && typeof port !== 'number') || service.read('spec', 'type') === 'ExternalName') return;
  if (ports.some((each) => each.name === port || each.port === port)) return;
  const there = ports.map((each) => (each.name === undefined ? String(each.port) : `${each.name} (${each.port})`));
  yield {
    path: path.child('port'),
    found: `Service \`${name}\` has no port \`${port}\`; there is ${there.join(', ') || 'none'}.`,
  };
}

function* backendsIn(ingress: Entity): Iterable<readonly [FieldPath, unknown]> {
  const spec = FieldPath.of('spec');
  yield [spec.child('defaultBackend'), ingress.read('spec', 'defaultBackend')];
  for (const { path, paths } of rulesIn(ingress)) {
    for (const [position, each] of paths.entries()) {
      yield [path.index(position).child('backend'), fieldOf(each, 'backend')];
    }
  }
}

function rulesIn(ingress: Entity): readonly { readonly paths: readonly unknown[]; readonly path: FieldPath }[] {
  return listOf(ingress.read('spec', 'rules')).map((rule, position) => ({
    paths: listOf(fieldOf(fieldOf(rule, 'http'), 'paths')),
    path: FieldPath.of('spec').child('rules').index(position).child('http').child('paths'),
  }));
}
