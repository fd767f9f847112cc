'use strict';

/**
 * The walls of the house (docs/architecture.md says why they stand where they stand). Checked by `npm run check`.
 *
 * Floors, from the ground up: an import may only go down, never across. A new room in libs/ is one word here.
 */
const FLOORS = [
  ['kernel', 'config', 'archives'],
  [
    ...['performance', 'statutory', 'access', 'spreadsheets', 'uploads', 'personal-data', 'published-data'],
    ...['persistence', 'ui'],
  ],
  ['audit-trail', 'gateways', 'reporting'],
  ['partnerships'],
  ['identity'],
  ['plans', 'assurance', 'meetings', 'comparators'],
  ['results'],
  ['returns'],
  ['importing'],
  ['publishing', 'audit-bundle'],
];

/** Rooms without any framework, database, network or file: the same input gives the same answer, for ever. */
const PURE_ROOMS = [
  'kernel',
  'archives',
  'performance',
  'statutory',
  'access',
  'spreadsheets',
  'uploads',
  'personal-data',
  'published-data',
];

/** Rooms that may use less than their floor allows. */
const NARROW_ROOMS = {
  'audit-trail': ['kernel', 'access', 'persistence'],
  gateways: ['kernel', 'persistence'],
  reporting: ['kernel', 'access', 'persistence', 'performance', 'published-data', 'statutory'],
};

const TESTS = String.raw`[.-]spec\.ts$|^test/|^libs/testing/`;

const rooms = FLOORS.flat();
const oneOf = (names) => `(${names.join('|')})`;
const npm = (...names) => `(^|/)node_modules/${oneOf(names)}/`;
const room = (...names) => `^libs/${oneOf(names)}/`;

/** A room may not look up or across, nor out of the window at the apps. */
function onlyDown(name) {
  const floor = FLOORS.findIndex((names) => names.includes(name));
  const notBelow = FLOORS.slice(floor)
    .flat()
    .filter((other) => other !== name);
  return {
    name: `floor-of-${name}`,
    comment: `libs/${name} is on floor ${floor + 1}: it may import from the floors below it only.`,
    severity: 'error',
    from: { path: room(name), pathNot: String.raw`[.-]spec\.ts$` },
    to: { path: [room(...notBelow), '^(apps|migrations|seeds|test)/'] },
  };
}

function onlyThese([name, allowed]) {
  return {
    name: `narrow-room-${name}`,
    comment: `libs/${name} may import ${allowed.join(', ')} and nothing else of ours.`,
    severity: 'error',
    from: { path: room(name), pathNot: TESTS },
    to: { path: '^libs/', pathNot: room(name, ...allowed) },
  };
}

