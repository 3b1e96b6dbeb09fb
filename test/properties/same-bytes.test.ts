import fc from 'fast-check';
import {
  App,
  Chart,
  CronJob,
  DaemonSet,
  Deployment,
  emptyDir,
  ExperimentPod,
  httpGet,
  Job,
  pod,
  StatefulSet,
} from 'podwright';
import type { AnyPod, Pod } from 'podwright';
import { readManifests } from '../../synth/read-yaml';
import { base, filesOf } from '../support/shop';

const OWNERS: readonly ((shop: Chart, given: AnyPod) => unknown)[] = [
  (shop, given) => new Deployment(shop, 'd', { replicas: 2, pod: given }),
  (shop, given) => new StatefulSet(shop, 's', { replicas: 1, serviceName: 's', pod: given }),
  (shop, given) => new DaemonSet(shop, 'n', { pod: given }),
  (shop, given) => new Job(shop, 'j', { ...JOB, pod: given }),
  (shop, given) =>
    new CronJob(shop, 'c', {
      schedule: '0 3 * * *',
      timeZone: 'Etc/UTC',
      concurrencyPolicy: 'Forbid',
      job: JOB,
      pod: given,
    }),
  (shop, given) => new ExperimentPod(shop, 'e', { purpose: 'It is tried out', deleteBy: '2027-01-31', pod: given }),
];

const JOB = { restartPolicy: 'Never', backoffLimit: 1, activeDeadlineSeconds: 60 } as const;

/** What a Pod of computed names is: the compiler lets its names be. */
const computed = (made: unknown) => made as Pod;

/** One step that a Pod may take, on names of its own, so that it fits beside any other. */
type Step = (sofar: Pod) => Pod;
const name = fc.stringMatching(/^[a-z]([a-z0-9]{0,6})$/);
const text = fc.string({ maxLength: 40 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(name, text).map(
    ([key, because]): Step =>
      (sofar) =>
        sofar.sidecar(`s-${key}`, { ...base, because: `it is tested ${because}` }),
  ),
  fc.tuple(name, text).map(
    ([key, arg]): Step =>
      (sofar) =>
        sofar.initContainer(`i-${key}`, { ...base, because: 'it is tested', args: [arg] }),
  ),
  name.map(
    (key): Step =>
      (sofar) =>
        computed(sofar.volume(`v-${key}`, emptyDir({ sizeLimit: '1Mi' }), { app: `/v/${key}` })),
  ),
  name.map(
    (key): Step =>
      (sofar) =>
        sofar.scratch(`/scratch/${key}`, '1Mi'),
  ),
  fc.tuple(name, text).map(
    ([key, value]): Step =>
      (sofar) =>
        sofar.metadata({ annotations: { [key]: value } }),
  ),
  text.map(
    (comment): Step =>
      (sofar) =>
        sofar.comment('spec.containers[app].image', `x ${comment}`),
  ),
);
const start = computed(pod('app', { ...base, ports: { http: 8080 }, readinessProbe: httpGet('/', 'http') }));
/** Steps of which no two have the same name, in any order. */
const steps = fc.uniqueArray(step, { maxLength: 6, selector: (made) => namesOf(made(start)) });
const built = (made: readonly Step[]) => made.reduce((sofar, next) => next(sofar), start);

function namesOf({ model }: Pod): string {
  const added = [...model.containers.slice(1), ...model.volumes].map((entry) => entry.name);
  return [...added, ...Object.keys(model.annotations), ...model.comments.map((comment) => comment.text)].join();
}

const everywhere = (given: AnyPod) =>
  filesOf((shop) => {
    for (const own of OWNERS) own(shop, given);
  });

describe('the same Pod gives the same bytes', () => {
  test('in all six owners, rendered twice, in two Apps, and reads back as the object that was rendered', () => {
    fc.assert(
      fc.property(steps, (made) => {
        const given = built(made);
        const before = structuredClone(given.model);
        const first = everywhere(given);
        expect(everywhere(given)).toEqual(first);
        expect(given.model).toEqual(before);
        expect(first).toHaveLength(OWNERS.length);
      }),
      { numRuns: 30 },
    );
  });

  test('twice from one App, and what is printed reads back as what was rendered', () => {
    fc.assert(
      fc.property(steps, (made) => {
        const app = new App();
        const shop = new Chart(app, 'shop', { namespace: 'shop' });
        const owner = new Deployment(shop, 'd', { replicas: 1, pod: built(made) });
        const text = app.synthYaml();
        expect(app.synthYaml()).toBe(text);
        const { documents, problems } = readManifests(text);
        expect(problems).toEqual([]);
        expect(documents.map(({ value }) => value)).toEqual([owner.toJson()]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('steps that do not meet', () => {
  test('may be taken in any order: each container, volume and annotation comes out the same', () => {
    fc.assert(
      fc.property(steps, (made) => {
        const [there, back] = [built(made), built([...made].reverse())].map((given) => partsOf(given));
        expect(back).toEqual(there);
      }),
      { numRuns: 50 },
    );
  });
});

/** What a Pod is made of, apart from the order in which it stands. */
function partsOf(given: AnyPod): unknown {
  const app = new App();
  const owner = new Deployment(new Chart(app, 'shop', { namespace: 'shop' }), 'd', { replicas: 1, pod: given });
  const { template } = (owner.toJson() as unknown as { spec: { template: Template } }).spec;
  const { containers, initContainers = [], volumes = [], ...others } = template.spec;
  const byName = (list: readonly Named[]) => new Map(list.map((entry) => [entry.name, withMountsByPath(entry)]));
  return [byName(containers), byName(initContainers), byName(volumes), others, template.metadata];
}

interface Named {
  readonly name: string;
  readonly volumeMounts?: readonly { readonly mountPath: string }[];
}

interface Template {
  readonly metadata: unknown;
  readonly spec: Readonly<Record<'containers', readonly Named[]>> & {
    readonly initContainers?: readonly Named[];
    readonly volumes?: readonly Named[];
  };
}

function withMountsByPath({ volumeMounts = [], ...others }: Named): unknown {
  return [others, new Map(volumeMounts.map((mount) => [mount.mountPath, mount]))];
}
