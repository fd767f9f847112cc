import type { Findings, PublishedCell } from '../importer.js';
import type { AreaRow } from './ons-partnership-areas.js';

/**
 * Asks about a force whose partnerships, with what lies in none of them, do not add up to its own row: a row was lost
 * or changed. What is only marked adds nothing, as in the tables themselves.
 */
export function askAboutSums(
  sheet: string,
  rows: readonly { readonly row: AreaRow; readonly cells: readonly PublishedCell[] }[],
  findings: Findings,
): void {
  const parts = new Map<string, Map<string, number>>();
  for (const { row, cells } of rows) {
    if (row.isForce) continue;
    const sums = parts.get(row.force.code) ?? new Map<string, number>();
    parts.set(row.force.code, sums);
    for (const { series, value } of cells)
      sums.set(series.label, (sums.get(series.label) ?? 0) + Number(value ?? 0));
  }
  for (const { row, cells } of rows) {
    if (!row.isForce) continue;
    const sums = parts.get(row.force.code);
    const wrong = cells.find(
      ({ series, value }) => value !== null && Number(value) !== (sums?.get(series.label) ?? 0),
    );
    if (!wrong) continue;
    const sum = sums?.get(wrong.series.label) ?? 0;
    findings.ask({
      ...{ kind: 'rows', subject: `sum ${sheet} ${row.force.code}` },
      sentence: `In sheet “${sheet}”, row ${wrong.row} has ${wrong.value} for “${wrong.series.label}” in all of ${row.force.name}, and the rows of its parts add up to ${sum}. Is that so at its publisher’s?`,
      accept: 'It is: load the figures as they are',
    });
  }
}
