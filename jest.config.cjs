/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/build/'],
  moduleNameMapper: {
    // What is loaded on demand is named as it is called once it is compiled.
    '^(\\.\\.?/.*)\\.js$': '$1',
    '^podwright$': '<rootDir>/index.ts',
    '^podwright/kube$': '<rootDir>/lib/kube/index.ts',
    '^podwright/review$': '<rootDir>/review/index.ts',
    '^podwright/plus$': '<rootDir>/lib/plus/index.ts',
    '^podwright/testing$': '<rootDir>/testing/index.ts',
    '^podwright/patterns$': '<rootDir>/patterns/index.ts',
  },
  transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
  // For programs that are started on a loaded machine. It ends what hangs; nothing is measured by it.
  testTimeout: 120_000,
  setupFiles: ['<rootDir>/test/support/fixed-seed.cjs'],
  reporters: ['default', '<rootDir>/test/support/closing-line.cjs'],
};
