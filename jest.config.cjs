/** Real engines, no module mocks: one Postgres cluster a run (a database a file), DuckDB in process, a real browser. */
module.exports = {
  testMatch: ['<rootDir>/{server,dashboard,migrations,bench,seed-data}/**/*.spec.{ts,tsx}'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/var'],
  transform: {
    '^.+\\.(ts|tsx|mjs|js)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // ES modules, which Jest cannot load as they are
  transformIgnorePatterns: ['/node_modules/(?!(openid-client|oauth4webapi|jose|hucre)/)'],
  globalSetup: '<rootDir>/.ci/test-setup.cjs',
  setupFiles: ['<rootDir>/.ci/properties.cjs', '<rootDir>/.ci/log.cjs'],
  globalTeardown: '<rootDir>/.ci/test-teardown.cjs',
  reporters: ['default', '<rootDir>/.ci/tally.cjs'],
  // a patience, not a judgement of speed: some tests start the service a dozen times, on machines that do other work
  testTimeout: 240000,
  maxWorkers: 2,
};
