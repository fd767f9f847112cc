import { addMonths, type CalendarDate } from '@lib/kernel';
import { labelKey } from '@lib/published-data';
import { ImportRefused } from '../domain/import-refused.js';
import type { Findings, Period } from '../importer.js';
import { spanOf } from '../table/months.js';
import { monthInWords } from './mps-wide.js';

/** The dashboard shows the last four years. */
const MONTHS_OF_A_FILE = 48;

/** The months before the day of the extract are there, unless the file was cut where a month ends. */
export function askAboutMonths(
  released: CalendarDate | null,
  months: Iterable<Period>,
  findings: Findings,
): void {
  const all = new Set([...months].map(({ from }) => from));
  if (all.size === 0) return;
  const { first, last } = spanOf(months);
  if (released && addMonths(last, 1) < released)
    findings.ask({
      kind: 'whole-file',
      subject: 'last-month',
      sentence: `The figures were taken in ${monthInWords(released)}, and the last month in the file is ${monthInWords(last)}. Is that so at its publisher’s?`,
      accept: 'It is: there are no later months',
    });
  if (all.size !== MONTHS_OF_A_FILE)
    findings.ask({
      ...{ kind: 'rows', subject: 'span', accept: 'It is: load it with these months' },
      sentence: `Such files have ${MONTHS_OF_A_FILE} months, and this one has ${all.size}, from ${monthInWords(first)} to ${monthInWords(last)}. Is that so at its publisher’s?`,
    });
}

/** @throws ImportRefused where a row says one month and the financial year of another */
export function refuseOtherYear(month: CalendarDate, financialYear: string, row: number): void {
  const begins = /^fy(\d\d)-\d\d$/i.exec(financialYear)?.[1];
  if (begins === undefined || addMonths(month, -3).slice(2, 4) === begins) return;
  throw new ImportRefused(
    `Row ${row} is of ${monthInWords(month)}, and says that this is in the financial year ${financialYear.slice(2)}. Download the file again from its publisher; if it says the same there, ask the publisher.`,
  );
}

/** Every borough ends with the same rows, by the alphabet. A file that ends with another one may have been cut. */
export class LastRows {
  private readonly names = new Set<string>();
  private last: { readonly area: string; readonly type: string; readonly subtype: string } | null = null;
  private readonly subtypes = new Map<string, Set<string>>();

  add(row: { readonly area: string; readonly type: string; readonly subtype: string }): void {
    this.last = row;
    this.names.add(row.area);
    const known = this.subtypes.get(row.type) ?? new Set<string>();
    this.subtypes.set(row.type, known.add(row.subtype));
  }

  askIfCut(findings: Findings): void {
    if (!this.last) return;
    const area = lastOf(this.names);
    const subtype = lastOf(this.subtypes.get(this.last.type)!);
    if (this.last.area === area && this.last.subtype === subtype) return;
    findings.ask({
      ...{ kind: 'whole-file', subject: 'last-row' },
      sentence: `The last row of the file is of “${this.last.subtype}” in ${this.last.area}, and such files end with “${subtype}” in ${area}. Was it cut off?`,
      accept: 'It is whole: I have looked at its last rows',
    });
  }
}

function lastOf(names: ReadonlySet<string>): string {
  return [...names].toSorted((a, b) => (labelKey(a) < labelKey(b) ? -1 : 1)).at(-1)!;
}
