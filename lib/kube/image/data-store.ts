import { programOf } from '../command-line';
import { tryImage } from './parse';

/** A program that keeps data: for good in a `database` or a `queue`; a `cache` may lose it. */
export interface DataStore {
  /** The name of its image, without registry and folders. */
  readonly name: string;
  readonly kind: 'database' | 'queue' | 'cache';
  /** The programs of the image by which it serves; others are clients, copies, checks. */
  readonly serves: readonly string[];
}

/** The well-known database, queue or cache that an image holds, by its name; undefined for all others. */
export function tryDataStore(image: string): DataStore | undefined {
  const { repository = '' } = tryImage(image) ?? {};
  return STORES.get(repository.slice(repository.lastIndexOf('/') + 1));
}

/**
 * Whether a container of this image and command line serves as the store that the image is made for. Another program of
 * the image may be anything: a client, a backup, a check.
 */
export function servesAsStore(image: string, line: readonly string[]): boolean {
  const store = tryDataStore(image);
  if (store === undefined) return false;
  const program = line.map((word) => programOf([word])).find((word) => !ENTRYPOINTS.has(word));
  return program === undefined || program.startsWith('-') || store.serves.includes(program);
}

/** What images of stores begin with, before the program itself. */
const ENTRYPOINTS: ReadonlySet<string> = new Set(['docker-entrypoint.sh', 'entrypoint.sh', 'exec', 'tini', '--']);

const SERVERS: Readonly<Record<DataStore['kind'], Readonly<Record<string, readonly string[]>>>> = {
  database: {
    cassandra: ['cassandra'],
    clickhouse: ['clickhouse-server'],
    'clickhouse-server': ['clickhouse-server'],
    cockroach: ['start', 'start-single-node'],
    cockroachdb: ['start', 'start-single-node'],
    couchbase: ['couchbase-server'],
    couchdb: ['couchdb'],
    elasticsearch: ['elasticsearch', 'eswrapper'],
    etcd: ['etcd'],
    influxdb: ['influxd'],
    mariadb: ['mariadbd', 'mysqld'],
    minio: ['server'],
    mongo: ['mongod'],
    mongodb: ['mongod', 'run.sh'],
    'mongodb-community-server': ['mongod'],
    mysql: ['mysqld'],
    'mysql-server': ['mysqld'],
    neo4j: ['neo4j'],
    opensearch: ['opensearch'],
    percona: ['mysqld'],
    'percona-server': ['mysqld'],
    postgis: ['postgres'],
    postgres: ['postgres'],
    postgresql: ['postgres', 'run.sh'],
    scylla: ['scylla'],
    solr: ['solr', 'solr-foreground'],
    timescaledb: ['postgres'],
    zookeeper: ['zkServer.sh'],
  },
  queue: {
    activemq: ['activemq'],
    'cp-kafka': ['run'],
    'eclipse-mosquitto': ['mosquitto'],
    kafka: ['kafka-server-start.sh', 'run'],
    mosquitto: ['mosquitto'],
    nats: ['nats-server'],
    pulsar: ['pulsar'],
    rabbitmq: ['rabbitmq-server'],
    redpanda: ['redpanda', 'start'],
  },
  cache: {
    dragonfly: ['dragonfly'],
    hazelcast: ['hz'],
    keydb: ['keydb-server'],
    memcached: ['memcached'],
    redis: ['redis-server', 'run.sh'],
    'redis-stack': ['redis-stack-server'],
    'redis-stack-server': ['redis-stack-server'],
    valkey: ['valkey-server'],
  },
};

const STORES: ReadonlyMap<string, DataStore> = new Map(
  Object.entries(SERVERS).flatMap(([kind, servers]) =>
    Object.entries(servers).map(([name, serves]) => [
      name,
      // The keys of the record are the kinds.
      { name, kind: kind as DataStore['kind'], serves },
    ]),
  ),
);
