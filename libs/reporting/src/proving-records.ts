import { type Canonical, type CalendarDate, canonicalJson, contentHash, type Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AuthoritySeat } from '@lib/statutory';
import type { AsAt } from './as-at.js';
import { meetings, type ShownMeeting } from './meetings.query.js';
import { nominees, type ShownNominee } from './nominees.query.js';
import { planVersions } from './plan-versions.js';
import { publishedSummaries, type ShownSummary } from './published-summaries.query.js';

/**
 * What a record says, pinned: its canonical JSON (dates as ISO text, no numbers, no ids) and the SHA-256 of that text in
 * UTF-8, as 64 hexadecimal characters. A record is never changed, so the hash of an id is the same for good.
 */
export interface Pinned {
  readonly id: Id;
  readonly content: string;
  readonly contentSha256: string;
}

/** A seat at a meeting, held by the authority of that day. */
export interface SeatAtMeeting {
  readonly seat: AuthoritySeat;
  readonly authority: string;
  /** How many attended for it; 0 says that it was not represented. */
  readonly attended: number;
  /** How many of them in a senior position. */
  readonly senior: number;
}

/** FIS-12-4a to c, FIS-3-1, SCR-R4: a meeting that was held. */
export interface ProvingMeeting extends Pinned, Pick<ShownMeeting, 'kind' | 'heldOn' | 'place' | 'publicAt'> {
  /** Of every responsible authority of the day, by name. */
  readonly seats: readonly SeatAtMeeting[];
}

/** FIS-4-3: whom an authority nominated, or that nobody was (without a name). The end is the next one's start. */
export interface ProvingNominee
  extends Pinned, Pick<ShownNominee, 'seat' | 'authority' | 'name' | 'post' | 'from' | 'until'> {}

/** FIS-14: a summary of a plan version that was published. */
export interface ProvingSummary
  extends Pinned, Pick<ShownSummary, 'versionId' | 'planTitle' | 'number' | 'publishedOn' | 'publicAt'> {}

/** FIS-10-1, FIS-10-2: a plan version that was adopted. */
export interface ProvingPlanVersion {
  readonly id: Id;
  readonly planTitle: string;
  readonly number: number;
  readonly adoptedOn: CalendarDate;
  readonly inForceFrom: CalendarDate;
  /** The day on which another took its place; null for none. */
  readonly inForceUntil: CalendarDate | null;
  /** Of everything it says, as its adoption recorded it; null for one that was adopted before adoptions did so. */
  readonly contentSha256: string | null;
}

/** Records of a partnership that prove statutory duties by themselves. */
export interface ProvingRecords {
  /** Newest first, like all that follow. */
  readonly meetings: readonly ProvingMeeting[];
  readonly nominees: readonly ProvingNominee[];
  readonly summaries: readonly ProvingSummary[];
  readonly planVersions: readonly ProvingPlanVersion[];
}

/** Everything that stands, or stood at the end of a day; what was put right or taken back by then is left out. */
export async function provingRecords(tx: Tx, partnershipId: Id, asAt: AsAt): Promise<ProvingRecords> {
  return {
    meetings: (await meetings(tx, partnershipId, asAt)).map(meetingOf),
    nominees: (await nominees(tx, partnershipId, asAt)).map(nomineeOf),
    summaries: (await publishedSummaries(tx, partnershipId, asAt)).map(summaryOf),
    planVersions: await adoptedVersions(tx, partnershipId, asAt),
  };
}

function meetingOf({
  id,
  kind,
  heldOn,
  place,
  discussed,
  publicAt,
  attendance,
}: ShownMeeting): ProvingMeeting {
  const said = attendance.map(({ seat, authority, people }) => ({ seat, authority, people }));
  return {
    ...pinned(id, { record: 'meeting', kind, heldOn, place, discussed, publicAt, attendance: said }),
    ...{ kind, heldOn, place, publicAt },
    seats: attendance.map(({ seat, authority, people }) => ({
      ...{ seat, authority, attended: people.length },
      senior: people.filter(({ isSenior }) => isSenior).length,
    })),
  };
}

function nomineeOf({ id, seat, authority, name, post, from, until }: ShownNominee): ProvingNominee {
  return {
    ...pinned(id, { record: 'nominee', seat, authority, name, post, from }),
    ...{ seat, authority, name, post, from, until },
  };
}

function summaryOf(summary: ShownSummary): ProvingSummary {
  const { id, versionId, planTitle, number, publishedOn, publicAt, forms } = summary;
  const plan = { plan: planTitle, version: String(number) };
  return {
    ...pinned(id, { record: 'published-summary', ...plan, publishedOn, publicAt, forms }),
    ...{ versionId, planTitle, number, publishedOn, publicAt },
  };
}

function pinned(id: Id, content: Canonical): Pinned {
  return { id, content: canonicalJson(content), contentSha256: contentHash(content) };
}

/** What an adoption recorded in the trail is the only hash of a version: what it says names measures, which are renamed. */
async function adoptedVersions(tx: Tx, partnershipId: Id, asAt: AsAt): Promise<ProvingPlanVersion[]> {
  const hashes = await tx.query<{ id: Id; sha256: string }>(
    `select e.subject_id as id, e.content::jsonb #>> '{data,contentSha256}' as sha256
       from audit_event e
      where e.partnership_id = $1 and e.type = 'PlanVersionAdopted'`,
    [partnershipId],
  );
  const hashOf = new Map(hashes.map(({ id, sha256 }) => [id, sha256]));
  return (await planVersions(tx, partnershipId, asAt)).flatMap(
    ({ id, planTitle, number, adoptedOn, inForceFrom, inForceUntil }) =>
      adoptedOn !== null && inForceFrom !== null
        ? [
            {
              ...{ id, planTitle, number, adoptedOn, inForceFrom, inForceUntil },
              contentSha256: hashOf.get(id) ?? null,
            },
          ]
        : [],
  );
}
