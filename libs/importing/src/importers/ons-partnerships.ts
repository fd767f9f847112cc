import { addDays, addMonths, dateInWords } from '@lib/kernel';
import { labelKey } from '@lib/published-data';
import { ImportRefused } from '../domain/import-refused.js';
import type { AreaLink, Batch, Findings, Importer, Period, PublishedCell } from '../importer.js';
import type { OpenTable } from '../table/open-table.js';
import { readCount, readMeasurement } from '../table/read-number.js';
import { sheetRowsBelow } from '../table/rows-below.js';
import {
  combinedDistricts,
  type CombinedSheet,
  combinedSheets,
  partnershipKey,
} from './ons-combined-districts.js';
import { askIfTablesAgree, type RowsOfTable } from './ons-partnership-checks.js';
import { type AreaRow, PartnershipAreas } from './ons-partnership-areas.js';
import { askAboutSums } from './ons-partnership-sums.js';
import {
  AREA_COLUMNS,
  FIGURES,
  type PartnershipTable,
  partnershipTables,
  SHEET_KINDS,
} from './ons-partnership-tables.js';

/**
 * The workbook of police force areas, of which the tables of partnerships are read: counts of the year and of the year
 * before, and rates with the populations they were worked out on. Changes can be worked out, so the counts are only
 * checked by them. The tables that only have forces are not read.
 */
export const onsPartnerships: Importer = {
  key: 'ons-partnerships',
  source: 'ons-partnerships',
  title: 'Recorded crime by community safety partnership (ONS)',
  lookOf:
    'The XLSX “Police force area data tables” with tables C1 to C5: a row for each community safety partnership',
  roles: [...AREA_COLUMNS, FIGURES, ...SHEET_KINDS],
  recognise(head, answers) {
    if (head.format !== 'xlsx') return null;
    const all = partnershipTables(head, answers);
    const [first] = all;
    if (!first) return null;
    const tables = all.filter(isRead);
    const sheets = [...all, ...combinedSheets(head, all, answers)];
    const missing = uniqueBy(
      sheets.flatMap((one) => one.missing),
      ({ key }) => key,
    );
    return {
      headingRow: first.heading.number,
      // What one of the sheets lacks can be said of it.
      columns: new Map(
        [...(tables[0] ?? first).columns].filter(([role]) => missing.every(({ key }) => key !== role)),
      ),
      missing,
      unknown: uniqueBy(
        sheets.flatMap((one) => one.unknown),
        ({ heading }) => heading.toLowerCase(),
      ),
      what: `${[...new Set(tables.map(({ period }) => yearInWords(period)))].join(' and ')}, by community safety partnership`,
    };
  },
  async *read(table, _, findings, answers) {
    const tables = partnershipTables(table.head, answers);
    sayWhatIsNotRead(tables, findings);
    sayRelease(tables, findings);
    const areas = new PartnershipAreas(findings);
    const sets: RowsOfTable[] = [];
    for (const one of tables) {
      if (one.kind !== 'nothing') sets.push({ table: one, rows: await rowsOf(table, one, areas) });
    }
    for (const { table: one, rows } of sets.filter((set) => isRead(set.table))) {
      refuseWithoutYear(one);
      if (one.kind === 'counts') askAboutSums(one.sheet, rows, findings);
      const isFirst = one === sets.find((set) => isRead(set.table))!.table;
      const combined = combinedSheets(table.head, tables, answers);
      const areaRows = rows.map(({ row }) => row);
      const links = isFirst ? await linksOf(table, combined, areaRows, findings) : [];
      yield { cells: rows.flatMap(({ cells }) => cells), links } satisfies Batch;
    }
    askAboutOtherAreas(sets, findings);
    askIfTablesAgree(sets, findings);
  },
};

function isRead({ kind }: PartnershipTable): boolean {
  return kind === 'counts' || kind === 'rates';
}

async function rowsOf(table: OpenTable, one: PartnershipTable, areas: PartnershipAreas) {
  const below = [];
  for await (const batch of sheetRowsBelow(table, one.sheet, one.heading)) below.push(...batch);
  return areas.rowsOf(one, below).map((row) => ({ row, cells: cellsOf(row, one) }));
}

function cellsOf({ row, area }: AreaRow, { sheet, figures }: PartnershipTable): PublishedCell[] {
  return [...figures].map(([column, { series, period }]) => {
    const place = { row: row.number, column, sheet };
    const read = series.unit === 'count' || series.unit === 'people' ? readCount : readMeasurement;
    return { ...{ series, area, period }, ...read(row.cells[column]!, place), ...place };
  });
}

