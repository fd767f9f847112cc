'use strict';

const { esModulePackages } = require('./tools/testing/es-module-packages.cjs');

const compileWithSwc = [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    jsc: {
      target: 'es2023',
      keepClassNames: true,
      parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
    module: { type: 'commonjs' },
  },
];

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: [
    '<rootDir>/{apps,libs,migrations,seeds,test}/**/*.spec.ts',
    '<rootDir>/{apps,libs,migrations,seeds,test}/**/*.db-spec.ts',
  ],
  // Compiled copies of our own packages would be found twice.
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: {
    '^@lib/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    // Our sources name the file that will exist once compiled: './x.js' is './x.ts' here.
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.(t|j|mj)s$': compileWithSwc },
  transformIgnorePatterns: [`/node_modules/(?!(${esModulePackages().join('|')})/)`],
  globalSetup: '<rootDir>/tools/testing/global-setup.cjs',
  globalTeardown: '<rootDir>/tools/testing/global-teardown.cjs',
  testSequencer: '<rootDir>/tools/testing/sequencer.cjs',
  reporters: ['default', '<rootDir>/tools/testing/counts-reporter.cjs'],
  // One database server serves all workers.
  maxWorkers: 2,
  // The first test of a file may clone a database or start a browser on a busy machine.
  testTimeout: 30_000,
};
