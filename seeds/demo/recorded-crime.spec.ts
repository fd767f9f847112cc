import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import {
  BOROUGH_OFFENCES,
  DASHBOARD_OFFENCES,
  FIRST_PUBLISHED_2022,
  FIRST_YEAR,
  SURVEY_PERCENTAGES,
} from './recorded-crime.facts.js';

/** Published files beside the project: they are not part of it, and the facts are not compared without them. */
const DATA = path.resolve(__dirname, '../../../shared/data');
if (!existsSync(DATA))
  process.stdout.write('SKIPPED: the published files are not there to compare the demonstration with.\n');
const withFiles = existsSync(DATA) ? describe : describe.skip;

/** The names that offences have had in the borough files. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  P2: ['VIOLENCE WITH INJURY'],
  P5a: ['ROBBERY OF PERSONAL PROPERTY'],
  P5b: ['ROBBERY OF BUSINESS PROPERTY'],
  P6: [
    'DOMESTIC BURGLARY',
    'RES BURGLARY OF A HOME',
    'RES BURGLARY OF UNCONNECTED BUILDING',
    'BURGLARY - RESIDENTIAL',
  ],
  P7: ['BURGLARY BUSINESS AND COMMUNITY'],
  P8a: ['THEFT FROM A VEHICLE', 'THEFT FROM A MOTOR VEHICLE'],
  P8b: ['THEFT OR UNAUTH TAKING OF A MOTOR VEH', 'THEFT OR TAKING OF A MOTOR VEHICLE'],
  P9: ['THEFT FROM THE PERSON', 'THEFT FROM PERSON'],
  P10: ['SHOPLIFTING'],
  P20a: ['RAPE'],
  P20b: ['OTHER SEXUAL OFFENCES'],
};

/** The lines of the files whose names start like this, as cells. */
function linesOf(folder: string, starts: string, delimiter = ','): string[][] {
  const names = readdirSync(path.join(DATA, folder)).filter((name) => name.startsWith(starts));
  return names.flatMap((name) =>
    parse(readFileSync(path.join(DATA, folder, name)), { delimiter, bom: true }),
  );
}

/** Financial year and quarter of a month such as 202204, as places in the rows of the facts. */
function placeOf(month: string): number {
  const since = (Number(month.slice(0, 4)) - FIRST_YEAR) * 12 + Number(month.slice(4, 6)) - 4;
  return Math.floor(since / 3);
}

/** Kingston's quarters by name of the offence, and of all of them under "all". */
function boroughQuarters(release: string): Map<string, number[]> {
  const quarters = new Map<string, number[]>();
  let months: string[] = [];
  for (const [, minor, borough, ...counts] of linesOf('mps-borough-level', release)) {
    if (borough!.toLowerCase().endsWith('boroughname')) months = counts;
    if (borough !== 'Kingston upon Thames') continue;
    for (const name of [minor!.toUpperCase(), 'all'])
      counts.forEach((count, column) => {
        const place = placeOf(months[column]!);
        if (place < 0) return;
        const row = quarters.get(name) ?? [];
        quarters.set(name, row);
        row[place] = (row[place] ?? 0) + Number(count);
      });
  }
  return quarters;
}

function sumOf(quarters: ReadonlyMap<string, number[]>, key: string, length: number): number[] {
  return Array.from({ length }, (_, place) =>
    (NAMES[key] ?? ['all']).reduce((sum, name) => sum + (quarters.get(name)?.[place] ?? 0), 0),
  );
}

withFiles('the facts of the demonstration', () => {
  it('are those of the March 2026 release of the borough file', () => {
    const quarters = boroughQuarters('2026-03-release');
    for (const [key, counts] of Object.entries(BOROUGH_OFFENCES))
      expect([key, sumOf(quarters, key, counts.length)]).toEqual([key, counts]);
  });

  it('start from the February 2024 release', () => {
    const quarters = boroughQuarters('2024-02-release');
    for (const [key, counts] of Object.entries(FIRST_PUBLISHED_2022))
      expect([key, sumOf(quarters, key, counts.length)]).toEqual([key, counts]);
  });

  it('are those of the August 2025 release of the dashboard', () => {
    const types: Record<string, string> = {
      'Knife Crime': 'P14a',
      'Domestic Abuse': 'P16a',
      'Hate crime': 'P22f',
    };
    const quarters: Record<string, number[]> = { P14a: [], P16a: [], P22f: [] };
    for (const cells of linesOf('mps-monthly-dashboard', '2025-08-release')) {
      const [month, kind, , area, , type, subtype, measure, , , count] = cells;
      if (kind !== 'Borough' || area !== 'Kingston upon Thames') continue;
      if (measure !== 'Offences' || subtype !== type || !(type! in types)) continue;
      const row = quarters[types[type!]!]!;
      const place = placeOf(month!.replace('-', ''));
      if (place >= 0) row[place] = (row[place] ?? 0) + Number(count);
    }
    for (const [key, counts] of Object.entries(DASHBOARD_OFFENCES))
      expect([key, quarters[key]!.slice(0, counts.length)]).toEqual([key, counts]);
  });

  it('are those of the survey', () => {
    const names = { S1b: '"Good Job" local', S2a: 'Trust MPS' } as const;
    const lines = linesOf('mopac-pas', 'PAS_buroughs', ';');
    for (const [key, percentages] of Object.entries(SURVEY_PERCENTAGES)) {
      const found = lines
        .filter(
          ([date, , borough, measure]) =>
            borough === 'Kingston upon Thames' &&
            measure === names[key as keyof typeof names] &&
            date!.slice(6) + date!.slice(3, 5) >= '202206',
        )
        .sort(([one], [other]) => dayOf(one!).localeCompare(dayOf(other!)))
        .map(([, , , , share]) => Math.round(Number(share!.replace(',', '.')) * 100));
      expect([key, found]).toEqual([key, percentages]);
    }
  });
});

/** `31/12/2023` as a day that sorts. */
function dayOf(date: string): string {
  return date.split('/').reverse().join('-');
}
