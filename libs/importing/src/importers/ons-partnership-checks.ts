import { addDays, dateInWords } from '@lib/kernel';
import { labelKey } from '@lib/published-data';
import type { Findings, Period, PublishedCell } from '../importer.js';
import type { AreaRow } from './ons-partnership-areas.js';
import type { PartnershipTable } from './ons-partnership-tables.js';

export interface RowsOfTable {
  readonly table: PartnershipTable;
  readonly rows: readonly { readonly row: AreaRow; readonly cells: readonly PublishedCell[] }[];
}

type Sets = readonly RowsOfTable[];

/** Half of what the population is rounded to, and a little more. */
const ROUNDED_AWAY = 60;
const MOST_NAMED = 3;

/**
 * The tables say the same thing three times: a rate is a count by population, and a change is one count by another. A
 * column under another heading, a number that was lost or changed and a sheet that is missing are found out by that.
 */
export function askIfTablesAgree(sets: Sets, findings: Findings): void {
  const counts = sets.filter(({ table: { kind } }) => kind === 'counts');
  const [latest, before] = counts.toSorted((a, b) =>
    (b.table.period?.from ?? '') < (a.table.period?.from ?? '') ? -1 : 1,
  );
  askAboutMissingTables(sets, findings);
  askAboutOtherOffences(sets, findings);
  for (const set of counts) askAboutMarks(set, findings);
  if (!latest) return;
  const of = numbersOf(latest);
  for (const set of sets.filter(({ table: { kind } }) => kind === 'rates')) {
    askIfOtherYear(set.table, latest.table, findings);
    askAbout(set, wrongRates(set, of), `the counts of sheet “${latest.table.sheet}”`, findings);
  }
  if (!before) return;
  for (const set of sets.filter(({ table: { kind } }) => kind === 'changes')) {
    askAboutYears(set.table, [latest.table.period, before.table.period], findings);
    const sheets = `the counts of sheets “${before.table.sheet}” and “${latest.table.sheet}”`;
    askAbout(set, wrongChanges(set, of, numbersOf(before)), sheets, findings);
  }
}

function askAboutMissingTables(sets: Sets, findings: Findings): void {
  const has = (kind: PartnershipTable['kind'], most: number) =>
    sets.filter(({ table }) => table.kind === kind).length >= most;
  const missing = [
    ...(has('counts', 2) ? [] : ['numbers of recorded crimes in the year and in the year before']),
    ...(has('rates', 1) ? [] : ['rates']),
    ...(has('changes', 1) ? [] : ['changes from the year before']),
  ];
  if (missing.length === 0) return;
  findings.ask({
    ...{ kind: 'rows', subject: 'tables', accept: 'It has not: load what there is' },
    sentence: `Such workbooks have sheets with ${missing.join(', and with ')}, and in this one there is none, or too few. Has the publisher’s none either?`,
  });
}

function askAboutOtherOffences(sets: Sets, findings: Findings): void {
  const offences = sets.map(({ table }) => ({
    sheet: table.sheet,
    labels: new Set([...table.figures.values()].map(({ series }) => labelKey(withoutBase(series.label)))),
  }));
  const all = new Set(offences.flatMap(({ labels }) => [...labels]).filter((label) => !BASES.test(label)));
  for (const { sheet, labels } of offences) {
    const missing = [...all].filter((label) => !labels.has(label));
    if (missing.length === 0) continue;
    findings.ask({
      ...{ kind: 'rows', subject: `offences ${sheet}`, accept: 'It is: load the file without them' },
      sentence: `Sheet “${sheet}” has no column for “${missing.slice(0, MOST_NAMED).join('”, “')}”${more(missing.length - MOST_NAMED)}, which other sheets have. Is that so at its publisher’s?`,
    });
  }
}

/** What rates are worked out on, which stands beside them alone. */
const BASES = /^(population|household) figures/;

function withoutBase(label: string): string {
  return label.replace(/ \(per 1,000 [^)]*\)$/i, '');
}

/** Every partnership has a number for everything; what lies in none of them may have none. */
function askAboutMarks({ table: { sheet }, rows }: RowsOfTable, findings: Findings): void {
  const [marked, ...others] = rows.flatMap(({ row, cells }) =>
    row.area.code?.includes('/') ? [] : cells.filter(({ mark }) => mark !== null),
  );
  if (!marked) return;
  findings.ask({
    ...{ kind: 'rows', subject: `marks ${sheet}`, accept: 'It is: there are cells without a number' },
    sentence: `Row ${marked.row} of sheet “${sheet}” has no number for “${marked.series.label}” in ${marked.area.name}${more(others.length)}. Is that so at its publisher’s?`,
  });
}

