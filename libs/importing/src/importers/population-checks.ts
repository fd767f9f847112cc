import { labelKey } from '@lib/published-data';
import type { Findings, PublishedCell } from '../importer.js';
import { headingKey } from '../table/columns.js';
import type { OpenTable } from '../table/open-table.js';

/** Years stand in order, each once: where they do not, a heading or a column was changed or lost. */
export function askAboutYears(years: readonly number[], findings: Findings): void {
  const step = Math.sign((years[1] ?? 0) - (years[0] ?? 0));
  const at = years.findIndex((year, index) => index > 0 && year !== years[index - 1]! + step);
  if (at < 0) return;
  findings.ask({
    ...{ kind: 'rows', subject: 'years', accept: 'It is: each year stands over its own figures' },
    sentence: `The years are not in order: mid-${years[at]} follows on mid-${years[at - 1]}. Is that so at its publisher’s?`,
  });
}

/** By code, what the other sheets of the workbook call an area. */
export async function namesElsewhere(table: OpenTable, but: string): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const { name: sheet, rows } of table.head.sheets) {
    const heading = rows.find(({ cells }) => headingKey(cells[0] ?? '') === 'code');
    if (sheet === but || !heading || headingKey(heading.cells[1] ?? '') !== 'name') continue;
    for await (const batch of table.rows(sheet))
      for (const { number, cells } of batch)
        if (number > heading.number && cells[1]) names.set(cells[0]!.trim(), cells[1]);
    return names;
  }
  return names;
}

/** The sheets have the same areas, with the same names. */
export function askAboutNames(
  names: ReadonlyMap<string, string>,
  cells: readonly PublishedCell[],
  findings: Findings,
): void {
  const here = new Map(cells.map(({ area, row }) => [area.label, { name: area.name, row }]));
  const [renamed] = [...here].filter(
    ([code, { name }]) => names.has(code) && labelKey(names.get(code)!) !== labelKey(name),
  );
  if (renamed)
    findings.ask({
      ...{ kind: 'rows', subject: 'names', accept: 'It is: the code says which area it is' },
      sentence: `Row ${renamed[1].row} gives ${renamed[1].name} the code ${renamed[0]}, which is that of ${names.get(renamed[0])} in another sheet. Is that so at its publisher’s?`,
    });
  // Another sheet may be of some areas only.
  if (names.size < here.size / 2) return;
  const others = [
    ...[...here.keys()].filter((code) => !names.has(code)),
    ...[...names.keys()].filter((code) => AREA.test(code) && !here.has(code)),
  ];
  if (others.length === 0) return;
  findings.ask({
    ...{ kind: 'rows', subject: 'areas', accept: 'It is: load the areas that are there' },
    sentence: `Not all sheets have the same areas: ${others.slice(0, 3).join(', ')}${others.length > 3 ? ` and ${others.length - 3} more` : ''} ${others.length === 1 ? 'is' : 'are'} in one and not in another. Is that so at its publisher’s?`,
  });
}

const AREA = /^[EWKNSJ]\d{8}$/;