function forbid(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid(
      'no-circle',
      'Two files that need each other are one subject, or one word too many.',
      {},
      { circular: true },
    ),
    forbid('resolvable', 'The file or package does not exist.', {}, { couldNotResolve: true }),

    ...rooms.map(onlyDown),
    ...Object.entries(NARROW_ROOMS).map(onlyThese),
    forbid(
      'every-room-has-a-floor',
      'This room is not on any floor yet: name it in FLOORS.',
      { path: '^libs/', pathNot: room(...rooms, 'testing') },
      {},
    ),

    forbid(
      'front-door-between-rooms',
      'Another room is entered by its index.ts.',
      { path: '^libs/([^/]+)/' },
      { path: '^libs/', pathNot: ['^libs/$1/', String.raw`^libs/[^/]+/src/index\.ts$`] },
    ),
    forbid(
      'front-door-from-outside',
      'A room is entered by its index.ts.',
      { path: '^(apps|migrations|seeds)/' },
      { path: '^libs/', pathNot: String.raw`^libs/[^/]+/src/index\.ts$` },
    ),

    forbid(
      'pure-rooms-are-pure',
      `${PURE_ROOMS.join(', ')}: no framework, no database, no input or output.`,
      { path: room(...PURE_ROOMS), pathNot: TESTS },
      {
        path: [
          npm('@nestjs', 'typeorm', 'pg', 'express', 'nunjucks', 'rxjs'),
          '^(node:)?(fs|http|https|net|tls|dns|os|process|child_process|worker_threads|timers)(/promises)?$',
        ],
      },
    ),
    forbid(
      'domain-knows-no-framework',
      'domain/ decides; it does not store, inject or serve.',
      { path: '^libs/[^/]+/src/domain/', pathNot: TESTS },
      { path: npm('@nestjs', 'typeorm', 'pg', 'express', 'nunjucks') },
    ),
    forbid(
      'domain-knows-pure-rooms-only',
      `domain/ may import its own room's domain and ${PURE_ROOMS.join(', ')}.`,
      { path: '^libs/([^/]+)/src/domain/', pathNot: TESTS },
      { path: '^(libs|apps)/', pathNot: ['^libs/$1/src/domain/', room(...PURE_ROOMS)] },
    ),
    forbid(
      'storing-does-not-decide',
      'persistence/ is called by use cases, not the other way round.',
      { path: '^libs/([^/]+)/src/persistence/', pathNot: TESTS },
      { path: '^libs/$1/src/use-cases/' },
    ),

    forbid(
      'typeorm-behind-one-door',
      'Only libs/persistence, the persistence/ folders and migrations speak TypeORM.',
      {
        pathNot: [
          TESTS,
          '^libs/persistence/',
          '^libs/[^/]+/src/persistence/',
          '^migrations/',
          'node_modules',
        ],
      },
      { path: npm('typeorm') },
    ),
    forbid(
      'typeorm-module-for-modules',
      '@nestjs/typeorm hands out repositories: for modules and persistence/ folders.',
      {
        pathNot: [
          TESTS,
          '^libs/persistence/',
          '^libs/[^/]+/src/persistence/',
          String.raw`\.module\.ts$`,
          'node_modules',
        ],
      },
      { path: npm('@nestjs/typeorm') },
    ),
    forbid(
      'nunjucks-behind-one-door',
      'Only libs/ui speaks nunjucks.',
      { pathNot: [TESTS, '^libs/ui/', 'node_modules'] },
      { path: npm('nunjucks', '@types/nunjucks') },
    ),
    forbid(
      'archives-behind-one-door',
      'Only libs/archives unpacks, and reads XML.',
      { pathNot: [TESTS, '^libs/archives/', 'node_modules'] },
      { path: npm('saxes', 'yauzl') },
    ),
    forbid(
      'spreadsheets-behind-one-door',
      'Only libs/spreadsheets reads and writes CSV and XLSX.',
      { pathNot: [TESTS, '^libs/spreadsheets/', 'node_modules'] },
      { path: npm('csv-parse', 'write-excel-file') },
    ),
    forbid(
      'http-in-the-web-app-only',
      'Only apps/web knows that there is HTTP.',
      { pathNot: [TESTS, '^apps/web/', 'node_modules'] },
      {
        path: npm(
          ...['express', '@types/express', 'express-session', '@types/express-session', 'connect-pg-simple'],
          ...[
            'passport',
            'passport-local',
            '@types/passport-local',
            '@nestjs/passport',
            '@nestjs/platform-express',
          ],
          ...['csrf-sync', 'helmet', 'multer', '@types/multer', 'rate-limiter-flexible'],
        ),
      },
    ),
    forbid(
      'settings-at-the-entrance',
      'Settings are read where an app starts, and only an app is handed them.',
      {
        path: '^(libs|migrations|seeds)/',
        pathNot: [TESTS, '^libs/config/'],
      },
      { path: room('config') },
    ),

    forbid(
      'pages-speak-to-use-cases',
      'A page or an API answer goes through a feature or a read model, not to the database.',
      { path: '^apps/[^/]+/src/(pages|api)/', pathNot: TESTS },
      { path: [room('persistence'), npm('pg')] },
    ),
    forbid(
      'pages-stand-alone',
      'What two pages share belongs in libs/ui or apps/web/src/http.',
      { path: '^apps/([^/]+)/src/pages/([^/]+)/', pathNot: TESTS },
      { path: '^apps/$1/src/pages/', pathNot: '^apps/$1/src/pages/$2/' },
    ),
    forbid(
      'apps-do-not-share',
      'What two apps share belongs in a room.',
      { path: '^apps/([^/]+)/', pathNot: TESTS },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    forbid(
      'migrations-are-history',
      'A migration is frozen: it cannot lean on code that goes on changing.',
      { path: '^migrations/', pathNot: TESTS },
      { path: '^(apps|libs|seeds|test)/' },
    ),

    forbid(
      'test-help-in-tests-only',
      'libs/testing and test/ are for tests.',
      { path: '^(apps|libs|migrations|seeds)/', pathNot: TESTS },
      { path: [room('testing'), '^test/'] },
    ),
    forbid(
      'development-packages-in-tests-only',
      'A package that the service needs belongs under "dependencies".',
      { path: '^(apps|libs|migrations|seeds)/', pathNot: TESTS },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage)/|^libs/[^/]+/src/assets/' }, // assets are served, not imported
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true, // a wall is a wall for types too
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
