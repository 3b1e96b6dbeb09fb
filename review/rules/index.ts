import type { Rule } from '../rule';
import { noFloatingTag } from './no-floating-tag';

/** Every rule of the review, in the order in which they are printed. */
export const RULES: readonly Rule[] = [noFloatingTag];
