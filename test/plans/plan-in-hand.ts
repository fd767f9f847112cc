import { setTimeout as sleep } from 'node:timers/promises';
import { type Actor, calendarDate, type CalendarDate, type Id } from '@lib/kernel';
import {
  AdoptVersion,
  BeginRevision,
  RecordDecision,
  SendToConsultation,
  WriteAction,
  WritePriority,
} from '@lib/plans';
import { AsAt, DecisionsQuery, PlanQuery, type PlanSheet } from '@lib/reporting';
import { connectUseCases, type ConnectedUseCases, createTestDatabase, type TestDatabase } from '@lib/testing';

export const ON = calendarDate('2026-11-24');
export const NEXT_YEAR = calendarDate('2027-04-01');

/** Kingston's plan of the demonstration in a database of its own, and what an analyst does with it. */
export interface PlanInHand {
  readonly database: TestDatabase;
  readonly useCases: ConnectedUseCases;
  readonly partnershipId: Id;
  readonly analyst: Actor;
  sheet(versionId?: Id, asAt?: Date, on?: CalendarDate): Promise<PlanSheet | null>;
  revise(): Promise<Id>;
  consult(versionId: Id): Promise<void>;
  /** On a decision of this day; in force from 1 April 2027 unless told otherwise. */
  adopt(versionId: Id, inForceFrom?: CalendarDate): Promise<{ nothingChanged: boolean | null }>;
  /** Gives the first priority another title. */
  retitle(versionId: Id, title: string): Promise<void>;
  addAction(versionId: Id, wording: string): Promise<Id>;
  /** A moment that lies between what was done and what is done next. */
  moment(): Promise<Date>;
  close(): Promise<void>;
}

export async function planInHand(): Promise<PlanInHand> {
  const database = await createTestDatabase('demo');
  const useCases = await connectUseCases(database);
  const partnershipId = await useCases.partnershipId('kingston');
  const analyst = await useCases.actor('analyst@partnership.example');
  const today = calendarDate(new Date().toISOString().slice(0, 10));
  const sheet: PlanInHand['sheet'] = async (versionId, asAt, on = ON) => {
    const wanted = { on, asAt: AsAt.before(asAt ?? null), ...(versionId && { versionId }) };
    return (await useCases.get(PlanQuery).run(analyst, partnershipId, wanted)).sheet;
  };
  const seenEdits = async (versionId: Id) => (await sheet(versionId))!.version.edits;
  return {
    ...{ database, useCases, partnershipId, analyst, sheet },
    revise: () => useCases.get(BeginRevision).execute(analyst, partnershipId),
    consult: async (versionId) =>
      useCases
        .get(SendToConsultation)
        .execute(analyst, { partnershipId, versionId, seenEdits: await seenEdits(versionId) }),
    async adopt(versionId, inForceFrom = NEXT_YEAR) {
      const decidedOn = calendarDate('2010-04-02');
      const said = { partnershipId, decidedOn, meeting: 'The board', wording: 'Adopted' };
      const decisionId = await useCases.get(RecordDecision).execute(analyst, said);
      return useCases.get(AdoptVersion).execute(analyst, {
        ...{ partnershipId, versionId, decisionId, seenEdits: await seenEdits(versionId) },
        ...{ adoptedOn: inForceFrom < today ? inForceFrom : today, inForceFrom },
      });
    },
    async retitle(versionId, title) {
      const { id, rowId, title: before, ...priority } = (await sheet(versionId))!.priorities[0]!;
      await useCases.get(WritePriority).execute(analyst, {
        ...{ partnershipId, versionId, instead: { priorityId: id, rowId, title: before } },
        wording: {
          ...{ title, narrative: priority.narrative, publication: priority.publication },
          leadAuthorityId: priority.lead?.id ?? null,
          contributorIds: priority.contributors.map((one) => one.id),
        },
      });
    },
    async addAction(versionId, wording) {
      const { id, lead } = (await sheet(versionId))!.priorities[0]!;
      return useCases.get(WriteAction).execute(analyst, {
        ...{ partnershipId, versionId, instead: null },
        action: {
          ...{ priorityId: id, wording, ownerId: lead!.id, dueOn: NEXT_YEAR },
          ...{ tier: 'primary', publication: 'public' },
        },
      });
    },
    async moment() {
      await sleep(5);
      const moment = new Date();
      await sleep(5);
      return moment;
    },
    async close() {
      await useCases.close();
      await database.drop();
    },
  };
}

export async function decisionsOf({ useCases, analyst, partnershipId }: PlanInHand, asAt?: Date) {
  return useCases.get(DecisionsQuery).run(analyst, partnershipId, AsAt.before(asAt ?? null));
}
