import { FieldPath } from '../../lib/kube/field-path';
import { fieldOf } from '../entity';
import type { Workload } from '../workload';

/** The spec of a Job as it is written, in a Job or in the template of a CronJob. */
export interface WrittenJob {
  readonly path: FieldPath;
  /** The value of a field; undefined where it is not written. */
  read(name: string): unknown;
}

/** The spec of the Job that a workload is or makes; undefined for all others. */
export function jobSpecOf({ entity, isFinite, kind }: Workload): WrittenJob | undefined {
  if (!isFinite) return undefined;
  const spec = FieldPath.of('spec');
  const steps = kind === 'CronJob' ? ['jobTemplate', 'spec'] : [];
  const written = entity.read('spec', ...steps);
  return {
    path: steps.reduce((path, step) => path.child(step), spec),
    read: (name) => fieldOf(written, name),
  };
}
