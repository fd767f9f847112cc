import {
  addDays,
  addMonths,
  calendarDate,
  type CalendarDate,
  dateInWords,
  readCalendarDate,
} from '@lib/kernel';
import { CODE_LISTS, LONDON_BOROUGHS, londonAreaCode, meaningOf, NO_BOROUGH } from '@lib/published-data';
import type { SheetRow } from '@lib/spreadsheets';
import { ImportRefused } from '../domain/import-refused.js';
import type { AreaLabel, Findings, Period, PublishedCell, SeriesLabel } from '../importer.js';
import { type CellValue, inWords, readMeasurement } from '../table/read-number.js';
import { askAboutMark, interned } from '../table/rows-below.js';

/** All of London, as the files call it. */
const LONDON: AreaLabel = { label: 'MPS', name: 'MPS', code: NO_BOROUGH.london, within: null };
const MOST_NAMED = 3;
const MOPAC_LIST = CODE_LISTS['mopac-survey'];
/** The first files had the twelve months to the end of 2014. */
const FIRST_QUARTER = calendarDate('2015-01-01');

/** Reads the rows of a survey file, and remembers what every quarter has: what one of them lacks was lost. */
export class SurveyRows {
  private readonly periods = new Map<string, Period>();
  private readonly series = new Map<string, SeriesLabel>();
  private readonly areas = new Map<string, AreaLabel>();
  /** By quarter and measure, what the first row said of London. */
  private readonly london = new Map<string, CellValue & { readonly row: number }>();
  /** By quarter and measure, whom there are rows of. */
  private readonly codes = new Map<string, Set<string | null>>();

  constructor(
    private readonly columns: ReadonlyMap<string, number>,
    private readonly findings: Findings,
  ) {}

  cellsOf(row: SheetRow): PublishedCell[] {
    const text = (role: string) => row.cells[this.columns.get(role)!]!.trim();
    const period = interned(this.periods, text('date'), () => twelveMonthsTo(text('date'), row.number));
    const series = this.seriesOf(text('measure'), this.columns.has('survey') ? text('survey') : '', row);
    const area = this.areaOf(text('borough'), row);
    const subject = `${period.until} ${series.label.toLowerCase()}`;
    const cellOf = (role: string, of: AreaLabel): PublishedCell => {
      const column = this.columns.get(role)!;
      const place = { row: row.number, column };
      const share = shareOf(row.cells[column]!, place);
      askAboutMark(this.findings, share, place);
      return { series, area: of, period, ...share, ...place, sheet: null };
    };
    interned(this.codes, subject, () => new Set<string | null>()).add(area.code);
    const cells = [cellOf('share', area)];
    if (area === LONDON) this.isNewOfLondon(subject, cells[0]!);
    if (this.columns.has('london')) {
      const beside = cellOf('london', LONDON);
      if (this.isNewOfLondon(subject, beside)) cells.push(beside);
    }
    return cells;
  }

  /** @throws ImportRefused where two rows of a quarter disagree on London */
  private isNewOfLondon(subject: string, cell: PublishedCell): boolean {
    const said = interned(this.london, subject, () => cell as CellValue & { readonly row: number });
    if (said === cell) return true;
    const isSame =
      said.value === null || cell.value === null
        ? said.mark === cell.mark
        : Number(said.value) === Number(cell.value);
    if (!isSame)
      throw new ImportRefused(
        `Rows ${said.row} and ${cell.row} disagree on “${cell.series.label}” in all of London in ${quarterOf(cell.period)}. Download the file again from its publisher; if it says the same there, ask the publisher.`,
      );
    return false;
  }

  /** What the survey is not called is another survey: its measures have names of their own. */
  private seriesOf(measure: string, survey: string, { number }: SheetRow): SeriesLabel {
    if (measure === '') throw unsaid(number, 'what was asked');
    const name = measure.replace(/\s+/g, ' ');
    const label = survey === '' || /^pas$/i.test(survey) ? name : `${name} (${survey})`;
    return interned(this.series, label.toLowerCase(), () => ({ label, unit: 'share' }));
  }

  private areaOf(name: string, { number }: SheetRow): AreaLabel {
    if (name === '') throw unsaid(number, 'which borough it is of');
    const code = londonAreaCode(name);
    if (code === LONDON.code) return LONDON;
    // “Richmond upon” and “Upon Thames” are one.
    return interned(this.areas, code ?? name.toLowerCase(), () => ({
      label: name,
      name,
      code,
      within: null,
    }));
  }

