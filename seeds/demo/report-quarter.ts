import { type Actor, Decimal, type FinancialQuarter, type Id } from '@lib/kernel';
import { type ReturnSheet, ReturnSheetQuery } from '@lib/reporting';
import {
  counted,
  DecideOnReturn,
  type FigureEntry,
  type Provenance,
  ReviewReturn,
  SaveFigures,
  StateSources,
  SubmitReturn,
  WriteCommentary,
} from '@lib/returns';
import type { Measures } from './define-measures.js';
import { PUBLISHED_COUNTS, type PublishedCount } from './measures.facts.js';
import { BOROUGH_FILE, FIRST_YEAR } from './recorded-crime.facts.js';
import type { UseCases } from './use-cases.js';

interface Cast {
  readonly officer: Actor;
  readonly approver: Actor;
  /** Who accepts the return; null where it waits for that. */
  readonly analyst: Actor | null;
  readonly partnershipId: Id;
  readonly measures: Measures;
  readonly returnId: Id;
  readonly quarter: FinancialQuarter;
}

/** Enters what is published of a quarter, answers what the checks ask, sends it and has it approved. */
export async function reportQuarter(useCases: UseCases, cast: Cast): Promise<void> {
  const { officer, approver, analyst, partnershipId, returnId } = cast;
  const sheets = useCases.get(ReturnSheetQuery);
  const sheet = await sheets.run(officer, partnershipId, returnId);
  const seenVersion = await enter(useCases, cast, sheet);
  await useCases.get(SubmitReturn).execute(officer, { partnershipId, returnId, seenVersion });
  const { contentSha256 } = (await sheets.run(approver, partnershipId, returnId)).decisions.at(-1)!;
  const decide = useCases.get(DecideOnReturn);
  await decide.execute(approver, { partnershipId, returnId, action: 'approve', contentSha256 });
  if (analyst) await decide.execute(analyst, { partnershipId, returnId, action: 'accept', contentSha256 });
}

/** @returns the version of the return that can be sent */
async function enter(useCases: UseCases, cast: Cast, sheet: ReturnSheet): Promise<number> {
  const { officer, partnershipId, returnId, quarter } = cast;
  const said = sheet.lines.map((line) => ({ line, facts: factsOf(line.measureSlug, cast.measures) }));
  const entries = new Map(said.map(({ line, facts }) => [line.id, entryFor(facts, quarter)] as const));
  const command = { partnershipId, returnId, entries };
  const save = useCases.get(SaveFigures);
  let seenVersion = await save.execute(officer, { ...command, seenVersion: sheet.version });

  const { open } = await useCases.get(ReviewReturn).execute(officer, { partnershipId, returnId });
  if (open.unanswered.length > 0) {
    const answers = new Map(
      open.unanswered.map(({ lineId }) => [lineId, 'Added up again from the published months']),
    );
    seenVersion = await save.execute(officer, { ...command, seenVersion, answers });
  }

  const fromTheFile = said.filter(({ facts }) => facts.origin === BOROUGH_FILE);
  await useCases.get(StateSources).execute(officer, {
    ...{ partnershipId, returnId, seenVersion, lineIds: fromTheFile.map(({ line }) => line.id) },
    provenance: provenanceOf(BOROUGH_FILE),
    file: extractOf(
      quarter,
      fromTheFile.map(({ facts, line }) => `"${line.label}",${countIn(facts, quarter)}`),
    ),
  });

  const texts = new Map<Id | null, string>(
    open.uncommented.map(({ lineId }) => [
      lineId,
      'Illustrative: what happened, why, and what is done next would be said here.',
    ]),
  );
  texts.set(null, 'Illustrative: entered long afterwards from the published files.');
  await useCases
    .get(WriteCommentary)
    .execute(officer, { partnershipId, returnId, seenVersion: seenVersion + 1, texts });
  return seenVersion + 2;
}

function factsOf(slug: string, measures: Measures): PublishedCount {
  return PUBLISHED_COUNTS.find(({ key }) => measures.get(key)!.slug === slug)!;
}

/** The count of a quarter; undefined after the last one that is published. */
function countIn(
  { counts }: PublishedCount,
  { financialYear, number }: FinancialQuarter,
): number | undefined {
  return counts[(financialYear - FIRST_YEAR) * 4 + number - 1];
}

function entryFor(facts: PublishedCount, quarter: FinancialQuarter): FigureEntry {
  const count = countIn(facts, quarter);
  return count === undefined
    ? { kind: 'not-available', reason: facts.afterwards, expectedOn: null }
    : counted(new Decimal(count), provenanceOf(facts.origin));
}

function provenanceOf({ source, release }: PublishedCount['origin']): Provenance {
  return {
    ...{ source, release, extractedOn: null, finality: null, extract: null },
    // Published by the police service and by the Mayor's office; not accredited official statistics.
    standing: 'management-information',
  };
}

/** The counts of the quarter as the file they would have been added up from. */
function extractOf({ financialYear, number }: FinancialQuarter, rows: readonly string[]) {
  return {
    name: `counts-${financialYear}-quarter-${number}.csv`,
    bytes: Buffer.from(`measure,count\r\n${rows.join('\r\n')}\r\n`),
  };
}
