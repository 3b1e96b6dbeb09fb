import type { FieldPath } from '../../field-path';
import { dnsLabelComplaints } from '../../names';
import type { ProblemList } from '../../problem-list';

/** A Pod's name that makes no good host name. */
export function warnOfName(warnings: ProblemList, name: string | undefined, path: FieldPath): void {
  const complaints = name ? dnsLabelComplaints(name) : [];
  if (complaints.length === 0) return;
  warnings.invalid('pod-host-name', path, name, `becomes the host name of the Pod, and so ${complaints.join('; ')}`);
}
