import type { ReviewedContainer } from '../workload';
import { nameOf, type Subject } from './subject';
import { code, sentence } from './words';

/** A container that is told an address of its own Pod. */
export interface LocalhostCall {
  readonly from: string;
  /** The container that declares the port; left out where none does. */
  readonly to?: string;
  readonly port: number;
  /** The name of the port, where it has one. */
  readonly portName?: string;
  /** The field in which the address stands. */
  readonly path: string;
  readonly sentence: string;
}

/**
 * Who is told to talk to whom inside the Pod, or to listen there alone: addresses on `localhost` in commands, arguments and
 * literal variables. The spec does not tell whether the container really calls them.
 */
export function localhostOf({ running, spec, workload }: Subject): LocalhostCall[] {
  const callers = workload.containers.filter(({ role }) => role !== 'ephemeral');
  const servers = running.flatMap((placed) => (placed.container.ports ?? []).map((port) => ({ placed, port })));
  const listeners = running.flatMap((placed) =>
    addressesIn(placed).flatMap(({ isOwn, port }) => (isOwn ? [{ placed, port }] : [])),
  );
  return callers.flatMap((caller) => {
    const own = new Set((caller.container.ports ?? []).map(({ containerPort }) => containerPort));
    return addressesIn(caller)
      .filter(({ isOwn, port }) => isOwn || !own.has(port))
      .map(({ field, isOwn, path, port }): LocalhostCall => {
        const from = nameOf(caller);
        if (isOwn) {
          const text = `${code(from)} is told by ${field} to listen on ${code(`localhost:${port}`)}, which nothing outside the ${spec.hostNetwork === true ? 'node' : 'Pod'} reaches`;
          return { from, port, path, sentence: sentence(text) };
        }
        const declared = servers.find((each) => each.port.containerPort === port && each.placed !== caller);
        const server = declared ?? listeners.find((each) => each.port === port && each.placed !== caller);
        const to = server && nameOf(server.placed);
        const portName = declared?.port.name;
        const whose =
          to === undefined
            ? 'a port that no container declares'
            : `${portName === undefined ? 'a port' : `port ${code(portName)}`} of ${code(to)}`;
        return {
          from,
          ...(to !== undefined && { to }),
          port,
          ...(portName !== undefined && { portName }),
          path,
          sentence: sentence(`${code(from)} is told ${code(`localhost:${port}`)} by ${field}: ${whose}`),
        };
      });
  });
}

interface Address {
  readonly port: number;
  /** Whether it is where the container itself listens. */
  readonly isOwn: boolean;
  /** The field in words. */
  readonly field: string;
  readonly path: string;
}

const ADDRESS = /(?<![\w.-])(?:localhost|127\.0\.0\.1|\[::1\]):(\d{1,5})(?!\d)/g;
/** Flags by which programs are told where to listen: `--addr=`, `--web.listen-address=`, `--metrics-bind-address=`. */
const LISTENS = /^--?(?:addr(?:ess)?|(?:[\w-]+[-.])?(?:listen|bind)(?:[-.]addr(?:ess)?)?)=/;
const HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1']);

/** Each port once for a container: the first place where it stands. */
function addressesIn({ container, path }: ReviewedContainer): Address[] {
  const { args = [], command = [], env = [] } = container;
  const variables = env.map(({ name, value = '' }, position) => ({
    name,
    value,
    path: path.child('env').index(position).toString(),
  }));
  const found = new Map<number, Address>();
  const add = (port: number, field: string, place: string, isOwn = false) => {
    if (port > 0 && port < 65_536 && !found.has(port)) found.set(port, { port, isOwn, field, path: place });
  };
  for (const { name, path: place, value } of variables) {
    for (const port of portsIn(value)) add(port, `the variable ${code(name)}`, place);
  }
  for (const { name, path: place, value } of variables) {
    const partner = HOSTS.has(value) ? name.replace(/(^|_)HOST(NAME)?$/, '$1PORT') : name;
    const port = partner === name ? undefined : variables.find((each) => each.name === partner);
    if (port !== undefined && /^\d{1,5}$/.test(port.value))
      add(Number(port.value), `the variables ${code(name)} and ${code(port.name)}`, place);
  }
  for (const [field, words] of Object.entries({ command, args })) {
    for (const word of words)
      for (const port of portsIn(word))
        add(port, `its ${code(field)}`, path.child(field).toString(), LISTENS.test(word));
  }
  return [...found.values()];
}

/** Most texts hold no address, and are passed over quickly. */
function portsIn(text: string): number[] {
  return text.includes(':') ? [...text.matchAll(ADDRESS)].map(([, port]) => Number(port)) : [];
}
