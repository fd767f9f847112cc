import type { AskedWhileReading } from '../domain/asked.js';
import type { AreaLink, ColumnAnswers, Importer, PublishedCell, Recognised } from '../importer.js';
import { type ImportedFile, openTable } from '../table/open-table.js';

/** What an importer makes of a file, all of it in memory; for specs. */
export interface ReadForSpec {
  readonly recognised: Recognised;
  readonly cells: readonly PublishedCell[];
  readonly links: readonly AreaLink[];
  readonly asked: readonly AskedWhileReading[];
  readonly notes: readonly string[];
  readonly release: string | null;
}

export function fileOf(bytes: Buffer): ImportedFile {
  return {
    name: 'file',
    async *open() {
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
    },
  };
}

/** @returns null where the importer does not recognise the file, or has something to ask about its columns */
export async function readPublished(
  importer: Importer,
  bytes: Buffer,
  answers: ColumnAnswers = new Map(),
): Promise<ReadForSpec | null> {
  const table = await openTable(fileOf(bytes));
  const recognised = importer.recognise(table.head, answers);
  if (!recognised || recognised.missing.length + recognised.unknown.length > 0) return null;
  const read = {
    ...{ cells: [] as PublishedCell[], links: [] as AreaLink[] },
    ...{ asked: [] as AskedWhileReading[], notes: [] as string[], release: null as string | null },
  };
  const findings = {
    ask: (question: AskedWhileReading) => {
      const isSame = ({ kind, subject }: AskedWhileReading) =>
        kind === question.kind && subject === question.subject;
      if (!read.asked.some(isSame)) read.asked.push(question);
    },
    note: (sentence: string) => read.notes.push(sentence),
    extractedOn: () => undefined,
    release: (day: string) => (read.release = day),
  };
  for await (const { cells, links } of importer.read(table, recognised, findings, answers)) {
    read.cells.push(...cells);
    if (links) read.links.push(...links);
  }
  return { recognised, ...read };
}

/** Figures in words, in an order of their own: two files that say the same are the same in this. */
export function figuresOf({ cells }: Pick<ReadForSpec, 'cells'>): string[] {
  return cells
    .map(
      ({ series, area, period, value, mark }) =>
        `${area.label} | ${series.label} (${series.unit}) | ${period.from} to ${period.until} | ${value ?? mark}`,
    )
    .toSorted();
}
