import { calendarDate } from '@lib/kernel';
import type { SheetRow } from '@lib/spreadsheets';
import type { AreaLink, Findings, Importer } from '../importer.js';
import { findColumns, findHeading, headingKey, type WantedColumn } from '../table/columns.js';
import { rowsBelow } from '../table/rows-below.js';
import { refuseOtherBorough } from './borough-codes.js';
import { LinkRows } from './link-rows.js';

/** Headings carry the year: `LAD23CD`, `ltla24_code`. */
const column = (key: string, name: string, area: string, what: string): WantedColumn => ({
  ...{ key, name },
  headings: [new RegExp(`^(${area})(\\d\\d)(${what})$`)],
});

const WANTED: readonly WantedColumn[] = [
  column('district-code', 'the code of the local authority', 'lad|ltla', 'cd|code'),
  column('district', 'the name of the local authority', 'lad|ltla', 'nm|name'),
  column('partnership-code', 'the code of the partnership', 'csp', 'cd|code'),
  column('partnership', 'the name of the partnership', 'csp', 'nm|name'),
  column('force-code', 'the code of the police force area', 'pfa', 'cd|code'),
  column('force', 'the name of the police force area', 'pfa', 'nm|name'),
  { key: 'number', name: 'the number of the row', headings: ['ObjectId', 'FID'], optional: true },
];

/** England and Wales since 1 April 2023: 296 and 22, the City of London among them. */
const LOCAL_AUTHORITIES = 318;

/**
 * Lookups of local authorities, partnerships and police force areas. They have no figures: what lies in what, at the
 * end of the year that their headings name. A local authority can lie in several partnerships, and a partnership can
 * hold several.
 */
export const cspLookups: Importer = {
  key: 'csp-lookups',
  source: 'ons-areas',
  title: 'Lookup of local authorities, partnerships and police force areas',
  lookOf:
    'A CSV with codes and names of local authorities, partnerships and police force areas: LAD23CD, CSP23CD, PFA23CD',
  roles: WANTED,
  // That of 2023 has 332.
  mostRows: 5_000,
  recognise({ format, sheets }, answers) {
    if (format !== 'csv') return null;
    const heading = findHeading(sheets[0]!.rows, WANTED, 4, answers);
    if (!heading) return null;
    const years = yearsOf(heading);
    return {
      ...findColumns(heading.cells, WANTED, answers),
      headingRow: heading.number,
      what: `local authorities and partnerships of ${[...new Set(years.values())].join(' and ') || 'no year'}`,
    };
  },
  async *read(table, { columns, headingRow }, findings) {
    const heading = table.head.sheets[0]!.rows.find(({ number }) => number === headingRow)!;
    sayRelease(yearsOf(heading), findings);
    const links = new LinkRows(findings);
    for await (const rows of rowsBelow(table, headingRow, findings))
      yield { cells: [], links: rows.flatMap((row) => linksOf(row, columns, links)) };
    askIfAll(links.districts, findings);
  },
};

function linksOf(row: SheetRow, columns: ReadonlyMap<string, number>, links: LinkRows): AreaLink[] {
  const text = (role: string) => row.cells[columns.get(role)!]!.trim();
  const district = { code: text('district-code'), name: text('district') };
  refuseOtherBorough(district, row.number);
  return links.linksOf(
    {
      district,
      partnership: { code: text('partnership-code'), name: text('partnership') },
      force: { code: text('force-code'), name: text('force') },
    },
    row.number,
  );
}

/** By column, the year that its heading carries. */
function yearsOf({ cells }: SheetRow): ReadonlyMap<number, number> {
  return new Map(
    cells.flatMap((heading, at) => {
      const year = /^(?:lad|ltla|csp|pfa)(\d\d)/.exec(headingKey(heading))?.[1];
      return year === undefined ? [] : [[at, 2000 + Number(year)] as const];
    }),
  );
}

function sayRelease(years: ReadonlyMap<number, number>, findings: Findings): void {
  const distinct = [...new Set(years.values())].toSorted((a, b) => a - b);
  const last = distinct.at(-1);
  if (last === undefined) return;
  if (distinct.length > 1)
    findings.ask({
      ...{ kind: 'rows', subject: 'years' },
      sentence: `Its columns are of ${distinct.join(' and of ')}. Is it a lookup for ${last}?`,
      accept: `It is: load it for ${last}`,
    });
  findings.release(
    calendarDate(`${last}-12-31`),
    `its columns are those of ${last}, and it does not say the day`,
  );
}

/** A lookup that was cut at the end of a line looks like a whole one. */
function askIfAll(districts: number, findings: Findings): void {
  if (districts === LOCAL_AUTHORITIES) return;
  findings.ask({
    ...{ kind: 'rows', subject: 'local-authorities' },
    sentence: `The file has ${districts} local authorities; England and Wales have had ${LOCAL_AUTHORITIES} since April 2023. Is that so at its publisher’s?`,
    accept: 'It is: load it as it is',
  });
}
