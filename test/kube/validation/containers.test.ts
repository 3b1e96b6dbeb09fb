import { container, ofContainer, ofPod } from './pod-support';

describe('containers', () => {
  test('the minimal Pod is fine', () => {
    expect(ofPod({})).toEqual([]);
  });

  test('a Pod has at least one container', () => {
    expect(ofPod({ containers: [] })).toEqual(['containers Required containers']);
    expect(ofPod({ containers: undefined })).toEqual(['containers Required containers']);
  });

  test('container names are unique across init, regular and ephemeral containers', () => {
    const twice = { containers: [container('app'), container('app')] };
    expect(ofPod(twice)).toEqual(['duplicate-name Duplicate containers[1].name']);
    const everywhere = {
      initContainers: [container('app')],
      ephemeralContainers: [container('app')],
    };
    expect(ofPod(everywhere)).toEqual([
      'duplicate-name Duplicate initContainers[0].name',
      'duplicate-name Duplicate ephemeralContainers[0].name',
      'ephemeral-containers Forbidden ephemeralContainers',
    ]);
  });

  test.each([
    ['no name', { name: undefined }, ['required-field Required name']],
    ['a capital letter', { name: 'App' }, ['invalid-name Invalid name']],
    ['a dot', { name: 'a.b' }, ['invalid-name Invalid name']],
    ['63 letters', { name: 'a'.repeat(63) }, []],
    ['64 letters', { name: 'a'.repeat(64) }, ['invalid-name Invalid name']],
  ])('a container name with %s', (_title, part, expected) => {
    expect(ofContainer(part)).toEqual(expected);
  });

  test.each([
    ['no image', { image: undefined }, 'pod', ['required-field Required image']],
    ['an empty image', { image: '' }, 'template', ['required-field Required image']],
    ['blanks around the image of a Pod', { image: ' nginx ' }, 'pod', ['image-blanks Invalid image']],
    ['blanks around the image of a template', { image: ' nginx ' }, 'template', []],
    ['a blank image in a template', { image: ' ' }, 'template', []],
  ] as const)('%s', (_title, part, holder, expected) => {
    expect(ofContainer(part, { holder })).toEqual(expected);
  });

  test.each([
    ['imagePullPolicy', 'Sometimes', 'pull-policy NotSupported imagePullPolicy'],
    ['terminationMessagePolicy', 'Log', 'termination-message-policy NotSupported terminationMessagePolicy'],
  ])('%s takes only its words', (field, word, expected) => {
    expect(ofContainer({ [field]: word })).toEqual([expected]);
    expect(ofContainer({ [field]: undefined })).toEqual([]);
  });
});

describe('init containers', () => {
  const probe = { exec: { command: ['true'] } };
  const running = { lifecycle: { preStop: probe }, livenessProbe: probe, readinessProbe: probe, startupProbe: probe };

  test('one that runs to its end has no hooks and no probes', () => {
    expect(ofPod({ initContainers: [container('init', running)] })).toEqual([
      'init-container-field Forbidden initContainers[0].lifecycle',
      'init-container-field Forbidden initContainers[0].livenessProbe',
      'init-container-field Forbidden initContainers[0].readinessProbe',
      'init-container-field Forbidden initContainers[0].startupProbe',
    ]);
  });

  test('a sidecar may have them, with a server that knows sidecars', () => {
    const sidecar = { initContainers: [container('proxy', { ...running, restartPolicy: 'Always' })] };
    expect(ofPod(sidecar, { version: '1.29' })).toEqual([]);
    expect(ofPod(sidecar, { version: '1.28' })).toHaveLength(4);
  });

  test('a host port is compared within one init container, and reported at position 0', () => {
    const ports = [
      { containerPort: 1, hostPort: 80 },
      { containerPort: 2, hostPort: 80 },
    ];
    expect(ofPod({ initContainers: [container('a', { ports: [ports[0]] }), container('b', { ports })] })).toEqual([
      'duplicate-host-port Duplicate initContainers[0].ports[1].hostPort',
    ]);
  });
});

describe('ephemeral containers', () => {
  test('a Pod cannot be made with them, nor a template hold them', () => {
    const part = { ephemeralContainers: [container('debug')] };
    const expected = ['ephemeral-containers Forbidden ephemeralContainers'];
    expect(ofPod(part)).toEqual(expected);
    expect(ofPod(part, { holder: 'template' })).toEqual(expected);
  });

  test('they have no ports, probes, resources or sub-paths, and aim at a container that exists', () => {
    const debug = container('debug', {
      targetContainerName: 'nobody',
      ports: [{ containerPort: 80 }],
      resources: { limits: { cpu: '1' } },
      restartPolicy: 'Always',
      volumeMounts: [{ name: 'data', mountPath: '/a', subPath: 'b' }],
    });
    const volumes = [{ name: 'data', emptyDir: {} }];
    expect(ofPod({ volumes, ephemeralContainers: [debug] })).toEqual([
      'unknown-container NotFound ephemeralContainers[0].targetContainerName',
      'ephemeral-container-field Forbidden ephemeralContainers[0].ports',
      'ephemeral-container-field Forbidden ephemeralContainers[0].restartPolicy',
      'ephemeral-container-field Forbidden ephemeralContainers[0].resources',
      'ephemeral-container-field Forbidden ephemeralContainers[0].volumeMounts[0].subPath',
      'ephemeral-containers Forbidden ephemeralContainers',
    ]);
  });
});

