import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';

/** Whether the engine keeps two objects in one hidden class, as it does with those that are made in the same way. */
export const haveSameClass: (one: object, other: object) => boolean = comparison();

function comparison(): (one: object, other: object) => boolean {
  setFlagsFromString('--allow-natives-syntax');
  try {
    const compare = runInThisContext('(one, other) => %HaveSameMap(one, other)') as (
      one: object,
      other: object,
    ) => boolean;
    // Functions are read when they are first called, and this one is no syntax later on.
    compare({}, {});
    return compare;
  } finally {
    setFlagsFromString('--no-allow-natives-syntax');
  }
}