/** Rates are those of the newest counts. */
function askIfOtherYear(rates: PartnershipTable, counts: PartnershipTable, findings: Findings): void {
  if (rates.period?.until === counts.period?.until) return;
  findings.ask({
    ...{ kind: 'rows', subject: `years ${rates.sheet}`, accept: 'It is: both titles have the right year' },
    sentence: `Sheets “${rates.sheet}”, with rates, and “${counts.sheet}”, with the newest counts, are of different years by their titles. Is that so at its publisher’s?`,
  });
}

function askAboutYears(
  { sheet, title }: PartnershipTable,
  periods: readonly (Period | null)[],
  findings: Findings,
): void {
  const years = periods.map(
    (period) => period && dateInWords(addDays(period.until, -1)).replace(/^\d+ /, ''),
  );
  const [other] = years.filter((year) => year && !title.toLowerCase().includes(year.toLowerCase()));
  if (!other) return;
  findings.ask({
    ...{ kind: 'rows', subject: `years ${sheet}`, accept: 'It is: the counts have the right years' },
    sentence: `The counts are of the years to ${years.join(' and ')}, and the title of sheet “${sheet}”, with the changes between them, does not name ${other}. Is that so at its publisher’s?`,
  });
}

/** By area and offence. */
type Numbers = ReadonlyMap<string, number>;

function numbersOf({ rows }: RowsOfTable): Numbers {
  return new Map(
    rows.flatMap(({ cells }) =>
      cells.flatMap(({ area, series, value }) =>
        value === null ? [] : [[`${area.label} ${labelKey(series.label)}`, Number(value)] as const],
      ),
    ),
  );
}

function wrongRates({ rows }: RowsOfTable, counts: Numbers): PublishedCell[] {
  return rows.flatMap(({ cells }) => {
    const per = (first: RegExp) => cells.find(({ series }) => first.test(series.label))?.value;
    const [people, households] = [per(/^population/i), per(/^household/i)];
    return cells.filter(({ area, series, value, mark }) => {
      const named = /^(.*) \(per 1,000 (population|household)s?\)$/i.exec(series.label);
      if (series.unit !== 'rate' || !named) return false;
      const base = /^population/i.test(named[2]!) ? people : households;
      const count = counts.get(`${area.label} ${labelKey(named[1]!)}`);
      // Nobody counted who lives there; or few do: all others have a rate.
      if (base === null) return value !== null;
      if (value === null) return mark !== 'u1';
      if (count === undefined || base === undefined) return true;
      return (
        Math.abs((Number(value) * Number(base)) / 1000 - count) > (Number(value) * ROUNDED_AWAY) / 1000 + 0.5
      );
    });
  });
}

function wrongChanges({ rows }: RowsOfTable, latest: Numbers, before: Numbers): PublishedCell[] {
  return rows.flatMap(({ cells }) =>
    cells.filter(({ area, series, value }) => {
      const key = `${area.label} ${labelKey(series.label)}`;
      const [now, then] = [latest.get(key), before.get(key)];
      if (value === null || now === undefined || !then) return false;
      return Math.abs(((now - then) / then) * 100 - Number(value)) > 0.01;
    }),
  );
}

function askAbout(
  { table: { sheet, kind } }: RowsOfTable,
  wrong: readonly PublishedCell[],
  others: string,
  findings: Findings,
): void {
  const [first] = wrong;
  if (!first) return;
  const named = wrong
    .slice(0, MOST_NAMED)
    .map(
      ({ row, series, area, value }) => `“${series.label}” in ${area.name} (row ${row}: ${value ?? 'none'})`,
    );
  findings.ask({
    ...{ kind: 'rows', subject: `agree ${sheet}`, accept: 'It is: load the figures as they are' },
    sentence: `The ${kind} of sheet “${sheet}” are not what ${others} make: ${named.join(', ')}${more(wrong.length - MOST_NAMED)}. Columns may have changed their headings, or numbers may be lost. Is that so at its publisher’s?`,
  });
}

function more(others: number): string {
  return others > 0 ? ` and ${others} more` : '';
}
