import type { ReviewedContainer } from '../workload';
import { nameOf, type Subject } from './subject';
import type { VolumeReport } from './volumes';
import { code, list, names, sentence } from './words';

/** What an image must be able to do, so that the container runs as the spec wants it. */
export interface ImageDemand {
  readonly container: string;
  readonly image: string;
  readonly sentence: string;
}

/** What the security settings ask of each image. */
export function imageDemandsOf(subject: Subject, volumes: readonly VolumeReport[]): ImageDemand[] {
  return subject.workload.containers
    .filter(({ role }) => role !== 'ephemeral')
    .flatMap((placed) => {
      const demands = demandsOf(placed, subject, writablePaths(placed, volumes));
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

function demandsOf({ container }: ReviewedContainer, { spec }: Subject, writable: readonly string[]): string[] {
  const own = container.securityContext ?? {};
  const user = own.runAsUser ?? spec.securityContext?.runAsUser;
  const nonRoot = own.runAsNonRoot ?? spec.securityContext?.runAsNonRoot;
  return [
    ...(user !== undefined && user !== 0 ? [`run as user ${user}`] : []),
    ...(user === undefined && nonRoot === true ? ['name a user other than root by its number'] : []),
    ...(own.readOnlyRootFilesystem === true ? [writesText(writable)] : []),
    ...(dropsAll(own.capabilities?.drop) && (own.capabilities?.add ?? []).length === 0
      ? ['do without Linux capabilities']
      : []),
  ];
}

function writesText(writable: readonly string[]): string {
  return writable.length === 0 ? 'write no file' : `write nowhere but under ${names(writable, 'or')}`;
}

/** A device is no place for files. */
function writablePaths(placed: ReviewedContainer, volumes: readonly VolumeReport[]): string[] {
  const mounts = `${placed.path.toString()}.volumeMounts[`;
  const own = volumes.flatMap((volume) => volume.mounts).filter(({ path }) => path.startsWith(mounts));
  return own.filter(({ readOnly }) => !readOnly).map(({ at }) => at);
}

function dropsAll(drop: readonly string[] | undefined): boolean {
  return drop?.includes('ALL') === true;
}
