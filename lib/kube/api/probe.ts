import type { Int32, Int64, IntOrString } from './scalars';

export interface Lifecycle {
  readonly postStart?: LifecycleHandler;
  readonly preStop?: LifecycleHandler;
  readonly stopSignal?: string;
}

export interface LifecycleHandler {
  readonly exec?: ExecAction;
  readonly httpGet?: HTTPGetAction;
  readonly sleep?: SleepAction;
  readonly tcpSocket?: TCPSocketAction;
}

export interface ExecAction {
  readonly command?: readonly string[];
}

export interface HTTPGetAction {
  readonly host?: string;
  readonly httpHeaders?: readonly HTTPHeader[];
  readonly path?: string;
  readonly port: IntOrString;
  readonly scheme?: string;
}

export interface HTTPHeader {
  readonly name: string;
  readonly value: string;
}

export interface SleepAction {
  readonly seconds: Int64;
}

export interface TCPSocketAction {
  readonly host?: string;
  readonly port: IntOrString;
}

export interface Probe {
  readonly exec?: ExecAction;
  readonly failureThreshold?: Int32;
  readonly grpc?: GRPCAction;
  readonly httpGet?: HTTPGetAction;
  readonly initialDelaySeconds?: Int32;
  readonly periodSeconds?: Int32;
  readonly successThreshold?: Int32;
  readonly tcpSocket?: TCPSocketAction;
  readonly terminationGracePeriodSeconds?: Int64;
  readonly timeoutSeconds?: Int32;
}

export interface GRPCAction {
  readonly port: Int32;
  readonly service?: string;
}
