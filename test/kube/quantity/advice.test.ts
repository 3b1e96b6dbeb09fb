import { quantityAdvice, unitOfResource } from '../../../lib/kube/quantity';

test.each([
  ['400m', 'memory', '"400Mi"'],
  ['512', 'memory', '"512Mi"'],
  ['512', 'sizeLimit', '"512Mi"'],
  ['1.5', 'memory', '"1.5Mi"'],
  ['256MB', 'memory', '"256Mi" (times 1024) or "256M" (times 1000)'],
  ['1KiB', 'memory', '"1Ki"'],
  ['512B', 'memory', '"512"'],
  ['512b', 'memory', '"512"'],
  ['1gi', 'memory', '"1Gi"'],
  ['1 Gi', 'memory', '"1Gi"'],
  ['1 gb', 'memory', '"1Gi" (times 1024) or "1G" (times 1000)'],
  ['1K', 'ephemeral-storage', '"1Ki" (times 1024) or "1k" (times 1000)'],
  ['0,5', 'cpu', '"0.5"'],
  ['1_000', 'cpu', '"1000"'],
  ['500Mi', 'cpu', '"500m"'],
  ['500', 'cpu', '"500m"'],
  ['0.0005', 'cpu', '"1m"'],
  ['2 cores', 'cpu', '"2"'],
  ['250 millicores', 'cpu', '"250m"'],
  ['', 'cpu', '"250m"'],
  ['Gi', 'requests.memory', 'reads it as 0'],
  ['lots', 'memory', 'Ki Mi Gi'],
  ['0.5', 'nvidia.com/gpu', 'whole number'],
])('%j as %s is answered with %s', (value, resource, part) => {
  expect(quantityAdvice(value, resource)).toContain(part);
});

test.each([
  ['250m', 'cpu'],
  ['2', 'cpu'],
  [2, 'cpu'],
  ['64', 'cpu'],
  ['0', 'memory'],
  ['256Mi', 'memory'],
  ['500M', 'memory'],
  ['1048576', 'memory'],
  ['1.5Gi', 'memory'],
  ['2Mi', 'hugepages-2Mi'],
  ['1', 'nvidia.com/gpu'],
])('%s as %s needs no advice', (value, resource) => {
  expect(quantityAdvice(value, resource)).toBeUndefined();
});

test.each([
  ['cpu', 'cores'],
  ['limits.cpu', 'cores'],
  ['hugepages-1Gi', 'bytes'],
  ['requests.storage', 'bytes'],
  ['example.com/fpga', 'things'],
])('%s is counted in %s', (resource, unit) => {
  expect(unitOfResource(resource)).toBe(unit);
});
