'use strict';

/**
 * Times the pages' read models on a database of national size (314 partnerships, 60 measures, 68 quarters), beside
 * the least that the database can do: `select 1` in the same kind of transaction. Prints, asserts nothing.
 *
 *   node test/bench/national.cjs
 */
const fs = require('node:fs');
const path = require('node:path');
const { compile } = require('../../tools/build/compile.cjs');
const { openTestServer } = require('../../tools/testing/database-server.cjs');
const { withConnection } = require('../../tools/database-roles/connection.cjs');

const DIST = path.resolve('dist');
const ROUNDS = 200;
const AS_AT = '2099-12-31';
const A_QUARTER = { since: '2026-01-31', today: '2026-05-31', asAt: null };
const ALL_YEARS = { ...A_QUARTER, since: '2009-01-01' };

async function main() {
  await compile({ say: console.log });
  const server = await openTestServer(process.env.TEST_DATABASE_URL);
  try {
    const { adminUrl, template, owner, web } = server.description;
    await withConnection(adminUrl, (client) =>
      client.query(`create database national template ${template} owner ${owner.name}`),
    );
    const url = (login) => Object.assign(new URL(adminUrl), { pathname: '/national', ...login }).toString();
    const started = Date.now();
    await withConnection(url({}), async (client) => {
      const { inputs, facts } = aResult();
      await client.query(
        "select set_config('bench.inputs', $1, false), set_config('bench.facts', $2, false)",
        [JSON.stringify(inputs), JSON.stringify(facts)],
      );
      await client.query(fs.readFileSync(path.join(__dirname, 'national-data.sql'), 'utf8'));
    });
    console.log(`Loaded in ${Math.round((Date.now() - started) / 1000)} s.`);
    await measure(url({ username: web.name, password: web.password }), url({}));
  } finally {
    await server.close();
  }
}

/** What a year with three years before it is kept as. */
function aResult() {
  const { measureFacts, NO_COLOUR } = require(`${DIST}/libs/performance/src`);
  const quarters = [100, 200, 300, 400].map((count) => ({ type: 'count', count }));
  const inputs = {
    ...{
      financialYear: 2025,
      type: 'count',
      unit: 'offences',
      direction: 'lower',
      rollingTwelveMonths: false,
    },
    ...{ quarters, wholeYear: null, breaks: [], statusRules: NO_COLOUR },
    pastYears: [2024, 2023, 2022].map((financialYear) => ({ financialYear, quarters, wholeYear: null })),
    target: {
      ...{ kind: 'bounds', atLeast: null, atMost: 900, course: { kind: 'usual-shares' } },
      ...{ baselineYear: null, baselineRestated: false },
    },
    data: { provisional: false, revised: false },
  };
  return { inputs, facts: measureFacts(inputs) };
}

async function measure(runtimeUrl, adminUrl) {
  require('reflect-metadata');
  const { NestFactory } = require('@nestjs/core');
  const { CliModule } = require(`${DIST}/apps/cli/src/cli.module.js`);
  const reporting = require(`${DIST}/libs/reporting/src`);
  const { UnitOfWork } = require(`${DIST}/libs/persistence/src`);
  const app = await NestFactory.createApplicationContext(CliModule.connect(runtimeUrl), { logger: false });
  try {
    const sample = await withConnection(adminUrl, async (client) => {
      const one = async (sql, values = []) => (await client.query(sql, values)).rows[0];
      const { id } = await one("select id from partnership where slug = 'p157'");
      const { slug } = await one('select slug from measure where partnership_id = $1 limit 1', [id]);
      const draft = await one(
        "select id from quarterly_return where partnership_id = $1 and state = 'draft' limit 1",
        [id],
      );
      return { id, slug, returnId: draft.id };
    });
    const actor = {
      personId: '00000000-0000-7000-8000-000000000001',
      name: 'Officer',
      grants: ['partnership-analyst', 'auditor'].map((role) => ({
        role,
        partnershipId: sample.id,
        authorityId: null,
      })),
    };
    const pages = {
      'select 1': () => app.get(UnitOfWork).read(actor, sample.id, (tx) => tx.query('select 1')),
      'board page': () => app.get(reporting.BoardQuery).run(actor, sample.id, 2025, '2026-01-01'),
      // Everything stood on that day: the same answers by way of the history.
      'board page as at': () =>
        app.get(reporting.BoardQuery).run(actor, sample.id, 2025, '2026-01-01', AS_AT),
      // Three months: a quarter was approved, and a year worked out anew.
      'changes of a quarter': () => app.get(reporting.ChangesSinceQuery).run(actor, sample.id, A_QUARTER),
      'changes of all years': () => app.get(reporting.ChangesSinceQuery).run(actor, sample.id, ALL_YEARS),
      'measure page': () => app.get(reporting.MeasureQuery).run(actor, sample.id, sample.slug),
      'measure page as at': () => app.get(reporting.MeasureQuery).run(actor, sample.id, sample.slug, AS_AT),
      quarters: () => app.get(reporting.QuartersQuery).run(actor, sample.id, 20),
      'quarters as at': () => app.get(reporting.QuartersQuery).run(actor, sample.id, 20, AS_AT),
      'measures list': () => app.get(reporting.MeasuresListQuery).run(actor, sample.id),
      'return forms': () => app.get(reporting.ReturnFormsQuery).run(actor, sample.id),
      'returns over time': () => app.get(reporting.ReturnsOverTimeQuery).run(actor, sample.id, 12),
      'returns over time as at': () =>
        app.get(reporting.ReturnsOverTimeQuery).run(actor, sample.id, 12, AS_AT),
      duties: () => app.get(reporting.DutiesQuery).run(actor, sample.id),
      evidence: () => app.get(reporting.EvidenceQuery).run(actor, sample.id),
      'a return to fill in': () => app.get(reporting.ReturnSheetQuery).run(actor, sample.id, sample.returnId),
      'all returns': () =>
        app.get(reporting.ReturnsListQuery).run(actor, sample.id, {
          permission: 'returns.view',
          states: ['draft', 'submitted', 'returned', 'approved', 'accepted'],
          order: 'newest',
          limit: 51,
        }),
    };
    let floor;
    for (const [name, run] of Object.entries(pages)) {
      const times = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const before = performance.now();
        await run();
        times.push(performance.now() - before);
      }
      times.sort((a, b) => a - b);
      const median = times[ROUNDS / 2];
      floor ??= median;
      console.log(
        `${name.padEnd(22)} median ${median.toFixed(2)} ms, 95% ${times[Math.floor(ROUNDS * 0.95)].toFixed(2)} ms, ` +
          `${(median / floor).toFixed(1)} times "select 1"`,
      );
    }
  } finally {
    await app.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
