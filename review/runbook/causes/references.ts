import type { Entity } from '../../entity';
import { keysIn, type ConfigReference } from '../../knowledge/references';
import { secretMakers, secretsMadeBy } from '../../knowledge/secret-maker';
import { nameWord } from '../../knowledge/shell-word';
import { kubectl } from '../../report/handles';
import { code, list, names } from '../../report/words';
import { cause, type Cause } from '../cause';
import type { Scene } from '../scene';

/** One object that is referred to, with all keys that are asked for. */
interface Wanted {
  readonly kind: ConfigReference['kind'];
  readonly name: string;
  readonly keys: readonly string[];
  readonly references: readonly ConfigReference[];
}

/** What ConfigMaps and Secrets have to be there, each with its keys: a missing one first, then those that nobody knows of. */
export function referenceCauses(references: readonly ConfigReference[], scene: Scene): Cause[] {
  const wanted = wantedIn(references);
  const found = wanted.filter((each) => entityOf(each, scene) !== undefined);
  return [
    ...found.flatMap((each) => missingKeys(each, scene)),
    ...wanted.filter((each) => !found.includes(each)).map((each) => unknownCause(each, scene)),
    ...appliedCause(
      found.filter((each) => missingKeys(each, scene).length === 0),
      scene,
    ),
  ];
}

function wantedIn(references: readonly ConfigReference[]): Wanted[] {
  const groups = new Map<string, ConfigReference[]>();
  for (const reference of references) {
    const { kind, name } = reference;
    if (name === OF_EVERY_NAMESPACE) continue;
    groups.set(`${kind} ${name}`, [...(groups.get(`${kind} ${name}`) ?? []), reference]);
  }
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const keys = [...new Set(own.flatMap(({ key }) => key ?? []))];
    return [{ kind: first.kind, name: first.name, keys, references: own }];
  });
}

/** The cluster's own certificate authority, which is put into every namespace. */
const OF_EVERY_NAMESPACE = 'kube-root-ca.crt';

function entityOf({ kind, name }: Wanted, { subject: { around, workload } }: Scene): Entity | undefined {
  return around.landscape.find(kind, name, workload.entity);
}

function describe({ kind, name }: Wanted, { handles }: Scene): string {
  return kubectl(`describe ${kind.toLowerCase()}`, handles, nameWord(name, 'NAME'));
}

function missingKeys(wanted: Wanted, scene: Scene): Cause[] {
  const entity = entityOf(wanted, scene);
  if (entity === undefined) return [];
  const held = keysIn(entity);
  if (held === undefined) return [];
  return wanted.references.flatMap(({ key, kind, name, path }) =>
    key === undefined || held.has(key)
      ? []
      : [
          cause(
            'certain',
            `${kind} ${code(name)} is among these objects and has no key ${code(key)}`,
            path,
            describe(wanted, scene),
          ),
        ],
  );
}

function unknownCause(wanted: Wanted, scene: Scene): Cause {
  const { keys, kind, name, references } = wanted;
  const { around, workload } = scene.subject;
  const withKeys = keys.length === 0 ? '' : ` with ${keys.length === 1 ? 'key' : 'keys'} ${names(keys)}`;
  const maker =
    kind === 'Secret'
      ? secretMakers(workload.entity, around.landscape).find((each) => secretsMadeBy(each).includes(name))
      : undefined;
  const where =
    maker === undefined
      ? 'it is not among these objects'
      : `${maker.identity.kind} ${code(maker.identity.name)} makes it, and its operator does not run, or cannot`;
  const command =
    maker === undefined
      ? describe(wanted, scene)
      : kubectl(`describe ${maker.identity.kind.toLowerCase()}`, scene.handles, nameWord(maker.identity.name, 'NAME'));
  return cause('likely', `${kind} ${code(name)}${withKeys} is not there: ${where}`, references[0]?.path ?? '', command);
}

/** What stands among the reviewed objects is missing only where it was not applied. */
function appliedCause(wanted: readonly Wanted[], scene: Scene): Cause[] {
  const [first] = wanted;
  if (first === undefined) return [];
  const all = list(wanted.map(({ kind, name }) => `${kind} ${code(name)}`));
  const one = wanted.length === 1;
  return [
    cause(
      'possible',
      `${all} ${one ? 'is' : 'are'} among these objects with all that is asked for, and ${one ? 'has' : 'have'} not been applied`,
      first.references[0]?.path ?? '',
      describe(first, scene),
    ),
  ];
}
