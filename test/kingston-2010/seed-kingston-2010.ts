import {
  type Actor,
  addDays,
  calendarDate,
  contentHash,
  Decimal,
  FinancialQuarter,
  type Id,
  londonDateOf,
  newId,
} from '@lib/kernel';
import { PartnershipDirectory } from '@lib/partnerships';
import { type ReturnSheet, ReturnSheetQuery } from '@lib/reporting';
import {
  counted,
  DecideOnReturn,
  type FigureEntry,
  OpenQuarter,
  ReopenForAuthority,
  ReviewReturn,
  SaveFigures,
  type SaveFiguresCommand,
  StateSources,
  SubmitReturn,
  WriteCommentary,
} from '@lib/returns';
import {
  foundPartnership,
  KINGSTON,
  recordAssurance,
  recordComparators,
  recordDuties,
  recordEvidence,
  recordMeetings,
  type UseCases,
} from '../../seeds/demo/index.js';
import { AUTHORITIES, BOROUGH_FILE, NO_QUARTERLY_FIGURE, POLICE_COUNTS } from './kingston.facts.js';
import { declareAStatus, recordKingstonPlan, YEAR } from './kingston-plan.js';
import { PUBLISHED_SUMMARY } from './published-summary.facts.js';

/**
 * Fills an empty database with the Safer Kingston Partnership and its year 2010/11, the world that tests happen in:
 * through the same use cases and under the same rights as everybody.
 *
 * @param slug for a second partnership of the same shape
 * @returns false when the partnership is there already, and nothing was done
 */
export async function seedKingston2010(useCases: UseCases, slug: string = KINGSTON): Promise<boolean> {
  if (await useCases.get(PartnershipDirectory).bySlug(slug)) return false;
  const founded = await foundPartnership(useCases, slug, AUTHORITIES, calendarDate('2010-04-01'));
  const { partnershipId, authorityIds } = founded;
  const analyst = await founded.actor('partnership-analyst');
  const officer = await founded.actor('authority-officer', 'police');
  const approver = await founded.actor('authority-approver', 'police');

  await recordKingstonPlan(useCases, analyst, partnershipId, authorityIds);
  const policeId = authorityIds.get('police')!;
  for (const number of [1, 2, 3, 4] as const) {
    const quarter = FinancialQuarter.of(YEAR, number);
    const opened = await useCases.get(OpenQuarter).execute(analyst, { partnershipId, quarter });
    const { id: returnId } = opened.find(({ authorityId }) => authorityId === policeId)!;
    await report(useCases, { officer, approver, partnershipId, returnId, number });
  }
  await declareAStatus(useCases, analyst, partnershipId);
  await recordDuties(useCases, analyst, partnershipId);
  const auditor = await founded.actor('auditor');
  await recordEvidence(useCases, { analyst, auditor, partnershipId, policeId });
  await recordComparators(useCases, analyst, partnershipId, calendarDate('2010-04-01'));
  await recordMeetings(useCases, analyst, partnershipId, PUBLISHED_SUMMARY);
  await recordAssurance(useCases, { analyst, auditor, partnershipId, year: YEAR });
  // The quarter everybody owes now.
  await useCases
    .get(OpenQuarter)
    .execute(analyst, { partnershipId, quarter: FinancialQuarter.of(YEAR + 1, 1) });
  const reopening = {
    ...{
      partnershipId,
      quarter: FinancialQuarter.of(YEAR + 1, 1),
      authorityId: authorityIds.get('council')!,
    },
    reason: 'Illustrative: the extract of the noise team came late',
    expiresOn: addDays(londonDateOf(new Date()), 30),
  };
  const once = { key: newId(), contentSha256: contentHash(reopening.reason) };
  await useCases.get(ReopenForAuthority).execute(analyst, reopening, once);
  return true;
}

async function report(
  useCases: UseCases,
  given: { officer: Actor; approver: Actor; partnershipId: Id; returnId: Id; number: 1 | 2 | 3 | 4 },
): Promise<void> {
  const { officer, approver, partnershipId, returnId, number } = given;
  const sheets = useCases.get(ReturnSheetQuery);
  const sheet = await sheets.run(officer, partnershipId, returnId);
  const entries = new Map(sheet.lines.map((line) => [line.id, entryFor(line.measureSlug, number)] as const));
  const saved = await useCases
    .get(SaveFigures)
    .execute(officer, { partnershipId, returnId, seenVersion: sheet.version, entries });
  const looked = await lookAt(useCases, officer, {
    partnershipId,
    returnId,
    seenVersion: saved,
    entries,
  });
  const seenVersion = await attachExtract(useCases, officer, sheet, { number, seenVersion: looked });
  await useCases.get(SubmitReturn).execute(officer, { partnershipId, returnId, seenVersion });
  const sent = await sheets.run(approver, partnershipId, returnId);
  await useCases.get(DecideOnReturn).execute(approver, {
    partnershipId,
    returnId,
    action: 'approve',
    contentSha256: sent.decisions.at(-1)!.contentSha256,
  });
}

/** Keeps the counts of the quarter as the file they would have been added up from. */
async function attachExtract(
  useCases: UseCases,
  officer: Actor,
  { id: returnId, lines }: ReturnSheet,
  { number, seenVersion }: { number: 1 | 2 | 3 | 4; seenVersion: number },
): Promise<number> {
  const counts = POLICE_COUNTS.filter(({ quarters }) => quarters);
  const rows = counts.map(({ name, quarters }) => `"${name}",${quarters![number - 1]}`);
  const { extract: _, ...provenance } = BOROUGH_FILE;
  await useCases.get(StateSources).execute(officer, {
    ...{ partnershipId: officer.grants[0]!.partnershipId, returnId, seenVersion, provenance },
    lineIds: lines
      .filter(({ measureSlug }) => counts.some(({ slug }) => slug === measureSlug))
      .map(({ id }) => id),
    file: {
      name: `counts-quarter-${number}.csv`,
      bytes: Buffer.from(`measure,count\r\n${rows.join('\r\n')}\r\n`),
    },
  });
  return seenVersion + 1;
}

/** Answers what the checks ask, as an officer does before the return is sent. */
async function lookAt(useCases: UseCases, officer: Actor, command: SaveFiguresCommand): Promise<number> {
  const { partnershipId, returnId } = command;
  const { open } = await useCases.get(ReviewReturn).execute(officer, { partnershipId, returnId });
  const answers = new Map(
    open.unanswered.map(({ lineId }) => [lineId, 'Added up again from the published borough file']),
  );
  const seenVersion = await useCases.get(SaveFigures).execute(officer, { ...command, answers });
  const texts = new Map<Id | null, string>(
    open.uncommented.map(({ lineId }) => [
      lineId,
      'Illustrative: what happened, why, and what is done next would be said here.',
    ]),
  );
  if (open.uncommentedWhole)
    texts.set(null, 'Illustrative: entered long afterwards from the published file.');
  if (texts.size === 0) return seenVersion;
  await useCases.get(WriteCommentary).execute(officer, { partnershipId, returnId, seenVersion, texts });
  return seenVersion + 1;
}

function entryFor(slug: string, number: 1 | 2 | 3 | 4): FigureEntry {
  const quarters = POLICE_COUNTS.find((facts) => facts.slug === slug)?.quarters;
  return quarters
    ? counted(new Decimal(quarters[number - 1]!), BOROUGH_FILE)
    : { kind: 'not-available', reason: NO_QUARTERLY_FIGURE, expectedOn: null };
}
