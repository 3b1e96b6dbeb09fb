import type { Rule } from '../../rule';
import { noDebugContainer } from '../no-debug-container';
import { noDebugger } from '../no-debugger';
import { noIdleContainer } from '../no-idle-container';
import { noInteractiveTerminal } from '../no-interactive-terminal';
import { noLegacySidecar } from '../no-legacy-sidecar';
import { noMigrationInInit } from '../no-migration-in-init';
import { noPurposelessLogShipper } from '../no-purposeless-log-shipper';
import { noServerInAPod } from '../no-server-in-a-pod';
import { noSharedProcessNamespace } from '../no-shared-process-namespace';
import { noStoreBesideApplication } from '../no-store-beside-application';
import { noTailByDescriptor } from '../no-tail-by-descriptor';
import { noUnboundedWait } from '../no-unbounded-wait';
import { noWeakReason } from '../no-weak-reason';
import { requireTerminationMessage } from '../require-termination-message';

/** Which containers share a Pod, and what they do there. */
export const CONTAINER_RULES: readonly Rule[] = [
  noLegacySidecar,
  noServerInAPod,
  noStoreBesideApplication,
  noPurposelessLogShipper,
  noMigrationInInit,
  noUnboundedWait,
  noTailByDescriptor,
  noIdleContainer,
  noDebugContainer,
  noDebugger,
  noInteractiveTerminal,
  noWeakReason,
  noSharedProcessNamespace,
  requireTerminationMessage,
];
