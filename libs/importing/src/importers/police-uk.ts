import { addMonths } from '@lib/kernel';
import type { SheetRow } from '@lib/spreadsheets';
import { ImportRefused } from '../domain/import-refused.js';
import type { AreaLabel, Findings, Importer, Period, PublishedCell, SeriesLabel } from '../importer.js';
import { findColumns, findHeading, type WantedColumn } from '../table/columns.js';
import { monthFrom, noMonth, readMonth, spanOf } from '../table/months.js';
import { interned, kept, refuseOtherName, rowsBelow } from '../table/rows-below.js';
import { monthInWords } from './mps-wide.js';
import { StreetOrder } from './police-uk-order.js';

const WANTED: readonly WantedColumn[] = [
  { key: 'id', name: 'the number of the crime', headings: ['Crime ID'] },
  { key: 'month', name: 'the month', headings: ['Month'] },
  { key: 'reported', name: 'the force that gave the data', headings: ['Reported by'] },
  { key: 'within', name: 'the force whose area it is', headings: ['Falls within'] },
  { key: 'longitude', name: 'the longitude', headings: ['Longitude'] },
  { key: 'latitude', name: 'the latitude', headings: ['Latitude'] },
  { key: 'location', name: 'the place in words', headings: ['Location'] },
  { key: 'lsoa', name: 'the code of the LSOA', headings: ['LSOA code'] },
  { key: 'lsoa-name', name: 'the name of the LSOA', headings: ['LSOA name'] },
  { key: 'type', name: 'the crime type', headings: ['Crime type'] },
  { key: 'outcome', name: 'the outcome', headings: ['Last outcome category'] },
  { key: 'context', name: 'the context', headings: ['Context'], optional: true },
];

/** Stands for the area of crimes that have no place. */
const NO_PLACE = 'police-uk-no-place';

/**
 * A row for each crime, and more than one where it had more than one outcome: they are counted by number, once. Crimes
 * without a number (antisocial behaviour; all of 2010) are counted by row. Places and outcomes are not kept.
 */
export const policeUk: Importer = {
  key: 'police-uk',
  source: 'police-uk',
  title: 'Street-level crime, data.police.uk',
  lookOf: 'The “-street.csv” of a force and a month: a row for each crime',
  roles: WANTED,
  countsEvents: true,
  recognise({ format, sheets }, answers) {
    if (format !== 'csv') return null;
    const heading = findHeading(sheets[0]!.rows, WANTED, 6);
    if (!heading) return null;
    const found = findColumns(heading.cells, WANTED, answers);
    const first = sheets[0]!.rows.find(({ number }) => number > heading.number)?.cells ?? [];
    const says = (role: string) => first[found.columns.get(role) ?? -1] ?? '';
    const month = readMonth(says('month'));
    return {
      ...found,
      headingRow: heading.number,
      what: `crimes by LSOA, ${says('reported').replace(/\s+/g, ' ').trim()}, ${month ? monthInWords(month) : 'of a month'}`,
    };
  },
  async *read(table, { columns, headingRow }, findings) {
    const at = (role: string) => columns.get(role)!;
    const [id, month, force, lsoa, lsoaName, type] = (
      ['id', 'month', 'reported', 'lsoa', 'lsoa-name', 'type'] as const
    ).map(at) as [number, number, number, number, number, number];
    const months = new Map<string, Period>();
    const areas = new Map<string, AreaLabel>();
    const series = new Map<string, SeriesLabel>();
    const forces = new Map<string, string>();
    const order = new StreetOrder();
    const cellOf = ({ cells, number: row }: SheetRow): PublishedCell => {
      const [code, crime, number] = [cells[lsoa]!.trim(), cells[type]!.trim(), cells[id]!.trim()];
      if (crime === '') throw wrong(`Row ${row} has no crime type`);
      interned(forces, cells[force]!, (name) => name);
      const name = cells[lsoaName]!.trim();
      const area = interned(areas, code, (label) => areaNamed(label, name, row));
      if (code !== '' && name !== area.name) refuseOtherName(area, { name, within: area.within }, row);
      order.add(code === '' ? '' : area.name, crime, number !== '', row);
      return {
        area,
        series: interned(series, crime, (label) => ({ label, unit: 'count' })),
        period: interned(months, cells[month]!, (text) => {
          const day = readMonth(text);
          if (!day) throw noMonth(row, text);
          return monthFrom(day);
        }),
        value: '1',
        mark: null,
        row,
        column: type,
        sheet: null,
        event: number === '' ? null : eventNumber(number, row),
      };
    };
    for await (const rows of rowsBelow(table, headingRow, findings)) yield { cells: rows.map(cellOf) };
    order.ask(findings);
    if (months.size === 0) return;
    askIfOneFile(
      [...months.values()].map(({ from }) => monthInWords(from)),
      [...forces.keys()],
      findings,
    );
    const { last } = spanOf(months.values());
    findings.note(`From ${[...forces.keys()].toSorted().join(', ')}.`);
    findings.release(addMonths(last, 2), `${monthInWords(last)} is published two months later`);
  },
};

/** Files that were put together have the release of the last of them, and would stand in the way of the others. */
function askIfOneFile(months: readonly string[], forces: readonly string[], findings: Findings): void {
  if (months.length === 1 && forces.length === 1) return;
  findings.ask({
    ...{ kind: 'whole-file', subject: 'one-file' },
    sentence: `Such files are of one month and one force, and this one is of ${months.join(' and ')}, from ${forces.join(' and ')}. Was it put together from several?`,
    accept: 'It was, and all of it is of one release',
  });
}

function areaNamed(code: string, name: string, row: number): AreaLabel {
  if (code === '') return { label: NO_PLACE, name: 'No place given', code: NO_PLACE, within: null };
  if (!/^[EW]01\d{6}$/.test(code))
    throw wrong(`Row ${row}: “${code.slice(0, 40)}” is no code of an LSOA in England or Wales`);
  // “Barking and Dagenham 001A” lies in Barking and Dagenham.
  return kept({ label: code, name, code, within: name.replace(/ \d{3}[A-Z]$/, '') });
}

/** The first half of a SHA-256 tells crimes apart as well as all of it does. */
function eventNumber(text: string, row: number): string {
  if (!/^[0-9a-fA-F]{64}$/.test(text))
    throw wrong(`Row ${row}: “${text.slice(0, 40)}” is no number of a crime`);
  return text.slice(0, 32);
}

function wrong(what: string): ImportRefused {
  return new ImportRefused(
    `${what}. Download the file again from its publisher; if it says the same there, ask the publisher.`,
  );
}
