import { printable } from '../markup';
import type { WorkloadReport } from '../report';
import { podTitle } from './title';

/** Draws the anatomy of a workload's Pods as a Mermaid flowchart, for Markdown that renders it. */
export function mermaidAnatomy(report: WorkloadReport): string {
  const ids = new Map(report.containers.map(({ name }, position) => [name, `c${position}`]));
  const id = (name: string | undefined) => ids.get(name ?? '');
  const lines = ['flowchart LR', `  subgraph pod[${quoted(podTitle(report))}]`];
  for (const [role, title] of LANES) {
    const containers = report.containers.filter((container) => container.role === role);
    if (containers.length === 0) continue;
    lines.push(`    subgraph ${role}s[${quoted(title)}]`);
    for (const { image, name } of containers) lines.push(`      ${id(name)}[${quoted(`${name}<br/>${image}`)}]`);
    lines.push('    end');
  }
  report.volumes.forEach(({ name, source }, position) =>
    lines.push(`    v${position}[(${quoted(`${name}<br/>${source}`)})]`),
  );
  lines.push('  end');
  report.volumes.forEach((volume, position) => {
    for (const { at, container, readOnly } of volume.mounts) {
      const from = id(container);
      if (from === undefined) continue;
      const writes = !readOnly && volume.writers.includes(container);
      lines.push(writes ? `  ${from} -->|${quoted(at)}| v${position}` : `  v${position} -.->|${quoted(at)}| ${from}`);
    }
  });
  for (const { from, port, to } of report.localhost) {
    if (id(from) !== undefined && id(to) !== undefined)
      lines.push(`  ${id(from)} ==>|${quoted(`localhost:${port}`)}| ${id(to)}`);
  }
  const services = [...new Set(report.ports.ports.flatMap((port) => port.services.map(({ service }) => service)))];
  services.forEach((service, position) => lines.push(`  s${position}([${quoted(`Service ${service}`)}])`));
  for (const port of report.ports.ports) {
    for (const target of port.services) {
      lines.push(
        `  s${services.indexOf(target.service)} ==>|${quoted(`${target.port} to ${port.name ?? port.port}`)}| ${id(port.container)}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Draws the life of a workload's Pods as a Mermaid sequence diagram: start, traffic, stop. */
export function mermaidTimeline({ containers, ports, ready, start, stop }: WorkloadReport): string {
  const names = containers.filter(({ role }) => role !== 'ephemeral').map(({ name }) => name);
  const ids = new Map(names.map((name, position) => [name, `c${position}`]));
  const id = (name: string) => ids.get(name) ?? 'k';
  const lines = ['sequenceDiagram', '  participant k as kubelet'];
  for (const [name, short] of ids) lines.push(`  participant ${short} as ${plain(name)}`);
  for (const { containers: started, through, worstCase } of start.steps) {
    for (const { name } of started) lines.push(`  k->>${id(name)}: start`);
    const within = worstCase === undefined || worstCase === 0 ? '' : ` within ${worstCase} s`;
    for (const { name } of started) lines.push(`  ${id(name)}-->>k: ${through}${within}`);
  }
  const isServed = ports.ports.some(({ services }) => services.length > 0);
  if (names.length > 0 && ready.status === 'Running') {
    lines.push(
      `  note over k: ${isServed ? 'ready: Services send traffic' : 'ready'}`,
      `  note over k: asked to stop, ${stop.grace} s left`,
    );
  }
  if (ready.status === 'Completed') {
    const those = (part: string) => containers.filter(({ role }) => role === part).map(({ name }) => id(name));
    for (const done of those('app')) lines.push(`  ${done}-->>k: ended`);
    for (const helper of those('sidecar')) lines.push(`  k->>${helper}: asked to end`, `  ${helper}-->>k: ended`);
    if (names.length > 0) lines.push('  note over k: completed, if all containers have ended well');
  }
  for (const { action, name, seconds } of ready.status === 'Running' ? stop.hooks : []) {
    lines.push(`  k->>${id(name)}: preStop ${action}${seconds === undefined ? '' : ` ${seconds} s`}`);
  }
  for (const { containers: stopped } of ready.status === 'Running' ? stop.steps : []) {
    for (const { name, signal } of stopped) lines.push(`  k->>${id(name)}: ${plain(signal)}`);
    for (const { name } of stopped) lines.push(`  ${id(name)}-->>k: ended`);
  }
  return `${lines.join('\n')}\n`;
}

const LANES = [
  ['init', 'before: run to their end'],
  ['sidecar', 'beside: native sidecars'],
  ['app', 'regular containers'],
] as const;

/** A label; Mermaid has no escape for quotes but the entity. */
function quoted(text: string): string {
  return `"${printable(text).replaceAll('"', '#quot;').replaceAll('`', "'")}"`;
}

/** A name outside of quotes: what Mermaid could take for its own is left out. */
function plain(text: string): string {
  return text.replace(/[^A-Za-z0-9._/-]/g, ' ');
}
