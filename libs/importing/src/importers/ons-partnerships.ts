import { addDays, addMonths, dateInWords } from '@lib/kernel';
import { ImportRefused } from '../domain/import-refused.js';
import type { AreaLink, Batch, Findings, Importer, Period, PublishedCell } from '../importer.js';
import type { OpenTable } from '../table/open-table.js';
import { readCount, readMeasurement } from '../table/read-number.js';
import { sheetRowsBelow } from '../table/rows-below.js';
import { combinedDistricts, partnershipKey } from './ons-combined-districts.js';
import { type AreaRow, PartnershipAreas } from './ons-partnership-areas.js';
import { askAboutSums } from './ons-partnership-sums.js';
import { AREA_COLUMNS, FIGURES, type PartnershipTable, partnershipTables } from './ons-partnership-tables.js';

/**
 * The workbook of police force areas, of which the tables of partnerships are read: counts of the year and of the year
 * before, and rates with the populations they were worked out on. Changes are not read, since they can be worked out,
 * and neither are the tables that only have forces.
 */
export const onsPartnerships: Importer = {
  key: 'ons-partnerships',
  source: 'ons-partnerships',
  title: 'Recorded crime by community safety partnership (ONS)',
  lookOf:
    'The XLSX “Police force area data tables” with tables C1 to C5: a row for each community safety partnership',
  roles: [...AREA_COLUMNS, FIGURES],
  recognise({ format, ...head }, answers) {
    if (format !== 'xlsx') return null;
    const tables = partnershipTables({ format, ...head }, answers).filter(isRead);
    const [first] = tables;
    if (!first) return null;
    return {
      ...{ columns: first.columns, headingRow: first.heading.number },
      missing: uniqueBy(
        tables.flatMap(({ missing }) => missing),
        ({ key }) => key,
      ),
      unknown: uniqueBy(
        tables.flatMap(({ unknown }) => unknown),
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
    const sets: { readonly sheet: string; readonly codes: ReadonlySet<string> }[] = [];
    for (const one of tables.filter(isRead)) {
      refuseWithoutYear(one);
      const rows = await rowsOf(table, one, areas);
      if (one.kind === 'counts') askAboutSums(one.sheet, rows, findings);
      const links =
        sets.length === 0
          ? await linksOf(
              table,
              rows.map(({ row }) => row),
              findings,
            )
          : [];
      sets.push({ sheet: one.sheet, codes: new Set(rows.map(({ row }) => row.area.label)) });
      yield { cells: rows.flatMap(({ cells }) => cells), links } satisfies Batch;
    }
    askAboutOtherAreas(sets, findings);
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
    const read = series.unit === 'rate' ? readMeasurement : readCount;
    return { ...{ series, area, period }, ...read(row.cells[column]!, place), ...place };
  });
}

/** Local authorities in partnerships and partnerships in forces, as one of the tables has them: they all agree. */
async function linksOf(table: OpenTable, rows: readonly AreaRow[], findings: Findings): Promise<AreaLink[]> {
  const partnerships = rows.flatMap(({ area: { code, name }, ...row }) =>
    code && !row.isForce && !code.includes('/') ? [{ ...row, code, name }] : [],
  );
  const byName = new Map(partnerships.map((one) => [partnershipKey(one.force.name, one.name), one]));
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
    ...(await combinedDistricts(table, byName, findings)),
  ];
}

function sayWhatIsNotRead(tables: readonly PartnershipTable[], findings: Findings): void {
  for (const { kind, sheet, title } of tables)
    if (kind === 'changes')
      findings.note(`Sheet “${sheet}” is not read: changes are worked out from counts.`);
    else if (kind === null)
      findings.ask({
        ...{ kind: 'rows', subject: `sheet ${sheet}` },
        sentence: `Sheet “${sheet}” has partnerships, but its title (“${title.slice(0, 120)}”) does not say that it is about numbers of crimes, or rates. Is it of no use here?`,
        accept: 'It is of no use: load the other sheets',
      });
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

function askAboutOtherAreas(
  sets: readonly { readonly sheet: string; readonly codes: ReadonlySet<string> }[],
  findings: Findings,
): void {
  const all = new Set(sets.flatMap(({ codes }) => [...codes]));
  for (const { sheet, codes } of sets) {
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
