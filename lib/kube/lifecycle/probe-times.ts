import type { Container } from '../api/container';
import type { Probe } from '../api/probe';
import { LEAST_GRACE } from './grace';

/** How long a startup probe waits, in seconds from the start of the container's process. */
export interface StartupTimes {
  /** The soonest at which the probe can succeed. */
  readonly earliest: number;
  /** How long the program may take: `initialDelaySeconds` and `failureThreshold` periods. */
  readonly budget: number;
  /** The latest at which a program that never starts is killed: the budget, the last check and the grace period. */
  readonly killed: number;
}

/** How fast readiness comes and goes, in seconds. */
export interface ReadinessTimes {
  /** The soonest readiness after the start of the container's process. */
  readonly earliest: number;
  /** The longest from a failure until Services leave the Pod out. */
  readonly outOfEndpoints: number;
  /** The longest from a recovery until Services send traffic again. */
  readonly backInEndpoints: number;
}

/** How fast a hung program is noticed and stopped, in seconds. */
export interface LivenessTimes {
  /** The soonest at which the probe can have a container killed, from the start of its process. */
  readonly earliest: number;
  /** The longest from the moment the program hangs until the probe gives up. */
  readonly noticed: number;
  /** Then the time until the program is killed, if it does not stop by itself. */
  readonly grace: number;
  /** The longest until the old process is gone: noticed and grace. Later restarts wait for their back-off too. */
  readonly restarted: number;
}

/**
 * What a container's startup probe allows; undefined where it has none, and the container counts as started at once.
 *
 * @param grace The seconds that the Pod grants for stopping.
 */
export function startupTimesOf(container: Container, grace: number): StartupTimes | undefined {
  if (container.startupProbe === undefined) return undefined;
  const probe = cadenceOf(container.startupProbe);
  const budget = probe.delay + failing(probe);
  return { earliest: probe.delay, budget, killed: budget + probe.timeout + stopping(probe, grace) };
}

/** How fast a container's readiness comes and goes; undefined where it is ready as soon as it is started. */
export function readinessTimesOf(container: Container): ReadinessTimes | undefined {
  if (container.readinessProbe === undefined) return undefined;
  const probe = cadenceOf(container.readinessProbe);
  return {
    earliest: Math.max(startedAfter(container), probe.delay) + (probe.successes - 1) * probe.period,
    outOfEndpoints: failing(probe) + probe.timeout,
    backInEndpoints: probe.period + (probe.successes - 1) * pace(probe) + probe.timeout,
  };
}

/**
 * How fast a hung container is restarted; undefined where nobody looks whether it hangs.
 *
 * @param grace The seconds that the Pod grants for stopping.
 */
export function livenessTimesOf(container: Container, grace: number): LivenessTimes | undefined {
  if (container.livenessProbe === undefined) return undefined;
  const probe = cadenceOf(container.livenessProbe);
  const noticed = failing(probe) + probe.timeout;
  const own = stopping(probe, grace);
  return {
    earliest: Math.max(startedAfter(container), probe.delay) + (probe.failures - 1) * probe.period,
    noticed,
    grace: own,
    restarted: noticed + own,
  };
}

/** The soonest at which a container counts as started. */
function startedAfter({ startupProbe }: Container): number {
  return startupProbe === undefined ? 0 : cadenceOf(startupProbe).delay;
}

interface Cadence {
  readonly delay: number;
  readonly period: number;
  readonly timeout: number;
  readonly successes: number;
  readonly failures: number;
  readonly grace: number | undefined;
}

/** The numbers of a probe; what the API would refuse counts as the least it takes. */
function cadenceOf(probe: Probe): Cadence {
  const own = probe.terminationGracePeriodSeconds;
  return {
    delay: Math.max(probe.initialDelaySeconds ?? 0, 0),
    period: Math.max(probe.periodSeconds ?? 10, 1),
    timeout: Math.max(probe.timeoutSeconds ?? 1, 1),
    successes: Math.max(probe.successThreshold ?? 1, 1),
    failures: Math.max(probe.failureThreshold ?? 3, 1),
    grace: own === undefined ? undefined : Math.max(own, 1),
  };
}

/** From the last success, or from the end of the initial delay, until the last failure that counts is looked for. */
function failing(probe: Cadence): number {
  return probe.period + (probe.failures - 1) * pace(probe);
}

/** What a probe that gives up leaves the program for stopping. */
function stopping(probe: Cadence, grace: number): number {
  return Math.max(probe.grace ?? grace, LEAST_GRACE);
}

/** A check that runs longer than a period holds up the next one. */
function pace({ period, timeout }: Cadence): number {
  return Math.max(period, timeout);
}
