import type { Rule } from '../../rule';
import { noHostAliases } from '../no-host-aliases';
import { noLiteralAddress } from '../no-literal-address';
import { noServiceLinks } from '../no-service-links';
import { uniqueEnvNames } from '../unique-env-names';
import { validDnsPolicy } from '../valid-dns-policy';
import { validEnvReferences } from '../valid-env-references';

/** Variables, and names of others. */
export const ENVIRONMENT_RULES: readonly Rule[] = [
  uniqueEnvNames,
  validEnvReferences,
  noServiceLinks,
  noLiteralAddress,
  noHostAliases,
  validDnsPolicy,
];
