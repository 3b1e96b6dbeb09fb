/** The labels that tools of the whole field understand, without their common prefix. */
export interface RecommendedLabels {
  /** The application: `mysql`. */
  readonly name?: string;
  /** This installation of it: `mysql-orders`. */
  readonly instance?: string;
  /** Its version: `8.4.2`. */
  readonly version?: string;
  /** Its part in the whole: `database`. */
  readonly component?: string;
  /** The whole: `shop`. */
  readonly partOf?: string;
  /** The tool that runs it. */
  readonly managedBy?: string;
}

/** Prefix of the labels that Kubernetes recommends. */
export const RECOMMENDED_PREFIX = 'app.kubernetes.io';

/**
 * The labels that Kubernetes recommends, under their full keys.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
 */
export function recommendedLabels({ partOf, managedBy, ...others }: RecommendedLabels): Record<string, string> {
  const short = { ...others, 'part-of': partOf, 'managed-by': managedBy };
  const given = Object.entries(short).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(given.map(([key, value]) => [`${RECOMMENDED_PREFIX}/${key}`, value]));
}
