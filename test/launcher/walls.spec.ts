import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './support/temporary-folder.js';

const ROOT = path.resolve(__dirname, '..', '..');

/** A house with one mistake for each wall: a file, and the wall that must notice it. Two keep to the rules. */
const HOUSE: Record<string, { text: string; breaks?: string }> = {
  'libs/kernel/src/index.ts': { text: `export const id = '1';` },
  'libs/kernel/src/inner.ts': { text: `export const inner = 1;` },
  'libs/persistence/src/index.ts': { text: `export { DataSource } from 'typeorm';` },
  'libs/plans/src/index.ts': { text: `export const plan = 1;` },
  'libs/config/src/index.ts': { text: `export const env = 1;` },
  'libs/testing/src/index.ts': { text: `export const help = 1;` },
  'libs/plans/src/domain/plan.ts': { text: `import { id } from '@lib/kernel'; export const plan = id;` },
  'apps/web/src/main.ts': {
    text: `import { env } from '@lib/config'; import 'express'; export default env;`,
  },

  'libs/kernel/src/upwards.ts': {
    text: `import { plan } from '@lib/plans'; void plan;`,
    breaks: 'floor-of-kernel',
  },
  'libs/identity/src/across.ts': {
    text: `import '../../../apps/web/src/main.js';`,
    breaks: 'floor-of-identity',
  },
  'libs/plans/src/round.ts': { text: `import './trip.js'; export {};`, breaks: 'no-circle' },
  'libs/plans/src/trip.ts': { text: `import './round.js'; export {};` },
  'libs/plans/src/back-door.ts': {
    text: `import type { inner } from '../../kernel/src/inner.js'; export type X = typeof inner;`,
    breaks: 'front-door-between-rooms',
  },
  'apps/cli/src/back-door.ts': {
    text: `import { inner } from '../../../libs/kernel/src/inner.js'; void inner;`,
    breaks: 'front-door-from-outside',
  },
  'libs/performance/src/files.ts': { text: `import 'node:fs';`, breaks: 'pure-rooms-are-pure' },
  'libs/access/src/nest.ts': { text: `import '@nestjs/common';`, breaks: 'pure-rooms-are-pure' },
  'libs/returns/src/domain/nest.ts': {
    text: `import '@nestjs/common';`,
    breaks: 'domain-knows-no-framework',
  },
  'libs/returns/src/domain/row.ts': {
    text: `import '../persistence/some.row.js';`,
    breaks: 'domain-knows-pure-rooms-only',
  },
  'libs/returns/src/persistence/some.row.ts': { text: `import 'typeorm';` },
  'libs/returns/src/use-cases/query.ts': { text: `import 'typeorm';`, breaks: 'typeorm-behind-one-door' },
  'libs/returns/src/use-cases/http.ts': { text: `import 'express';`, breaks: 'http-in-the-web-app-only' },
  'libs/reporting/src/page.ts': { text: `import 'nunjucks';`, breaks: 'nunjucks-behind-one-door' },
  'libs/gateways/src/rights.ts': { text: `import '@lib/access';`, breaks: 'narrow-room-gateways' },
  'libs/access/src/index.ts': { text: `export const right = 1;` },
  'libs/attic/src/index.ts': {
    text: `import { id } from '@lib/kernel'; void id;`,
    breaks: 'every-room-has-a-floor',
  },
  'apps/web/src/pages/plan/plan.view.ts': {
    text: `import '@lib/persistence';`,
    breaks: 'pages-speak-to-use-cases',
  },
  'apps/web/src/pages/plan/shared.ts': { text: `import '../board/board.js';`, breaks: 'pages-stand-alone' },
  'apps/web/src/pages/board/board.ts': { text: `export const board = 1;` },
  'libs/plans/src/settings.ts': {
    text: `import '@lib/config';`,
    breaks: 'settings-at-the-entrance',
  },
  'apps/cli/src/helped.ts': { text: `import '@lib/testing';`, breaks: 'test-help-in-tests-only' },
  'apps/cli/src/helped.spec.ts': { text: `import '@lib/testing';` },
  'migrations/0001-first.ts': { text: `import '@lib/kernel';`, breaks: 'migrations-are-history' },
};

describe('the walls between the rooms', () => {
  let found: { rule: { name: string }; from: string }[];
  const temporary = temporaryFolder();

  beforeAll(() => {
    for (const [file, { text }] of Object.entries(HOUSE)) {
      mkdirSync(path.join(temporary.folder, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(temporary.folder, file), text);
    }
    for (const shared of ['node_modules', 'package.json', 'tsconfig.json', '.dependency-cruiser.cjs'])
      symlinkSync(path.join(ROOT, shared), path.join(temporary.folder, shared));
    found = cruise(temporary.folder);
  });

  afterAll(() => temporary.remove());

  const mistakes = Object.entries(HOUSE).flatMap(([file, { breaks }]) =>
    breaks ? [[breaks, file] as const] : [],
  );

  it.each(mistakes)('%s notices %s', (wall, file) => {
    const noticed = found.filter(({ from }) => from === file).map(({ rule }) => rule.name);
    expect(noticed).toContain(wall);
  });

  it('stand in nobody’s way who keeps to them', () => {
    const innocent = Object.keys(HOUSE).filter((file) => HOUSE[file]?.breaks === undefined);
    expect(found.filter(({ from }) => innocent.includes(from))).toEqual([]);
  });
});

function cruise(folder: string): { rule: { name: string }; from: string }[] {
  const program = path.join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'libs', 'migrations'];
  // It reports by way of its exit code, too; here the answer is what it printed.
  const script = `"$0" "$@" || true`;
  const output = execFileSync('sh', ['-c', script, process.execPath, program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  });
  return (JSON.parse(output) as { summary: { violations: { rule: { name: string }; from: string }[] } })
    .summary.violations;
}
