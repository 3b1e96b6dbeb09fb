import { servesAsStore, tryDataStore } from '../../../lib/kube/image';

describe('a database, a queue or a cache is known by its image', () => {
  test.each([
    ['postgres', 'database'],
    ['docker.io/library/mysql:8.4', 'database'],
    ['quay.io/minio/minio:RELEASE.2025-01-01', 'database'],
    ['bitnami/kafka:3.9.0', 'queue'],
    ['registry.example.com:5000/mirror/redis:7.4.1', 'cache'],
  ])('%s is a %s', (image, kind) => {
    expect(tryDataStore(image)?.kind).toBe(kind);
  });

  test.each(['', 'redis-exporter', 'oliver006/redis_exporter:v1', 'redis/insight', 'Redis', 'constructor'])(
    '%j is none',
    (image) => {
      expect(tryDataStore(image)).toBeUndefined();
    },
  );
});

describe('another program of the image is no store', () => {
  test.each([
    ['postgres:16.4', [], true],
    ['postgres:16.4', ['-c', 'max_connections=200'], true],
    ['postgres:16.4', ['/usr/local/bin/docker-entrypoint.sh', 'postgres'], true],
    ['postgres:16.4', ['pg_dump', 'shop'], false],
    ['registry.example.com/shop/api:v1', [], false],
  ])('%s with %j: %s', (image, line, serves) => {
    expect(servesAsStore(image, line)).toBe(serves);
  });
});
