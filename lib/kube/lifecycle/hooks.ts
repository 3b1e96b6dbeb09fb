import type { LifecycleHandler } from '../api/probe';

/** What runs right after a container's start, or right before its stop. */
export interface Hook {
  /** The kind of hook. */
  readonly kind: 'exec' | 'httpGet' | 'sleep';
  /** How long it takes, in seconds; absent where only the program knows. */
  readonly seconds?: number;
}

/** What a handler does; undefined for none, and for the old `tcpSocket`, which the kubelet does not carry out. */
export function hookOf(handler: LifecycleHandler | undefined): Hook | undefined {
  if (handler?.exec !== undefined) return { kind: 'exec' };
  if (handler?.httpGet !== undefined) return { kind: 'httpGet' };
  return handler?.sleep === undefined ? undefined : { kind: 'sleep', seconds: Math.max(handler.sleep.seconds, 0) };
}
