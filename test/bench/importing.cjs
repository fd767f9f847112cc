'use strict';

/**
 * Times the loading of published files, as a ratio to psql's `\copy` of the same rows into a plain table, and measures
 * the memory that it takes with ten times as many rows. On a PostgreSQL that forces to the disk what is committed, so
 * that both pay for it. Prints, asserts nothing.
 *
 *   node test/bench/importing.cjs            a million crimes; some minutes
 *   node test/bench/importing.cjs 100000     that many
 */
const { randomBytes } = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { compile } = require('../../tools/build/compile.cjs');
const { prepareRoles } = require('../../tools/database-roles.cjs');
const { urlWith, withConnection } = require('../../tools/database-roles/connection.cjs');
const { startEmbeddedPostgres } = require('../../tools/embedded-postgres.cjs');
const { runToEnd } = require('../../tools/launcher/child-processes.cjs');
const { requireCommand } = require('../../tools/launcher/tracker-processes.cjs');
const { writeFiguresOf, writeStreetFile, writeWideFile } = require('./support/published-files.cjs');

const CRIMES = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = 3;
const STREET_COLUMNS = 12;
/** Of the historical file. */
const [OFFENCES, MONTHS] = [33, 167];

async function main() {
  await compile({ say: console.log });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tracker-importing-'));
  fs.chmodSync(folder, 0o755); // the server may run as another user
  const server = await startEmbeddedPostgres({ directory: path.join(folder, 'postgres') });
  try {
    await measure(server, folder);
  } finally {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(server, folder) {
  const passwords = Object.fromEntries(
    ['tracker_owner', 'tracker_web'].map((role) => [role, randomBytes(18).toString('base64url')]),
  );
  const template = await prepareRoles(server.adminUrl, { database: 'template', passwords });
  await requireCommand(['migrate'], { DATABASE_URL: template.ownerUrl }, { capture: true });
  let databases = 0;
  /** Each import finds a database that has no file yet. */
  const importOne = async (file) => {
    const name = `importing_${(databases += 1)}`;
    await withConnection(server.adminUrl, (client) =>
      client.query(`create database ${name} template template owner tracker_owner`),
    );
    const url = urlWith(template.runtimeUrl, { pathname: `/${name}` });
    const program = path.join(__dirname, 'support', 'import-one.cjs');
    const { code, output } = await runToEnd(process.execPath, [program, url, file], { capture: true });
    if (code !== 0) throw new Error(output);
    return JSON.parse(output.trim().split('\n').at(-1));
  };

  const street = path.join(folder, 'street.csv');
  await writeStreetFile(street, CRIMES);
  console.log(`${CRIMES} crimes, ${megabytes(fs.statSync(street).size)}`);
  await compare('A street file', street, { file: street, columns: STREET_COLUMNS }, { server, importOne });
  const tenth = path.join(folder, 'street-tenth.csv');
  await writeStreetFile(tenth, CRIMES / 10);
  await compareMemory(tenth, street, importOne);

  const wide = path.join(folder, 'wide.csv');
  await writeWideFile(wide, wideOf(OFFENCES));
  const figures = path.join(folder, 'figures.csv');
  await writeFiguresOf(wideOf(OFFENCES), figures);
  await compare('A historical file', wide, { file: wide, columns: 3 + MONTHS }, { server, importOne });
  await compare(
    'The same beside a row for each of its figures',
    wide,
    { file: figures, columns: 4 },
    { server, importOne },
  );
  const [hundredThousand, million] = [100_000, 1_000_000].map((wanted) => ({
    file: path.join(folder, `wide-${wanted}.csv`),
    of: wideOf(Math.round(wanted / (32 * MONTHS))),
  }));
  for (const { file, of } of [hundredThousand, million]) await writeWideFile(file, of);
  await compareMemory(hundredThousand.file, million.file, importOne);
}

/** As the file from April 2010 on: by the names that it has, or more of them. @param wanted offences */
function wideOf(wanted) {
  const { LONDON_BOROUGHS, CODE_LISTS } = require(path.resolve('dist/libs/published-data/src'));
  const names = CODE_LISTS['mps-borough'].series.flatMap(({ labels }) =>
    labels.filter((label) => typeof label === 'string').slice(0, 1),
  );
  const offences = Array.from({ length: wanted }, (_, at) => names[at] ?? `GROUP / Offence ${at}`);
  return { offences, boroughs: Object.values(LONDON_BOROUGHS), months: MONTHS };
}

async function compare(what, file, plain, { server, importOne }) {
  const copies = [];
  const imports = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    copies.push(await copyInto(server.adminUrl, plain.file, plain.columns));
    imports.push(await importOne(file));
  }
  const copied = median(copies);
  const imported = median(imports.map(({ took }) => took));
  console.log(`${what}: \\copy ${seconds(copied)}, loaded ${seconds(imported)}`);
  console.log(
    `  ${imports.map(({ reading, applying, figures }) => `read ${seconds(reading)}, applied ${seconds(applying)}, ${figures} figures`).join('; ')}`,
  );
  console.log(`  Ratio: loaded at ${Math.round((copied / imported) * 100)}% of the rate of \\copy`);
}

async function compareMemory(smaller, larger, importOne) {
  const [small, large] = [await importOne(smaller), await importOne(larger)];
  for (const { state, failure, figures, before, peak } of [small, large])
    console.log(
      `  Memory: ${peak} MB at most, ${before} MB before; ${failure ?? `${figures} figures, ${state}`}`,
    );
  console.log(`  Ten times the rows: ${large.peak - small.peak} MB more`);
}

/** @returns milliseconds that psql takes to copy a CSV into a plain table of texts */
async function copyInto(adminUrl, file, columns) {
  const table = `plain_${randomBytes(4).toString('hex')}`;
  await withConnection(adminUrl, (client) =>
    client.query(
      `create table ${table} (${Array.from({ length: columns }, (_, at) => `c${at} text`).join(', ')})`,
    ),
  );
  const started = performance.now();
  const { code, output } = await runToEnd(
    'psql',
    ['-X', '-q', '-d', adminUrl, '-c', `\\copy ${table} from '${file}' with (format csv, header)`],
    { capture: true },
  );
  const took = performance.now() - started;
  if (code !== 0) throw new Error(output);
  await withConnection(adminUrl, (client) => client.query(`drop table ${table}`));
  return took;
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function megabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`;
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