/** Local authorities in partnerships and partnerships in forces, as one of the tables has them: they all agree. */
async function linksOf(
  table: OpenTable,
  sheets: readonly CombinedSheet[],
  rows: readonly AreaRow[],
  findings: Findings,
): Promise<AreaLink[]> {
  const partnerships = rows.flatMap(({ area: { code, name }, ...row }) =>
    code && !row.isForce && !code.includes('/') ? [{ ...row, code, name }] : [],
  );
  const byName = new Map(partnerships.map((one) => [partnershipKey(one.force.name, one.name), one]));
  const combined = await combinedDistricts(table, sheets, byName, findings);
  askAboutDistricts(partnerships, combined, findings);
  askAboutNames(combined, findings);
  return [
    ...partnerships.flatMap(({ code, name, force, district, row: { number } }): AreaLink[] => [
      ...(district
        ? [
            {
              ...{ areaCode: district.code, areaName: district.name, kind: 'partnership' as const },
              ...{ withinCode: code, withinName: name, row: number },
            },
          ]
        : []),
      {
        ...{ areaCode: code, areaName: name, kind: 'police-force' },
        ...{ withinCode: force.code, withinName: force.name, row: number },
      },
    ]),
    ...combined,
  ];
}

/** A local authority may lie in several partnerships, and the list of combined ones has one name for it. */
function askAboutNames(links: readonly AreaLink[], findings: Findings): void {
  const named = new Map<string, AreaLink>();
  for (const link of links) {
    const other = named.get(link.areaCode);
    named.set(link.areaCode, other ?? link);
    if (!other || labelKey(other.areaName) === labelKey(link.areaName)) continue;
    findings.ask({
      ...{ kind: 'rows', subject: `name ${link.areaCode}`, accept: 'They are one area, with two names' },
      sentence: `${link.areaCode} is ${other.areaName} in ${other.withinName} (row ${other.row}), and ${link.areaName} in ${link.withinName} (row ${link.row}). Are the two one area?`,
    });
  }
}

/** A partnership that is no local authority by itself has two or more of them. */
function askAboutDistricts(
  partnerships: readonly (Pick<AreaRow, 'district'> & { readonly code: string; readonly name: string })[],
  links: readonly AreaLink[],
  findings: Findings,
): void {
  const few = partnerships.filter(
    ({ code, district }) => !district && links.filter(({ withinCode }) => withinCode === code).length < 2,
  );
  if (few.length === 0) return;
  findings.ask({
    ...{ kind: 'rows', subject: 'combined', accept: 'It is: load the file without them' },
    sentence: `The workbook does not say which local authorities make up ${few
      .slice(0, 3)
      .map(({ name }) => name)
      .join(
        ', ',
      )}${few.length > 3 ? ` and ${few.length - 3} more` : ''}, and has a sheet for that. Is that so at its publisher’s?`,
  });
}

function sayWhatIsNotRead(tables: readonly PartnershipTable[], findings: Findings): void {
  for (const { kind, sheet } of tables)
    if (kind === 'changes')
      findings.note(`Sheet “${sheet}” is not read: changes are worked out from counts.`);
}

/** In January, April, July and October, since each of them has the year to a quarter; the file does not say the day. */
function sayRelease(tables: readonly PartnershipTable[], findings: Findings): void {
  const [last] = tables
    .flatMap(({ kind, period }) => (kind === 'counts' && period ? [period.until] : []))
    .toSorted()
    .toReversed();
  if (last)
    findings.release(addMonths(last, 3), 'these tables are published in the fourth month after their year');
}

function refuseWithoutYear({ sheet, period, title }: PartnershipTable): void {
  if (!period)
    throw new ImportRefused(
      `The title of sheet “${sheet}” (“${title.slice(0, 160)}”) does not say of which year its figures are, as in “year ending December 2024”. Download the file again from its publisher.`,
    );
}

function askAboutOtherAreas(sets: readonly RowsOfTable[], findings: Findings): void {
  const coded = sets.map(({ table: { sheet }, rows }) => ({
    sheet,
    codes: new Set(rows.map(({ row }) => row.area.label)),
  }));
  const all = new Set(coded.flatMap(({ codes }) => [...codes]));
  for (const { sheet, codes } of coded) {
    const missing = [...all].filter((code) => !codes.has(code));
    if (missing.length > 0)
      findings.ask({
        ...{ kind: 'rows', subject: `areas ${sheet}` },
        sentence: `Sheet “${sheet}” has no row for ${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ` and ${missing.length - 3} more` : ''}, which other sheets have. Is that so at its publisher’s?`,
        accept: 'It is: load the file without them',
      });
  }
}

function yearInWords(period: Period | null): string {
  return period
    ? `year ending ${dateInWords(addDays(period.until, -1)).replace(/^\d+ /, '')}`
    : 'a year that the title does not name';
}

function uniqueBy<Value>(values: readonly Value[], key: (value: Value) => string): Value[] {
  return [...new Map(values.map((value) => [key(value), value])).values()];
}
