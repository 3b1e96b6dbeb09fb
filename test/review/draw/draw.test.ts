import { drawAnatomy, drawTimeline, mermaidAnatomy, mermaidTimeline, reportOf, review } from '../../../review';
import type { WorkloadReport } from '../../../review';
import { job, pod } from '../kinds';
import { deployment, soundContainer, sources } from '../objects';

const labels = { 'app.kubernetes.io/name': 'api' };
const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'api', namespace: 'shop' },
  spec: { selector: labels, ports: [{ port: 80, targetPort: 'http' }] },
};
const proxy = {
  ...soundContainer(),
  name: 'proxy',
  restartPolicy: 'Always',
  ports: [{ name: 'redis', containerPort: 6379 }],
  startupProbe: { tcpSocket: { port: 'redis' }, periodSeconds: 1, failureThreshold: 30 },
  volumeMounts: [{ name: 'data', mountPath: '/in', readOnly: true }],
};

function reportFor(container: Record<string, unknown> = {}, podSpec: Record<string, unknown> = {}): WorkloadReport {
  return only(deployment(container, podSpec), service);
}

function only(...objects: readonly unknown[]): WorkloadReport {
  const [workload] = reportOf(review(sources(...objects), { rules: [] })).workloads;
  if (workload === undefined) throw new Error('no workload was read');
  return workload;
}

const drawn = reportFor(
  {
    env: [{ name: 'REDIS', value: 'localhost:6379' }],
    volumeMounts: [{ name: 'data', mountPath: '/out' }],
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
  },
  {
    initContainers: [{ ...soundContainer(), name: 'migrate', readinessProbe: undefined, ports: [] }, proxy],
    volumes: [{ name: 'data', emptyDir: { sizeLimit: '1Gi' } }],
  },
);
const bare = reportFor();
const hostile = reportFor({ name: '<b>"&`\u0007', image: '<script>alert(1)</script>' });

/** The elements of a picture, so that a tag that is never closed is found. */
function tagsOf(svg: string): readonly string[] {
  const open: string[] = [];
  for (const [tag, name = ''] of svg.matchAll(/<(\/?[a-z]+)[^>]*>/g)) {
    if (name.startsWith('/')) expect(open.pop()).toBe(name.slice(1));
    else if (!tag.endsWith('/>')) open.push(name);
  }
  return open;
}

describe.each([
  ['anatomy', drawAnatomy],
  ['timeline', drawTimeline],
])('the %s as SVG', (_what, draw) => {
  test.each([
    ['a Pod with helpers', drawn],
    ['a Pod with one container', bare],
    ['hostile names', hostile],
  ])('%s is a whole picture with a title, and the same each time', (_title, report) => {
    const svg = draw(report);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+(\.\d+)? \d+(\.\d+)?"/);
    expect(tagsOf(svg)).toEqual([]);
    expect(svg).toContain('<title>');
    expect(svg).not.toMatch(/NaN|undefined|<script|<b>/);
    expect(draw(report)).toBe(svg);
  });
});

test('the anatomy tells containers, ports, calls, mounts and what becomes of volumes', () => {
  const svg = drawAnatomy(drawn);
  for (const text of [
    'migrate',
    'proxy',
    '● redis 6379/TCP',
    '→ localhost:6379',
    '/out',
    'is lost with the Pod',
    'Service api',
  ]) {
    expect(svg).toContain(text);
  }
  expect(svg.match(/marker-end/g)).toHaveLength(2);
  expect(svg.match(/class="chip writes"/g)).toHaveLength(2);
});

test('the timeline tells gates and the grace period', () => {
  const svg = drawTimeline(drawn);
  expect(svg).toContain('started within 30 s');
  expect(svg).toContain('asked to stop: 30 s');
});

test('Mermaid tells the same anatomy', () => {
  expect(mermaidAnatomy(drawn)).toBe(`flowchart LR
  subgraph pod["Pod of Deployment shop/api"]
    subgraph inits["before: run to their end"]
      c0["migrate<br/>registry.example.com/shop/api:v1.4.2"]
    end
    subgraph sidecars["beside: native sidecars"]
      c1["proxy<br/>registry.example.com/shop/api:v1.4.2"]
    end
    subgraph apps["regular containers"]
      c2["api<br/>registry.example.com/shop/api:v1.4.2"]
    end
    v0[("data<br/>emptyDir")]
  end
  v0 -.->|"/in"| c1
  c2 -->|"/out"| v0
  c2 ==>|"localhost:6379"| c1
  s0(["Service api"])
  s0 ==>|"80 to http"| c2
`);
});

test('Mermaid tells the same life', () => {
  expect(mermaidTimeline(drawn).split('\n').slice(5)).toEqual([
    '  k->>c0: start',
    '  c0-->>k: ended',
    '  k->>c1: start',
    '  c1-->>k: started within 30 s',
    '  k->>c2: start',
    '  c2-->>k: started',
    '  note over k: ready: Services send traffic',
    '  note over k: asked to stop, 30 s left',
    '  k->>c2: preStop sleep 5 s',
    '  k->>c2: SIGTERM',
    '  c2-->>k: ended',
    '  k->>c1: SIGTERM',
    '  c1-->>k: ended',
    '',
  ]);
});

test('quotes and marks in names cannot break a Mermaid label', () => {
  const label = /c0\["(.*)"\]/.exec(mermaidAnatomy(hostile))?.[1] ?? '';
  expect(label).not.toMatch(/["`\u0007]/);
});

test('a Pod without an owner is named once', () => {
  const report = only(pod());
  for (const draw of [drawAnatomy, drawTimeline, mermaidAnatomy]) {
    expect(draw(report)).toContain('Pod shop/api');
    expect(draw(report)).not.toContain('Pod of Pod');
  }
});

test('what holds no start up gives it no end either', () => {
  expect(drawTimeline(only(pod()))).toContain('no probe or hook holds the start up');
  expect(drawTimeline(drawn)).toContain('the spec sets no longest start');
});

test('resources other than CPU and memory are drawn', () => {
  const report = only(pod({ resources: { limits: { 'example.com/gpu': '2' } } }));
  expect(drawAnatomy(report)).toContain('>2 example.com/gpu<');
});

test('the life of a Pod that completes has an end in Mermaid, and its sidecars after it', () => {
  const helper = { ...proxy, volumeMounts: undefined };
  expect(
    mermaidTimeline(only(job({}, { initContainers: [helper] })))
      .split('\n')
      .slice(8),
  ).toEqual([
    '  c1-->>k: ended',
    '  k->>c0: asked to end',
    '  c0-->>k: ended',
    '  note over k: completed, if all containers have ended well',
    '',
  ]);
});
