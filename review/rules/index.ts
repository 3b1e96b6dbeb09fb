import type { Rule } from '../rule';
import { ACCESS_RULES } from './topics/access';
import { AUTOSCALING_RULES } from './topics/autoscaling';
import { CONTAINER_RULES } from './topics/containers';
import { ENVIRONMENT_RULES } from './topics/environment';
import { IMAGE_RULES } from './topics/images';
import { JOB_RULES } from './topics/jobs';
import { LIFECYCLE_RULES } from './topics/lifecycle';
import { NAMESPACE_RULES } from './topics/namespaces';
import { OWNER_RULES } from './topics/owners';
import { PRIVILEGE_RULES } from './topics/privileges';
import { RESOURCE_RULES } from './topics/resources';
import { SCHEDULING_RULES } from './topics/scheduling';
import { SECRET_RULES } from './topics/secrets';
import { TRAFFIC_RULES } from './topics/traffic';
import { VOLUME_RULES } from './topics/volumes';

/** Every rule of the review, in the order in which they are printed. */
export const RULES: readonly Rule[] = [
  ...IMAGE_RULES,
  ...RESOURCE_RULES,
  ...LIFECYCLE_RULES,
  ...CONTAINER_RULES,
  ...PRIVILEGE_RULES,
  ...SECRET_RULES,
  ...ENVIRONMENT_RULES,
  ...VOLUME_RULES,
  ...OWNER_RULES,
  ...JOB_RULES,
  ...SCHEDULING_RULES,
  ...AUTOSCALING_RULES,
  ...TRAFFIC_RULES,
  ...NAMESPACE_RULES,
  ...ACCESS_RULES,
];
