import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';

/** Whether the engine keeps two objects in one hidden class, as it does with those that are made in the same way. */
export const haveSameClass: (one: object, other: object) => boolean = comparison();

function comparison(): (one: object, other: object) => boolean {
  setFlagsFromString('--allow-natives-syntax');
  try {
    // Only where the flag is set is this more than a syntax error, so that no file can hold it.
    return runInThisContext('(one, other) => %HaveSameMap(one, other)') as (one: object, other: object) => boolean;
  } finally {
    setFlagsFromString('--no-allow-natives-syntax');
  }
}
