import { verify, type Mismatch, type Verification } from '../../../review';
import { sources } from '../objects';
import { deployment } from './cluster';

/** What runs held against what Git has: the Deployment, unless something else is given. */
export function verified(live: readonly unknown[], desired: readonly unknown[] = [deployment()]): Verification {
  return verify(sources(...live), sources(...desired));
}

/** Everything that was found, in its order. */
export function found(live: readonly unknown[], desired?: readonly unknown[]): readonly Mismatch[] {
  return verified(live, desired).objects.flatMap(({ mismatches }) => mismatches);
}

/** Only how grave each is, and what it is about. */
export function topics(mismatches: readonly Mismatch[]): readonly string[] {
  return mismatches.map(({ severity, topic }) => `${severity} ${topic}`);
}
