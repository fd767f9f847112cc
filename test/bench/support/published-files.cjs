'use strict';

/**
 * Files of any length that look like those of the publishers, made of nothing: for what takes long.
 *
 *   node test/bench/support/published-files.cjs street <file> <rows>
 *   node test/bench/support/published-files.cjs wide <file> <rows>
 */
const { createHash } = require('node:crypto');
const { once } = require('node:events');
const { createWriteStream } = require('node:fs');

/** With about how many of a hundred crimes are of it. */
const SHARES = {
  ...{ 'Anti-social behaviour': 17, 'Violence and sexual offences': 33, Shoplifting: 8, 'Other theft': 7 },
  ...{ 'Criminal damage and arson': 8, 'Public order': 7, 'Vehicle crime': 6, Burglary: 4, Drugs: 3 },
  ...{ 'Theft from the person': 2, 'Other crime': 2, 'Bicycle theft': 1, Robbery: 1 },
  ...{ 'Possession of weapons': 1 },
};
const TYPES = Object.entries(SHARES).flatMap(([type, share]) => Array.from({ length: share }, () => type));
const ANTISOCIAL = 'Anti-social behaviour';
const OUTCOMES = [
  ...['Status update unavailable', 'Investigation complete; no suspect identified', 'Under investigation'],
];
const LSOAS = 30_000;

/** Rows as data.police.uk has them, about 200 bytes each, sorted by LSOA; one in twenty at the end has no place. */
async function writeStreetFile(file, rows) {
  const heading =
    'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context';
  await writeLines(file, heading, rows, (row) => {
    const type = TYPES[(Math.imul(row, 2_654_435_761) >>> 8) % TYPES.length];
    const isNumbered = type !== ANTISOCIAL;
    const id = isNumbered ? createHash('sha256').update(String(row)).digest('hex') : '';
    const outcome = isNumbered ? OUTCOMES[row % OUTCOMES.length] : '';
    const lsoa = Math.floor((row / rows) * LSOAS * 1.05);
    const place =
      lsoa < LSOAS
        ? `-0.${100_000 + (row % 900_000)},51.${100_000 + ((row * 3) % 900_000)},On or near Street ${row % 5000},E01${String(lsoa).padStart(6, '0')},District ${Math.floor(lsoa / 100)} ${String(lsoa % 100).padStart(3, '0')}A`
        : ',,No Location,,';
    return `${id},2024-01,Some Police,Some Police,${place},${type},${outcome},`;
  });
}

/** A row for each offence and borough and a column for each month, as in the file from April 2010 on. */
async function writeWideFile(file, { offences, boroughs, months }) {
  const names = Array.from({ length: months }, (_, month) => {
    const at = 2010 * 12 + 3 + month;
    return `${Math.floor(at / 12)}${String((at % 12) + 1).padStart(2, '0')}`;
  });
  const rows = offences.length * boroughs.length;
  await writeLines(file, `MajorText,MinorText,BoroughName,${names.join(',')}`, rows, (row) => {
    const [major, minor] = offences[row % offences.length].split(' / ');
    const counts = names.map((_, month) => (row * 31 + month * 17) % 400);
    return `${major},"${minor}",${boroughs[Math.floor(row / offences.length)]},${counts.join(',')}`;
  });
}

/** The figures of a wide file, one to a row. */
async function writeFiguresOf({ offences, boroughs, months }, file) {
  const rows = offences.length * boroughs.length * months;
  await writeLines(file, 'offence,borough,month,count', rows, (at) => {
    const [row, month] = [Math.floor(at / months), at % months];
    const borough = boroughs[Math.floor(row / offences.length)];
    return `${offences[row % offences.length]},${borough},2010-04-01,${(row * 31 + month * 17) % 400}`;
  });
}

async function writeLines(file, heading, rows, lineOf) {
  const stream = createWriteStream(file);
  stream.write(`${heading}\n`);
  let lines = '';
  for (let row = 0; row < rows; row += 1) {
    lines += `${lineOf(row)}\n`;
    if (lines.length < 256 * 1024 && row < rows - 1) continue;
    if (!stream.write(lines)) await once(stream, 'drain');
    lines = '';
  }
  stream.end();
  await once(stream, 'close');
}

/** As many rows of a borough file as are asked for, of 24 months. */
function writeRowsOfBoroughs(file, rows) {
  const offences = Array.from(
    { length: Math.ceil(rows / 33) },
    (_, at) => `GROUP ${at % 12} / Offence ${at}`,
  );
  return writeWideFile(file, {
    offences,
    boroughs: Array.from({ length: 33 }, (_, at) => `Borough ${at}`),
    months: 24,
  });
}

if (require.main === module) {
  const [kind, file, rows] = process.argv.slice(2);
  const writing =
    kind === 'street' ? writeStreetFile(file, Number(rows)) : writeRowsOfBoroughs(file, Number(rows));
  writing.catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}

module.exports = { writeFiguresOf, writeStreetFile, writeWideFile };
