import type { PodMatchers } from 'podwright/testing';

declare global {
  namespace jest {
    interface Matchers<R, T = {}> extends PodMatchers<R> {}
  }
}
