const rooms = ['lib', 'patterns', 'synth', 'review', 'importer', 'cli'];
const only = (room, ...allowed) => ({
  name: `${room}-imports-only-${allowed.join('-or-') || 'itself'}`,
  comment: 'The arrows between the rooms are part of the design: docs/decisions/rooms.md',
  severity: 'error',
  from: { path: `^${room}/` },
  to: { path: `^(${rooms.join('|')})/`, pathNot: [room, ...allowed].map((folder) => `^${folder}/`) },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-rings', severity: 'error', from: {}, to: { circular: true } },
    only('lib/kube'),
    only('lib'),
    only('patterns', 'lib'),
    only('synth', 'lib'),
    only('review', 'lib/kube'),
    only('importer', 'lib/kube'),
    {
      name: 'only-plus-imports-cdk8s-plus',
      severity: 'error',
      from: { pathNot: '^lib/plus/' },
      to: { path: 'cdk8s-plus-' },
    },
    {
      name: 'kube-and-review-run-in-a-browser',
      severity: 'error',
      from: { path: '^(lib/kube|review)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-cli-and-synth-touch-the-machine',
      severity: 'error',
      from: { pathNot: '^(cli|synth)/' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};
