import type { SheetRow } from '@lib/spreadsheets';
import type { AreaLink, ColumnAnswers, Findings } from '../importer.js';
import { findColumns, findHeading, type FoundColumns, type WantedColumn } from '../table/columns.js';
import type { HeadOfTable, OpenTable } from '../table/open-table.js';
import { sheetRowsBelow } from '../table/rows-below.js';
import { DISTRICT_CODE } from './link-rows.js';
import { AREA_COLUMNS, headingAbove, withoutNotes } from './ons-partnership-tables.js';

const WANTED: readonly WantedColumn[] = AREA_COLUMNS.filter(({ key }) =>
  ['force', 'partnership', 'district-code', 'district'].includes(key),
);

/** The sheet of combined local authorities, with what its columns are. */
export interface CombinedSheet extends FoundColumns {
  readonly sheet: string;
  readonly heading: SheetRow;
}

/** It has local authorities, and no codes of partnerships. */
export function combinedSheets(
  { sheets }: HeadOfTable,
  tables: readonly { readonly sheet: string }[],
  answers: ColumnAnswers,
): readonly CombinedSheet[] {
  const others = sheets.filter(({ name }) => tables.every(({ sheet }) => sheet !== name));
  return others.flatMap(({ name, rows }) => {
    const heading = findHeading(rows, WANTED, 3, answers) ?? headingAbove(rows, DISTRICT_CODE);
    return heading ? [{ sheet: name!, heading, ...findColumns(heading.cells, WANTED, answers) }] : [];
  });
}

/**
 * The local authorities of partnerships that hold several: a sheet of its own, without codes of partnerships, where
 * what stands in one row holds until the next name.
 *
 * @param partnerships codes by name of the force and of the partnership, as `partnershipKey` writes them
 */
export async function combinedDistricts(
  table: OpenTable,
  combined: readonly CombinedSheet[],
  partnerships: ReadonlyMap<string, { readonly code: string; readonly name: string }>,
  findings: Findings,
): Promise<AreaLink[]> {
  const links: AreaLink[] = [];
  for (const { sheet, heading, columns } of combined) {
    let [force, partnership] = ['', ''];
    const listed = new Set<string>();
    for await (const batch of sheetRowsBelow(table, sheet, heading))
      for (const { number, cells } of batch) {
        const text = (role: string) => withoutNotes(cells[columns.get(role)!]!);
        force = text('force') || force;
        partnership = text('partnership') || partnership;
        const code = text('district-code');
        if (!DISTRICT_CODE.test(code)) continue;
        // Of a local authority in several partnerships, each row names the partnership.
        if (listed.has(code) && text('partnership') === '')
          findings.ask({
            ...{ kind: 'rows', subject: `again ${code}`, accept: 'It is: the local authority lies in both' },
            sentence: `Row ${number} of sheet “${sheet}” has ${text('district')} once more, below ${partnership}. Is that so at its publisher’s?`,
          });
        listed.add(code);
        const within = partnerships.get(partnershipKey(force, partnership));
        if (!within)
          findings.note(
            `Row ${number} of sheet “${sheet}” puts ${text('district')} in ${partnership}, which no other sheet has: it is left out.`,
          );
        else
          links.push({
            ...{
              areaCode: code,
              areaName: text('district'),
              kind: 'partnership',
              row: number,
            },
            ...{ withinCode: within.code, withinName: within.name },
          });
      }
  }
  return links;
}

export function partnershipKey(force: string, partnership: string): string {
  return `${force} / ${partnership}`.toLowerCase();
}
