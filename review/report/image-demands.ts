import type { ReviewedContainer } from '../workload';
import { nameOf, type Subject } from './subject';
import { code, list, names, sentence } from './words';

/** What an image must be able to do, so that the container runs as the spec wants it. */
export interface ImageDemand {
  readonly container: string;
  readonly image: string;
  readonly sentence: string;
}

/** What the security settings ask of each image. */
export function imageDemandsOf(subject: Subject): ImageDemand[] {
  return subject.workload.containers
    .filter(({ role }) => role !== 'ephemeral')
    .flatMap((placed) => {
      const demands = demandsOf(placed, subject);
      if (demands.length === 0) return [];
      const container = nameOf(placed);
      return [
        {
          container,
          image: placed.container.image ?? '',
          sentence: sentence(`the image of ${code(container)} must ${list(demands)}`),
        },
      ];
    });
}

function demandsOf({ container }: ReviewedContainer, { spec }: Subject): string[] {
  const own = container.securityContext ?? {};
  const user = own.runAsUser ?? spec.securityContext?.runAsUser;
  const nonRoot = own.runAsNonRoot ?? spec.securityContext?.runAsNonRoot;
  return [
    ...(user !== undefined && user !== 0 ? [`run as user ${user}`] : []),
    ...(user === undefined && nonRoot === true ? ['name a user by its number, and not root'] : []),
    ...(own.readOnlyRootFilesystem === true ? [writesText(container)] : []),
    ...(dropsAll(own.capabilities?.drop) && (own.capabilities?.add ?? []).length === 0
      ? ['do without Linux capabilities']
      : []),
  ];
}

function writesText({ volumeMounts = [] }: ReviewedContainer['container']): string {
  const writable = volumeMounts.filter(({ readOnly }) => readOnly !== true).map(({ mountPath }) => mountPath);
  return writable.length === 0 ? 'write no file' : `write nowhere but under ${names(writable, 'or')}`;
}

function dropsAll(drop: readonly string[] | undefined): boolean {
  return drop?.includes('ALL') === true;
}