  /** Asks about boroughs, measures and quarters that there is nothing of, although there has to be. */
  askForMissing(): void {
    const boroughs = [...this.codes].flatMap(([subject, codes]) => {
      if (codes.size === 1 && codes.has(LONDON.code)) return [];
      const missing = Object.entries(LONDON_BOROUGHS).filter(([code]) => !codes.has(code));
      return missing.length === 0
        ? []
        : [`${missing.map(([, name]) => name).join(', ')} (${inPlainWords(subject)})`];
    });
    const withoutLondon = [...this.codes].flatMap(([subject, codes]) =>
      this.columns.has('london') || codes.has(LONDON.code) ? [] : [inPlainWords(subject)],
    );
    this.ask('london', 'every measure has a figure for all of London', withoutLondon);
    this.ask('boroughs', 'every borough has a row for each quarter and measure', boroughs);

    const quarters = [...new Set([...this.periods.values()].map(({ until }) => until))].toSorted();
    const lost = quarters
      .slice(1)
      .flatMap((quarter, index) =>
        [...this.series.keys()]
          .filter(
            (measure) =>
              this.codes.has(`${quarters[index]} ${measure}`) && !this.codes.has(`${quarter} ${measure}`),
          )
          .map((measure) => inPlainWords(`${quarter} ${measure}`)),
      );
    this.ask('measures', 'what was asked about in one quarter is asked about in the next', lost);

    this.askForFirst(quarters);
    const gaps = quarters
      .slice(1)
      .filter((quarter, index) => addMonths(quarters[index]!, 3) !== quarter)
      .map((quarter) => `the quarter before that to ${dateInWords(addDays(quarter, -1))}`);
    this.ask('quarters', 'one quarter follows on another', gaps);
  }

  /** A file that begins later or asks less than all of them do was cut, or is one of a single kind. */
  private askForFirst([first, second]: readonly CalendarDate[]): void {
    if (first === undefined) return;
    if (first > FIRST_QUARTER)
      this.ask('first', `there are all quarters from ${quarterOf({ until: FIRST_QUARTER })} on`, [
        `those before ${quarterOf({ until: first })}`,
      ]);
    const measures = new Set(
      [...this.series.values()].map(({ label }) => meaningOf(MOPAC_LIST, label, first)),
    );
    const never = MOPAC_LIST.series.filter(({ key }) => !measures.has(key)).map(({ name }) => `“${name}”`);
    const lostAtFirst = [...this.series.keys()]
      .filter((measure) => this.codes.has(`${second} ${measure}`) && !this.codes.has(`${first} ${measure}`))
      .map((measure) => inPlainWords(`${first} ${measure}`));
    this.ask('known', 'everything that was ever asked has rows', [...never, ...lostAtFirst]);
  }

  private ask(subject: string, rule: string, missing: readonly string[]): void {
    if (missing.length === 0) return;
    const shown = missing.slice(0, MOST_NAMED).join('; ');
    const more = missing.length - MOST_NAMED;
    this.findings.ask({
      ...{ kind: 'rows', subject, accept: 'It is: load the file without them' },
      sentence: `In these files ${rule}. Missing here: ${shown}${more > 0 ? `; and ${more} more` : ''}. Is that so at its publisher’s?`,
    });
  }
}

/** @throws ImportRefused for a day with which no quarter ends */
function twelveMonthsTo(text: string, row: number): Period {
  const day = readCalendarDate(text);
  if (!day || !/-(03-31|06-30|09-30|12-31)$/.test(day))
    throw new ImportRefused(
      `Row ${row}: “${text.slice(0, 40)}” is not the last day of a quarter, and the survey has its figures for the twelve months that end with one. Download the file again from its publisher.`,
    );
  const until = addDays(day, 1);
  return { from: addMonths(until, -12), until };
}

/** @throws ImportRefused for what is no share of people */
function shareOf(text: string, place: { row: number; column: number }): CellValue {
  const read = readMeasurement(text, place);
  if (read.value !== null && !(Number(read.value) >= 0 && Number(read.value) <= 1))
    throw new ImportRefused(
      `${inWords(place)} holds “${text.trim().slice(0, 40)}”, which is no share of people: shares lie between 0 and 1. Download the file again from its publisher.`,
    );
  return read;
}

function unsaid(row: number, what: string): ImportRefused {
  return new ImportRefused(`Row ${row} does not say ${what}. Download the file again from its publisher.`);
}

/** “December 2023” for a period that ends with it. */
function quarterOf({ until }: Pick<Period, 'until'>): string {
  return dateInWords(addDays(until, -1)).replace(/^\d+ /, '');
}

function inPlainWords(subject: string): string {
  const until = subject.slice(0, 10) as CalendarDate;
  return `“${subject.slice(11)}”, ${quarterOf({ until })}`;
}
