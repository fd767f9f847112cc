import type { AreaLink, Findings } from '../importer.js';
import { type WantedColumn } from '../table/columns.js';
import { findColumns, findHeading } from '../table/columns.js';
import type { OpenTable } from '../table/open-table.js';
import { sheetRowsBelow } from '../table/rows-below.js';
import { DISTRICT_CODE } from './link-rows.js';
import { AREA_COLUMNS, withoutNotes } from './ons-partnership-tables.js';

const WANTED: readonly WantedColumn[] = AREA_COLUMNS.filter(({ key }) =>
  ['force', 'partnership', 'district-code', 'district'].includes(key),
);

/**
 * The local authorities of partnerships that hold several: a sheet of its own, without codes of partnerships, where
 * what stands in one row holds until the next name.
 *
 * @param partnerships codes by name of the force and of the partnership, as `partnershipKey` writes them
 */
export async function combinedDistricts(
  table: OpenTable,
  partnerships: ReadonlyMap<string, { readonly code: string; readonly name: string }>,
  findings: Findings,
): Promise<AreaLink[]> {
  const links: AreaLink[] = [];
  for (const { name: sheet, rows } of table.head.sheets) {
    const heading = findHeading(rows, WANTED, WANTED.length);
    if (!heading || findHeading(rows, AREA_COLUMNS, WANTED.length + 1)) continue;
    const { columns } = findColumns(heading.cells, WANTED, new Map());
    let [force, partnership] = ['', ''];
    for await (const batch of sheetRowsBelow(table, sheet!, heading))
      for (const { number, cells } of batch) {
        const text = (role: string) => withoutNotes(cells[columns.get(role)!]!);
        force = text('force') || force;
        partnership = text('partnership') || partnership;
        if (!DISTRICT_CODE.test(text('district-code'))) continue;
        const within = partnerships.get(partnershipKey(force, partnership));
        if (!within)
          findings.note(
            `Row ${number} of sheet “${sheet}” puts ${text('district')} in ${partnership}, which no other sheet has: it is left out.`,
          );
        else
          links.push({
            ...{
              areaCode: text('district-code'),
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
