/** What one cluster says of itself. */
export interface ClusterSettings {
  readonly zone: string;
}

/** Forty clusters of an environment, spread over regions: `prod-01` to `prod-40`. */
function clustersOf(environment: string): Readonly<Record<string, ClusterSettings>> {
  const zones = ['eu-central-1', 'eu-west-1', 'us-east-1', 'us-west-2'];
  return Object.fromEntries(
    Array.from({ length: 40 }, (_, position) => {
      const zone = zones[position % zones.length] ?? 'eu-central-1';
      return [`${environment}-${String(position + 1).padStart(2, '0')}`, { zone }];
    }),
  );
}

/** Everything in which the environments differ. */
export const fleet = {
  dev: { replicas: 1, memory: '128Mi', level: 'debug', prune: true, clusters: clustersOf('dev') },
  stage: { replicas: 2, memory: '256Mi', level: 'info', prune: true, clusters: clustersOf('stage') },
  prod: { replicas: 3, memory: '256Mi', level: 'info', prune: false, clusters: clustersOf('prod') },
} as const;
