import type { Findings, PublishedCell } from '../importer.js';

/** Codes of the whole, and how the codes of its parts begin: districts of every kind, without counties and regions. */
const WHOLES: readonly { readonly code: string; readonly name: string; readonly parts: RegExp }[] = [
  { code: 'E92000001', name: 'England', parts: /^E0[6-9]/ },
  { code: 'W92000004', name: 'Wales', parts: /^W06/ },
];

/** Asks about a country whose districts do not add up to it: a row was lost, doubled or changed. */
export function askAboutTotals(cells: readonly PublishedCell[], findings: Findings): void {
  for (const { code, name, parts } of WHOLES) {
    const wrong = cells
      .filter(({ area, value }) => area.code === code && value !== null)
      .map((whole) => ({
        whole,
        sum: cells
          .filter(({ area, period }) => parts.test(area.label) && period === whole.period)
          .reduce((sum, { value }) => sum + Number(value ?? 0), 0),
      }))
      .find(({ whole, sum }) => Number(whole.value) !== sum);
    if (!wrong) continue;
    findings.ask({
      ...{ kind: 'rows', subject: `total ${code}` },
      sentence: `At mid-${wrong.whole.period.from.slice(0, 4)} ${name} has ${wrong.whole.value} people in row ${wrong.whole.row}, and its local authorities add up to ${wrong.sum}. Is that so at its publisher’s?`,
      accept: 'It is: load the figures as they are',
    });
  }
}
