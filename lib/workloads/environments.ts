import type { Construct } from 'constructs';
import { fieldsArgument } from '../pod/argument';
import { Cluster, Environment } from './environment';

/** What varies, by name: the settings of each environment, or of each cluster. */
export type Matrix = Readonly<Record<string, object>>;

/** The settings that one of them has, whichever it is. */
export type SettingsOf<Rows> = { readonly [Name in SettingName<Rows>]: SettingValue<RowOf<Rows>, Name> };

/** What every row must have: the settings of all the others. Of several matrices, those of the others count too. */
export type SameSettings<Rows, Names extends PropertyKey = SettingName<Rows>> = {
  readonly [Name in keyof Rows]: { readonly [Setting in Names]: unknown };
};

/** The names of the rows of a matrix. */
export type RowName<Rows> = Rows extends unknown ? keyof Rows & string : never;

/**
 * Makes one environment for each row of a matrix, each with a folder of its own: `dist/dev`, `dist/prod`.
 *
 * What differs stands in the matrix and nowhere else: all environments have the same settings, which the compiler checks,
 * and come from the same code. Every object of a chart in an environment has the label `environment`.
 *
 * @param define Makes the charts of one environment.
 * @returns The environments, in the order of the matrix.
 * @throws TypeError where there is none, a name is no DNS label, or they do not all have the same settings.
 * @example
 * environments(app, { dev: { replicas: 1 }, prod: { replicas: 3 } }, (environment, { replicas }) => {
 *   const shop = new Chart(environment, 'shop', { namespace: 'shop' });
 *   new Deployment(shop, 'checkout', { replicas, pod: checkout });
 * });
 */
export function environments<const Rows extends Matrix>(
  scope: Construct,
  matrix: Rows & SameSettings<Rows>,
  define: (environment: Environment, settings: SettingsOf<Rows>, name: RowName<Rows>) => void,
): readonly Environment[] {
  const made = partsOf('environment', matrix, (name) => new Environment(scope, name), define);
  if (made.length > 0) return made;
  throw new TypeError(
    'the matrix of environments is empty, and synthesis would remove the manifests of all there were',
  );
}

/**
 * Makes one cluster for each row of a matrix, each with a folder of its own below that of its environment:
 * `dist/prod/eu-1`. All clusters have the same settings, which the compiler checks.
 *
 * @param scope An environment, or an App that has none.
 * @param define Makes the charts of one cluster.
 * @returns The clusters, in the order of the matrix.
 * @throws TypeError where a name is no DNS label, or the clusters do not all have the same settings.
 */
export function clusters<const Rows extends Matrix>(
  scope: Construct,
  matrix: Rows & SameSettings<Rows>,
  define: (cluster: Cluster, settings: SettingsOf<Rows>, name: RowName<Rows>) => void,
): readonly Cluster[] {
  return partsOf('cluster', matrix, (name) => new Cluster(scope, name), define);
}

type RowOf<Rows> = Rows extends unknown ? Rows[keyof Rows] : never;

type SettingName<Rows> = KeyOf<RowOf<Rows>>;

type KeyOf<Row> = Row extends unknown ? keyof Row : never;

type SettingValue<Row, Name> = Row extends unknown ? (Name extends keyof Row ? Row[Name] : never) : never;

function partsOf<Rows extends Matrix, Made>(
  what: string,
  matrix: Rows,
  make: (name: string) => Made,
  define: (made: Made, settings: SettingsOf<Rows>, name: RowName<Rows>) => void,
): readonly Made[] {
  const rows = Object.entries(fieldsArgument(`the matrix of ${what}s`, matrix));
  refuseGaps(what, rows);
  return rows.map(([name, row]) => {
    const made = make(name);
    // Whatever row it is, it has the settings of all: the compiler has checked it, and so have we.
    define(made, row as SettingsOf<Rows>, name as RowName<Rows>);
    return made;
  });
}

/** What the compiler refuses, for plain JavaScript and for rows that it does not know. */
function refuseGaps(what: string, rows: readonly (readonly [name: string, row: object])[]): void {
  const owners = new Map<string, string>();
  for (const [name, row] of rows) {
    for (const key of Object.keys(fieldsArgument(`${what} "${name}"`, row))) owners.set(key, owners.get(key) ?? name);
  }
  for (const [name, row] of rows) {
    for (const [key, owner] of owners) {
      if (Object.hasOwn(row, key)) continue;
      throw new TypeError(
        `${what} "${name}" has no "${key}", which "${owner}" has: all of them have the same settings`,
      );
    }
  }
}
