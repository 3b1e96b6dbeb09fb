const rooms = ['lib', 'patterns', 'synth', 'review', 'importer', 'testing', 'cli'];
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
    only('testing', 'lib', 'synth'),
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
      name: 'only-cli-synth-and-testing-touch-the-machine',
      severity: 'error',
      from: { pathNot: '^(cli|synth|testing)/' },
      // A checksum is a function of its text: it touches nothing.
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};
