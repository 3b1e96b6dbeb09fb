import { isAtOrBelow } from '../../lib/kube/field-path';

describe('a field is at, or below, another', () => {
  it.each([
    ['spec.containers', 'spec.containers'],
    ['spec.containers[0].image', 'spec.containers'],
    ['spec.containers[0].image', 'spec.containers[0]'],
    ['spec.replicas', 'spec'],
    ['spec.replicas', ''],
    ['', ''],
  ])('%p is at or below %p', (path, field) => {
    expect(isAtOrBelow(path, field)).toBe(true);
  });

  it.each([
    ['spec', 'spec.replicas'],
    ['specification', 'spec'],
    ['spec.containers[10]', 'spec.containers[1]'],
    ['spec.containersReady', 'spec.containers'],
    ['', 'spec'],
  ])('%p is neither at nor below %p', (path, field) => {
    expect(isAtOrBelow(path, field)).toBe(false);
  });
});
