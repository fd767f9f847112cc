import { authorise } from '@lib/access';
import { type Actor, addDays, type CalendarDate, type Id, startOfDay } from '@lib/kernel';
import { type Tx, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { AuditEventType } from './audit-event.js';
import { type EventKind, typesOf } from './event-kinds.js';
import { recordedEvent, type RecordedEvent, type StoredEvent } from './recorded-event.js';

/** What is looked for. Everything is left out that is not asked for. */
export interface TrailSearch {
  /** The name of whoever did it, as it was kept with the event. */
  readonly by?: string;
  /** The records it was done to. */
  readonly about?: TrailSubjects;
  /** The first and last day in London. */
  readonly from?: CalendarDate;
  readonly until?: CalendarDate;
  readonly kind?: EventKind;
}

export interface TrailSubjects {
  readonly ids: readonly Id[];
  /** Where only a part of these records is meant: the names of the part, as events say them. */
  readonly partOf?: { readonly ids: readonly Id[]; readonly names: readonly string[] } | undefined;
}

/** The newest check that was recorded. */
export interface RecordedCheck {
  readonly at: Date;
  readonly by: string;
  readonly whole: boolean;
  readonly found: string;
}

/** Events that say one by one which parts of their record they touched. */
const NAMING_PARTS: readonly AuditEventType[] = ['FiguresSaved', 'CommentaryWritten', 'FigureSourcesStated'];

/** All that a bigint can be: a row below 1 is shown too, for somebody put it there. */
const EVERY_NUMBER = { first: '-9223372036854775808', last: '9223372036854775807' };

/** Reads a partnership's trail. */
@Injectable()
export class ReadTrail {
  constructor(private readonly work: UnitOfWork) {}

  /** Events that are looked for, newest first, from before a sequence number on. */
  run(
    actor: Actor,
    partnershipId: Id,
    search: TrailSearch,
    page: { limit: number; before?: number },
  ): Promise<RecordedEvent[]> {
    return this.work.read(actor, partnershipId, (tx) => {
      authorise(actor, 'audit-trail.view', { partnershipId });
      return newestFirst(tx, partnershipId, search, page);
    });
  }

  /** Everything that is looked for, newest first, a page at a time: for a file of any size. */
  async *all(
    actor: Actor,
    partnershipId: Id,
    search: TrailSearch,
    before: number,
  ): AsyncGenerator<RecordedEvent> {
    const limit = 2_000;
    for (;;) {
      const events = await this.run(actor, partnershipId, search, { limit, before });
      yield* events;
      if (events.length < limit) return;
      before = events.at(-1)!.seq;
    }
  }

  /** The names of everybody who did something, in the order of the alphabet. */
  names(actor: Actor, partnershipId: Id): Promise<string[]> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'audit-trail.view', { partnershipId });
      // From name to name along the index: a plain "distinct" would read every event.
      const rows = await tx.query<{ name: string }>(
        `with recursive named (name) as (
           (select actor_name from audit_event where partnership_id = $1 order by actor_name limit 1)
           union all
           select (select e.actor_name from audit_event e
                    where e.partnership_id = $1 and e.actor_name > named.name order by e.actor_name limit 1)
             from named where named.name is not null
         )
         select name from named where name is not null`,
        [partnershipId],
      );
      return rows.map(({ name }) => name);
    });
  }

  /** What the newest check found; null when nobody has checked yet. */
  newestCheck(actor: Actor, partnershipId: Id): Promise<RecordedCheck | null> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'audit-trail.view', { partnershipId });
      const [newest] = await tx.query<{ at: Date; by: string; whole: boolean; found: string }>(
        `select recorded_at as at, actor_name as by, content::jsonb -> 'data' ->> 'whole' = 'yes' as whole,
                content::jsonb -> 'data' ->> 'found' as found
           from audit_event
          where partnership_id = $1 and type = 'TrailChecked' order by seq desc limit 1`,
        [partnershipId],
      );
      return newest ?? null;
    });
  }
}

/**
 * The numbers between which a period's events are; null when it has none. Asked first, because PostgreSQL would look
 * for a month long ago by reading back from today: it cannot know that numbers and times go together. Adding 0 keeps
 * it from doing the same here.
 */
async function numbersWithin(
  tx: Tx,
  partnershipId: Id,
  { from, until }: TrailSearch,
): Promise<{ first: string; last: string } | null> {
  const [range] = await tx.query<{ first: string | null; last: string | null }>(
    `select min(seq + 0) as first, max(seq + 0) as last from audit_event
      where partnership_id = $1 and recorded_at >= coalesce($2::timestamptz, '-infinity')
        and recorded_at < coalesce($3::timestamptz, 'infinity')`,
    [partnershipId, from ? startOfDay(from) : null, until ? startOfDay(addDays(until, 1)) : null],
  );
  const { first, last } = range!;
  return first === null || last === null ? null : { first, last };
}

async function newestFirst(
  tx: Tx,
  partnershipId: Id,
  search: TrailSearch,
  { limit, before }: { limit: number; before?: number },
): Promise<RecordedEvent[]> {
  const { by, about, from, until, kind } = search;
  const part = about?.partOf;
  const within = from || until ? await numbersWithin(tx, partnershipId, search) : EVERY_NUMBER;
  if (!within) return [];
  const rows = await tx.query<StoredEvent>(
    `select seq, recorded_at as "recordedAt", actor_name as actor, type, subject_id as "subjectId", content,
            previous_hash as "previousHash", hash
       from audit_event
      where partnership_id = $1
        and seq between $12 and $13
        and ($2::bigint is null or seq < $2)
        and ($3::text is null or actor_name = $3)
        and ($4::text[] is null or type = any($4))
        and ($5::timestamptz is null or recorded_at >= $5)
        and ($6::timestamptz is null or recorded_at < $6)
        and ($7::uuid[] is null or subject_id = any($7 || $8::uuid[]))
        and ($7::uuid[] is null or subject_id = any($7) or type <> all($9::text[])
             or exists (select from unnest($10::text[]) said where strpos(content, said) > 0))
      order by seq desc limit $11`,
    [
      partnershipId,
      before ?? null,
      by ?? null,
      kind ? typesOf(kind) : null,
      from ? startOfDay(from) : null,
      until ? startOfDay(addDays(until, 1)) : null,
      about?.ids ?? null,
      part?.ids ?? [],
      NAMING_PARTS,
      // As a name reads in canonical JSON, its quotation marks included: no longer name has it in it.
      (part?.names ?? []).map((name) => JSON.stringify(name)),
      limit,
      within.first,
      within.last,
    ],
  );
  return rows.map(recordedEvent);
}
