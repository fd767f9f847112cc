import type { CalendarDate } from '@lib/kernel';
import type { AnySource, Mark, SourceKey } from '@lib/published-data';
import type { AskedWhileReading, ColumnRole } from './domain/asked.js';
import type { FiguresOfTable } from './domain/own-table.js';
import type { HeadOfTable, OpenTable } from './table/open-table.js';

/** What a file calls something that it counts. One object stands for one label, and is handed out again and again. */
export interface SeriesLabel {
  readonly label: string;
  readonly unit: 'count' | 'amount' | 'rate' | 'percentage' | 'share' | 'people';
}

/** What a file calls an area. One object stands for one label. */
export interface AreaLabel {
  /** What tells it from the other areas of its file: the code where the file gives one, else the name. */
  readonly label: string;
  readonly name: string;
  /** The ONS code, where the file gives it or the name is one that is known; null for what is asked about. */
  readonly code: string | null;
  /** The name of what it lies in, where the file says so. */
  readonly within: string | null;
}

/** Days from and until, the last one not in it. One object stands for one period. */
export interface Period {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** One figure as it stands in the file. */
export interface PublishedCell {
  readonly series: SeriesLabel;
  readonly area: AreaLabel;
  readonly period: Period;
  /** In digits with a decimal point; null with a mark. */
  readonly value: string | null;
  readonly mark: Mark | null;
  /** Row as a spreadsheet counts them, from 1; column from 0; the sheet of a workbook. */
  readonly row: number;
  readonly column: number;
  readonly sheet: string | null;
  /**
   * For a row that is one event: its number, 32 hexadecimal digits, or null where it has none. Events of one number are
   * counted once. Absent where the cell is a figure already.
   */
  readonly event?: string | null;
}

/** That one area lies in another. */
export interface AreaLink {
  readonly areaCode: string;
  readonly areaName: string;
  readonly kind: 'partnership' | 'police-force';
  readonly withinCode: string;
  readonly withinName: string;
  readonly row: number;
}

/** Some rows' worth of a file, so that it is never held as a whole. */
export interface Batch {
  readonly cells: readonly PublishedCell[];
  readonly links?: readonly AreaLink[];
}

export interface UnknownColumn {
  readonly heading: string;
  readonly column: number;
  readonly isTitle?: true;
}

/** What an importer made of the first rows of a file. */
export interface Recognised {
  /** In words, for a person: “24 months to February 2026, by borough”. */
  readonly what: string;
  /** Where each role is, by number of column; complete once nothing is asked. */
  readonly columns: ReadonlyMap<string, number>;
  /** Roles that no column has. */
  readonly missing: readonly ColumnRole[];
  /** Columns of the file that have no role, by their heading; and sheets, by their title. */
  readonly unknown: readonly UnknownColumn[];
  /** Whose figures they are, where the file itself names a source other than its importer’s. */
  readonly source?: AnySource;
  /** Row of the heading, as a spreadsheet counts them. */
  readonly headingRow: number;
  /** What the figures of a table of one's own are. */
  readonly figures?: FiguresOfTable;
}

/** What people said of columns: by heading, the role, or `ignore`. */
export type ColumnAnswers = ReadonlyMap<string, string>;

/** What an importer finds out while it reads, beside the figures. */
export interface Findings {
  /** Something a person has to look at before the file is applied. */
  ask(question: AskedWhileReading): void;
  /** Something worth saying that needs no answer. */
  note(sentence: string): void;
  /** The newest day on which the file says that its figures were taken. */
  extractedOn(day: CalendarDate): void;
  /**
   * The release that the file itself names, or that its publisher's calendar gives it, with the reason.
   * @param goesWith another file of the release, and the day on which that one begins: a release that has it beginning
   *   elsewhere makes this one uncertain
   */
  release(day: CalendarDate, because: string, goesWith?: { readonly beginsOn: CalendarDate }): void;
}

/**
 * One source's way of writing files. Importers read and find out; they store nothing, and guess nothing: what they
 * cannot tell is asked.
 */
export interface Importer {
  readonly key: string;
  readonly source: SourceKey;
  readonly title: string;
  /** For the upload page: what a person recognises such a file by. */
  readonly lookOf: string;
  /** What its columns can be, for whoever is asked about one. */
  readonly roles: readonly ColumnRole[];
  /** Rows that no such file has, by far: one that has more is another one, and is given up on there. */
  readonly mostRows?: number;
  /** Whether it takes a workbook only where no other importer knows it. */
  readonly yieldsWorkbooks?: true;
  /** Whether its rows are events to be counted, and not figures. */
  readonly countsEvents?: true;
  /**
   * Whether the first rows are of this kind, by what they say and never by the name of the file.
   * @returns null where they are not
   */
  recognise(head: HeadOfTable, answers: ColumnAnswers): Recognised | null;
  /**
   * Reads all of it.
   * @throws ImportRefused where a cell is not what it has to be
   */
  read(
    table: OpenTable,
    recognised: Recognised,
    findings: Findings,
    answers: ColumnAnswers,
  ): AsyncGenerator<Batch>;
}