describe('restart policies of single containers', () => {
  const exitCodes = { operator: 'In', values: [42] };
  const rules = [{ action: 'Restart', exitCodes }];

  test.each([
    ['a policy and a rule', { restartPolicy: 'Never', restartPolicyRules: rules }, []],
    [
      'odd exit codes',
      {
        restartPolicy: 'Never',
        restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'In', values: [0, -1, -1] } }],
      },
      [],
    ],
    ['an unknown policy', { restartPolicy: 'Maybe' }, ['container-restart-policy NotSupported restartPolicy']],
    ['rules without a policy', { restartPolicyRules: rules }, ['container-restart-policy Required restartPolicy']],
    [
      'a rule without exit codes',
      { restartPolicy: 'Never', restartPolicyRules: [{ action: 'Restart' }] },
      ['restart-rule-exit-codes Required restartPolicyRules[0].exitCodes'],
    ],
    [
      'an unknown action',
      { restartPolicy: 'Never', restartPolicyRules: [{ action: 'Stop', exitCodes }] },
      ['restart-rule-action NotSupported restartPolicyRules[0].action'],
    ],
    [
      'an unknown operator',
      { restartPolicy: 'Never', restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'Is' } }] },
      ['restart-rule-operator NotSupported restartPolicyRules[0].exitCodes.operator'],
    ],
    [
      '21 rules',
      { restartPolicy: 'Never', restartPolicyRules: Array(21).fill(rules[0]) },
      ['restart-rules TooMany restartPolicyRules'],
    ],
    [
      '256 exit codes',
      {
        restartPolicy: 'Never',
        restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'In', values: Array<number>(256).fill(1) } }],
      },
      ['restart-rule-exit-codes TooMany restartPolicyRules[0].exitCodes.values'],
    ],
  ])('%s', (_title, part, expected) => {
    expect(ofContainer(part)).toEqual(expected);
  });

  test('before 1.36 no rule restarts all containers, and sidecars have no rules', () => {
    const all = [{ action: 'RestartAllContainers', exitCodes }];
    const part = { restartPolicy: 'Always', restartPolicyRules: all };
    const action = 'restart-rule-action NotSupported restartPolicyRules[0].action';
    expect(ofContainer(part)).toEqual([]);
    expect(ofContainer(part, { version: '1.35' })).toEqual([action]);
    const sidecar = { initContainers: [container('proxy', { restartPolicy: 'Always', restartPolicyRules: rules })] };
    const forbidden = ['restart-rules Forbidden initContainers[0].restartPolicyRules'];
    expect(ofPod(sidecar)).toEqual([]);
    expect(ofPod(sidecar, { version: '1.35' })).toEqual(forbidden);
  });

  test('before 1.34 only init containers have one, and only Always', () => {
    const forbidden = ['container-restart-policy Forbidden restartPolicy'];
    expect(ofContainer({ restartPolicy: 'Never' }, { version: '1.33' })).toEqual(forbidden);
    const init = { initContainers: [container('init', { restartPolicy: 'Never' })] };
    const unsupported = ['container-restart-policy NotSupported initContainers[0].restartPolicy'];
    expect(ofPod(init, { version: '1.33' })).toEqual(unsupported);
    expect(ofPod(init)).toEqual([]);
  });

  test('1.34 drops all but that of a sidecar unseen', () => {
    const part = { restartPolicy: 'Maybe', restartPolicyRules: [{}] };
    expect(ofContainer(part, { version: '1.34' })).toEqual([]);
    expect(ofPod({ initContainers: [container('init', part)] }, { version: '1.34' })).toEqual([]);
    const startupProbe = { exec: { command: ['true'] } };
    const sidecar = container('proxy', { ...part, restartPolicy: 'Always', startupProbe });
    expect(ofPod({ initContainers: [sidecar] }, { version: '1.34' })).toEqual([]);
  });
});

describe('resize policies', () => {
  test.each([
    ['a known one', [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }], []],
    [
      'an unknown resource',
      [{ resourceName: 'disk', restartPolicy: 'NotRequired' }],
      ['resize-policy NotSupported resizePolicy'],
    ],
    [
      'an unknown policy',
      [{ resourceName: 'cpu', restartPolicy: 'Maybe' }],
      ['resize-policy NotSupported resizePolicy'],
    ],
    ['nothing', [{}], ['resize-policy Required resizePolicy', 'resize-policy Required resizePolicy']],
    [
      'a resource twice',
      Array(2).fill({ resourceName: 'cpu', restartPolicy: 'NotRequired' }),
      ['duplicate-name Duplicate resizePolicy[1]'],
    ],
  ])('%s', (_title, resizePolicy, expected) => {
    expect(ofContainer({ resizePolicy })).toEqual(expected);
  });

  test('a Pod that never restarts cannot ask for a restart', () => {
    const resizePolicy = [{ resourceName: 'cpu', restartPolicy: 'RestartContainer' }];
    const expected = ['resize-policy Invalid resizePolicy'];
    expect(ofContainer({ resizePolicy }, {}, { restartPolicy: 'Never' })).toEqual(expected);
  });

  test('an init container that runs to its end is never resized', () => {
    const resizePolicy = [{ resourceName: 'cpu', restartPolicy: 'RestartContainer' }];
    const of = (part: object) => ofPod({ initContainers: [container('init', { resizePolicy, ...part })] });
    expect(of({})).toEqual(['resize-policy Invalid initContainers[0].resizePolicy']);
    expect(of({ restartPolicy: 'Always' })).toEqual([]);
  });

  test('servers before 1.33 drop them unseen', () => {
    expect(ofContainer({ resizePolicy: [{}] }, { version: '1.32' })).toEqual([]);
  });
});
