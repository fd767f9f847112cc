import { type Actor, Decimal, FinancialQuarter, type Id } from '@lib/kernel';
import { PartnershipDirectory } from '@lib/partnerships';
import { ReturnSheetQuery, ReturnsListQuery } from '@lib/reporting';
import { counted, DecideOnReturn, type FigureEntry, OpenQuarter, SubmitReturn } from '@lib/returns';
import { saveLookedAt } from '@lib/testing';
import type { TestApp } from '../test-app.js';
import { actor } from './records.js';

/** Residential burglaries of ten quarters that vary as chance does, from 2011/12 on: about 150 in each. */
export const CALM = [152, 149, 158, 141, 155, 147, 150, 162, 144, 153];

/**
 * Opens the quarters from April 2011 on and approves the police return of each: one count of residential burglary a
 * quarter, and nothing on the other lines.
 */
export async function reportBurglaries(test: TestApp, counts: readonly number[]): Promise<void> {
  const { id: partnershipId, police } = await kingston(test);
  const [analyst, officer, approver] = await Promise.all(
    ['analyst@partnership.example', 'officer@police.example', 'approver@police.example'].map((email) =>
      actor(test, email),
    ),
  );
  let quarter = FinancialQuarter.of(2011, 1);
  for (const count of counts) {
    const opened = await test.app.get(OpenQuarter).execute(analyst!, { partnershipId, quarter });
    const returnId =
      opened.find(({ authorityId }) => authorityId === police)?.id ??
      (await draftOf(test, officer!, partnershipId, quarter));
    await report(test, { officer: officer!, approver: approver!, partnershipId, returnId, count });
    quarter = quarter.next;
  }
}

/** Kingston and its police. */
async function kingston(test: TestApp): Promise<{ id: Id; police: Id }> {
  const directory = test.app.get(PartnershipDirectory);
  const { id } = (await directory.bySlug('kingston'))!;
  const officer = await actor(test, 'officer@police.example');
  return { id, police: officer.grants[0]!.authorityId! };
}

async function draftOf(
  test: TestApp,
  officer: Actor,
  partnershipId: Id,
  quarter: FinancialQuarter,
): Promise<Id> {
  const drafts = await test.app.get(ReturnsListQuery).run(officer, partnershipId, {
    ...{ permission: 'returns.edit', states: ['draft'], order: 'soonest-due', limit: 10 },
  });
  return drafts.find((one) => one.quarter.equals(quarter))!.id;
}

async function report(
  test: TestApp,
  given: { officer: Actor; approver: Actor; partnershipId: Id; returnId: Id; count: number },
): Promise<void> {
  const { officer, approver, partnershipId, returnId, count } = given;
  const sheets = test.app.get(ReturnSheetQuery);
  const { lines, version } = await sheets.run(officer, partnershipId, returnId);
  const said = (slug: string): FigureEntry =>
    slug === 'residential-burglary'
      ? counted(new Decimal(count))
      : { kind: 'not-available', reason: 'Not looked at', expectedOn: null };
  const entries = new Map(lines.map((line) => [line.id, said(line.measureSlug)]));
  const seenVersion = await saveLookedAt(test.app, officer, {
    ...{ partnershipId, returnId, seenVersion: version, entries },
  });
  await test.app.get(SubmitReturn).execute(officer, { partnershipId, returnId, seenVersion });
  const { decisions } = await sheets.run(approver, partnershipId, returnId);
  await test.app.get(DecideOnReturn).execute(approver, {
    ...{ partnershipId, returnId, action: 'approve', contentSha256: decisions.at(-1)!.contentSha256 },
  });
}
