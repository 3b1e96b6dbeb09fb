export { bridge } from './bridge';
export type { Bridge, BridgedWorkload } from './bridge';
export { harden } from './harden';
export type { Hardened, Hardening } from './harden';
export type {
  PlusBackend,
  PlusConnections,
  PlusModule,
  PlusPeer,
  PlusScalable,
  PlusSelector,
  PlusSubject,
} from './plus-module';
export { plusSelector } from './plus-selector';
export { withPatterns } from './with-patterns';
export type { OpenPattern } from './with-patterns';
