import { type CalendarDate, dateInWords } from '@lib/kernel';
import { codeListOf, LONDON_BOROUGHS, type AnySource } from '@lib/published-data';
import { ImportRefused } from './import-refused.js';
import { ACCEPTED, type NewQuestion } from './published-file.js';

interface DoubledRow {
  readonly series: string;
  readonly area: string;
  readonly from: CalendarDate;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly agree: boolean;
  readonly areApart: boolean;
}

interface MissingRow {
  readonly means: string;
  readonly areaCode: string;
  readonly periods: number;
}

/** Rows of an area that the release before had for the same time. */
export interface LostRows {
  readonly means: string;
  readonly area: string;
  /** What they added up to there. */
  readonly counted: string;
  readonly releasedOn: CalendarDate;
}

const MOST_NAMED = 5;

/**
 * Rows that say the same twice are counted once, if a person agrees.
 * @throws ImportRefused for rows that are of the same and say otherwise, or say it in other columns or sheets
 */
export function aboutDoubled(doubled: readonly DoubledRow[]): NewQuestion[] {
  const [first] = doubled;
  if (!first) return [];
  const { series, area, firstRow, lastRow } = first;
  if (!first.agree)
    throw new ImportRefused(
      `Rows ${firstRow} and ${lastRow} are both of “${series}” in ${area} and say different things. Download the file again from its publisher; if it says the same there, ask the publisher.`,
    );
  if (first.areApart)
    throw new ImportRefused(
      `“${series}” in ${area} stands in two columns or sheets for the time from ${first.from} (rows ${firstRow} and ${lastRow}). Download the file again from its publisher; if it is so there, delete one of the two.`,
    );
  const rows = new Set(doubled.map((one) => one.lastRow));
  return [
    {
      ...{ kind: 'rows', subject: 'doubled', proposed: null },
      sentence: `${rows.size === 1 ? `Row ${lastRow} says` : `Rows ${named([...rows].map(String))} say`} the same as an earlier one, such as row ${firstRow} on “${series}” in ${area}. Were they doubled by mistake?`,
      choices: [{ value: ACCEPTED, words: 'By mistake: count each once' }],
    },
  ];
}

export function aboutMissingMonths(months: readonly CalendarDate[]): NewQuestion[] {
  if (months.length === 0) return [];
  return [
    {
      ...{ kind: 'rows', subject: 'months', proposed: null },
      sentence: `The file has nothing on ${named(months.map((month) => month.slice(0, 7)))}, although it has months before and after. Is that so at its publisher’s?`,
      choices: [{ value: ACCEPTED, words: 'It is: there are no figures of these months' }],
    },
  ];
}

/** Rows that every area has, and that are lost where a file was cut or put together. */
export function aboutMissingRows(source: AnySource, missing: readonly MissingRow[]): NewQuestion[] {
  if (missing.length === 0) return [];
  const areaOf = (code: string) => (LONDON_BOROUGHS as Record<string, string>)[code] ?? code;
  const examples = missing.map(({ means, areaCode }) => `“${nameOf(source, means)}” in ${areaOf(areaCode)}`);
  return [
    {
      ...{ kind: 'rows', subject: 'missing', proposed: null },
      sentence: `Every area has some rows in these files, and here they are missing: ${named(examples)}. Is that so at its publisher’s?`,
      choices: [{ value: ACCEPTED, words: 'It is: load the file without them' }],
    },
  ];
}

/** Rows that were there in the release before, of what this file still has rows of in other areas. */
export function aboutRowsLost(source: AnySource, lost: readonly LostRows[]): NewQuestion[] {
  const [first] = lost;
  if (!first) return [];
  const examples = lost.map(
    ({ means, area, counted }) => `“${nameOf(source, means)}” in ${area} (${counted})`,
  );
  return [
    {
      ...{ kind: 'rows', subject: 'lost', proposed: null },
      sentence: `Rows that the release of ${dateInWords(first.releasedOn)} had for the same time are missing: ${named(examples)}. Were they lost?`,
      choices: [{ value: ACCEPTED, words: 'No: the publisher has taken them out' }],
    },
  ];
}

/** What a series is called by us. */
export function nameOf(source: AnySource, means: string): string {
  return codeListOf(source).series.find(({ key }) => key === means)?.name ?? means;
}

function named(things: readonly string[]): string {
  const shown = things.slice(0, MOST_NAMED).join(', ');
  const more = things.length - MOST_NAMED;
  return more > 0 ? `${shown} and ${more} more` : shown;
}
