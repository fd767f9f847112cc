'use strict';

/**
 * Times the check of a long audit trail, as a ratio to hashing the same bytes alone, and the searches of its page.
 * Prints, asserts nothing.
 *
 *   node test/bench/trail.cjs            a million events; some minutes
 *   node test/bench/trail.cjs 10000      that many
 */
const { createHash } = require('node:crypto');
const path = require('node:path');
const { compile } = require('../../tools/build/compile.cjs');
const { openTestServer } = require('../../tools/testing/database-server.cjs');
const { withConnection } = require('../../tools/database-roles/connection.cjs');

const DIST = path.resolve('dist');
const EVENTS = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = 20;

/**
 * Figures of forty people over eight years and a thousand returns, with a target and a person's role now and then. The
 * trigger of the table links them, as it links every event.
 */
const LOAD = `
  insert into audit_event (partnership_id, seq, recorded_at, actor_id, type, subject_id, content, previous_hash, hash)
  select p.id, 0, at, md5('person' || n % 40)::uuid, type, md5('return' || n % 1000)::uuid,
         json_build_object(
           'actor', json_build_object('id', md5('person' || n % 40)::uuid, 'name', 'Person ' || n % 40),
           'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           'data', json_build_object('quarter', 'April to June 2011', 'changes', json_build_array(
             json_build_object('measure', 'Residential burglary', 'before', n % 300, 'after', n % 301),
             json_build_object('measure', 'Robbery', 'before', n % 100, 'after', n % 101))),
           'partnership', p.id, 'subject', md5('return' || n % 1000)::uuid, 'type', type)::text, '', ''
    from partnership p, generate_series(1, $1::int) n,
         lateral (select timestamptz '2018-01-01' + n * (interval '8 years' / $1::int) as moment) m,
         lateral (select date_trunc('milliseconds', moment) as at,
                         case when n % 20000 = 0 then 'TargetSet' when n % 50 = 0 then 'PersonGivenRole'
                              else 'FiguresSaved' end as type) e
   where p.slug = 'kingston' order by n`;

async function main() {
  await compile({ say: console.log });
  const server = await openTestServer(process.env.TEST_DATABASE_URL);
  try {
    const { adminUrl, demoTemplate, owner, web } = server.description;
    await withConnection(adminUrl, (client) =>
      client.query(`create database trail template ${demoTemplate} owner ${owner.name}`),
    );
    const url = (login) => Object.assign(new URL(adminUrl), { pathname: '/trail', ...login }).toString();
    const loading = Date.now();
    await withConnection(url({}), async (client) => {
      await client.query(LOAD, [EVENTS]);
      await client.query('vacuum analyze audit_event');
    });
    console.log(`Recorded ${EVENTS} events in ${seconds(Date.now() - loading)}.`);
    await measure(url({ username: web.name, password: web.password }), url({}));
  } finally {
    await server.close();
  }
}

async function measure(runtimeUrl, adminUrl) {
  require('reflect-metadata');
  const { NestFactory } = require('@nestjs/core');
  const { CliModule } = require(`${DIST}/apps/cli/src/cli.module.js`);
  const { CheckTrail, ReadTrail } = require(`${DIST}/libs/audit-trail/src`);
  const app = await NestFactory.createApplicationContext(CliModule.connect(runtimeUrl), { logger: false });
  try {
    const { id } = await withConnection(
      adminUrl,
      async (client) => (await client.query("select id from partnership where slug = 'kingston'")).rows[0],
    );
    const grants = [{ role: 'auditor', partnershipId: id, authorityId: null }];
    const actor = { personId: '00000000-0000-7000-8000-000000000001', name: 'Auditor', grants };

    const checking = performance.now();
    const { chain } = await app.get(CheckTrail).execute(actor, { id, slug: 'kingston' }, null);
    const checked = performance.now() - checking;
    if (!chain.whole) throw new Error(`It breaks at ${chain.firstBadSeq}: ${chain.problem}.`);
    const { bytes, hashed } = await withConnection(adminUrl, (client) => hashAlone(client, chain.events));
    console.log(`Checked ${chain.events} events in ${seconds(checked)}.`);
    console.log(`Hashed the same ${Math.round(bytes / 1e6)} MB alone in ${seconds(hashed)}.`);
    console.log(`Ratio: ${(checked / hashed).toFixed(1)}\n`);

    const trail = app.get(ReadTrail);
    const page = (search, before) => () =>
      trail.run(actor, id, search, { limit: 51, ...(before && { before }) });
    const about = { ids: [await aSubject(adminUrl)] };
    const searches = {
      'newest page': page({}),
      'a page in the middle': page({}, chain.events / 2),
      'by a person': page({ by: 'Person 7' }),
      'by nobody': page({ by: 'Nobody' }),
      'of a frequent kind': page({ kind: 'figures' }),
      'of a rare kind': page({ kind: 'targets' }),
      'of a kind that never happened': page({ kind: 'quarters', by: 'Person 1' }),
      'of a month long ago': page({ from: '2018-02-01', until: '2018-02-28' }),
      'of a year long ago': page({ from: '2019-01-01', until: '2019-12-31' }),
      'since long ago': page({ from: '2018-02-01' }),
      'about a record': page({ about }),
      'names of people': () => trail.names(actor, id),
      'newest check': () => trail.newestCheck(actor, id),
    };
    for (const [name, run] of Object.entries(searches)) {
      const times = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const started = performance.now();
        await run();
        times.push(performance.now() - started);
      }
      const median = times.sort((a, b) => a - b)[ROUNDS / 2];
      console.log(`${name.padEnd(32)} ${median.toFixed(1).padStart(8)} ms`);
    }
  } finally {
    await app.close();
  }
}

/** The time that SHA-256 takes for what each event's hash covers, without reading it or comparing anything. */
async function hashAlone(client, events) {
  const BATCH = 5_000;
  let bytes = 0;
  let hashed = 0;
  for (let after = 0; after < events; after += BATCH) {
    const { rows } = await client.query(
      'select previous_hash, seq, content from audit_event where seq > $1 and seq <= $2 order by seq',
      [after, after + BATCH],
    );
    const texts = rows.map((row) => `${row.previous_hash}\n${row.seq}\n${row.content}`);
    const started = performance.now();
    for (const text of texts) createHash('sha256').update(text, 'utf8').digest('hex');
    hashed += performance.now() - started;
    bytes += texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  }
  return { bytes, hashed };
}

async function aSubject(adminUrl) {
  const rows = await withConnection(
    adminUrl,
    async (client) => (await client.query("select md5('return7')::uuid as id")).rows,
  );
  return rows[0].id;
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
