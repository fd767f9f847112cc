import type { CalendarDate, Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AnySource } from '@lib/published-data';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { FileState, LoadedFor, NewQuestion, Question, QuestionKind } from '../domain/published-file.js';
import { PublishedFileRow } from './published-file.row.js';

/** A file that a worker has taken up. */
export interface ClaimedFile {
  readonly id: Id;
  readonly name: string;
  readonly receivedBy: Id | null;
  /** How often it was taken up, this time included. */
  readonly attempt: number;
}

/** A file that is in the way. */
export interface OldFile {
  readonly id: Id;
  readonly name: string;
  readonly state: FileState;
  readonly notes: readonly string[];
}

/** Files on their way in and those that were applied, with the questions about them. */
@Injectable()
export class PublishedFileRepository {
  async add(
    tx: Tx,
    file: {
      readonly id: Id;
      readonly loadedFor: LoadedFor;
      readonly name: string;
      readonly state: FileState;
    },
    received: { readonly by: Id | null; readonly at: Date },
  ): Promise<void> {
    await tx.rows(PublishedFileRow).insert({
      ...file,
      ...{ size: '0', rowsRead: 0, bytesRead: '0', cells: 0, notes: [], attempt: 0 },
      ...{ receivedBy: received.by, receivedAt: received.at, heartbeatAt: received.at },
    });
  }

  /** The row stays locked until the transaction ends: of two who decide, the second waits and sees what the first did. */
  async findToDecide(tx: Tx, id: Id): Promise<PublishedFileRow | null> {
    return tx.rows(PublishedFileRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** @returns whether it was in one of these states, and so was changed */
  async change(
    tx: Tx,
    id: Id,
    states: readonly FileState[],
    change: QueryDeepPartialEntity<PublishedFileRow>,
  ): Promise<boolean> {
    const { affected } = await tx.rows(PublishedFileRow).update({ id, state: In([...states]) }, change);
    return affected === 1;
  }

  /** Of a file that cannot be read, the reason is kept and nothing else. */
  async refuse(tx: Tx, id: Id, failure: string): Promise<void> {
    if (await this.change(tx, id, ['reading'], { state: 'refused', failure })) await this.removeParts(tx, id);
  }

  /** @returns whether it stood, and does so no more */
  async withdraw(
    tx: Tx,
    id: Id,
    { by, at, because }: { readonly by: Id | null; readonly at: Date; readonly because: string },
  ): Promise<boolean> {
    const { affected } = await tx
      .rows(PublishedFileRow)
      .update(
        { id, state: 'applied', withdrawnAt: IsNull() },
        { withdrawnBy: by, withdrawnAt: at, withdrawnBecause: because },
      );
    return affected === 1;
  }

  /** The file of the same content that stands already, whoever of those that we read from loaded it. */
  async sameContent(tx: Tx, sha256: string): Promise<{ readonly id: Id; readonly decidedAt: Date } | null> {
    const row = await tx
      .rows(PublishedFileRow)
      .findOne({ where: { sha256, state: 'applied', withdrawnAt: IsNull() }, order: { decidedAt: 'asc' } });
    return row && { id: row.id, decidedAt: row.decidedAt! };
  }

  /**
   * Whether a file that goes with another one, which begins where it ends, has none in its release, and one in a release
   * close by: then it has lost months, or is of that release.
   */
  async beginsElsewhere(tx: Tx, source: AnySource, releasedOn: string, day: string): Promise<boolean> {
    const [found] = await tx.query<{ elsewhere: boolean }>(
      `select coalesce(bool_or(covers_from <> $3) and not bool_or(covers_from = $3), false) as elsewhere
         from published_file
        where source = $1 and state = 'applied' and withdrawn_at is null
          and released_on between $2::date - interval '3 months' and $2::date + interval '3 months'
          and covers_until <= covers_from + interval '24 months'`,
      [source, releasedOn, day],
    );
    return found!.elsewhere;
  }

  /** @returns null where nothing of the source stands */
  async newestRelease(tx: Tx, source: AnySource): Promise<CalendarDate | null> {
    const [found] = await tx.query<{ newest: CalendarDate | null }>(
      `select max(released_on)::text as newest from published_file
        where source = $1 and state = 'applied' and withdrawn_at is null`,
      [source],
    );
    return found!.newest;
  }

  async addPart(tx: Tx, fileId: Id, number: number, content: Buffer): Promise<void> {
    await tx.query('insert into published_file_part (file_id, number, content) values ($1, $2, $3)', [
      fileId,
      number,
      content,
    ]);
  }

  async part(tx: Tx, fileId: Id, number: number): Promise<Buffer | null> {
    const [part] = await tx.query<{ content: Buffer }>(
      'select content from published_file_part where file_id = $1 and number = $2',
      [fileId, number],
    );
    return part?.content ?? null;
  }

  async removeParts(tx: Tx, fileId: Id): Promise<void> {
    await tx.query('delete from published_file_part where file_id = $1', [fileId]);
  }

  /** Of a file that has not arrived as a whole, nothing stays; any other is left alone. */
  async removeUnlessWhole(tx: Tx, id: Id): Promise<void> {
    const [arriving] = await tx.query(
      `select id from published_file where id = $1 and state = 'receiving' for update`,
      [id],
    );
    if (!arriving) return;
    await this.removeParts(tx, id);
    await tx.query('delete from published_file where id = $1', [id]);
  }

  /** The oldest of what has been arriving since before a moment, or was received before one and is not decided on. */
  async findOld(
    tx: Tx,
    loadedFor: Id,
    { arrivingSince, undecidedSince }: { readonly arrivingSince: Date; readonly undecidedSince: Date },
  ): Promise<OldFile | null> {
    const [old] = await tx.query<OldFile>(
      `select id, name, state, notes from published_file
        where loaded_for = $1 and (state = 'receiving' and received_at < $2
          or state in ('waiting', 'asking', 'read') and received_at < $3)
        order by received_at, id limit 1 for update skip locked`,
      [loadedFor, arrivingSince, undecidedSince],
    );
    return old ?? null;
  }

  /** Takes up the file that has waited longest, or that a worker who has fallen silent left half-read. */
  async claim(tx: Tx, loadedFor: Id, now: Date, silentSince: Date): Promise<ClaimedFile | null> {
    const [waiting] = await tx.query<ClaimedFile>(
      `select id, name, received_by as "receivedBy", attempt + 1 as attempt from published_file
        where loaded_for = $1 and (state = 'waiting' or (state = 'reading' and heartbeat_at < $2))
        order by received_at, id limit 1 for update skip locked`,
      [loadedFor, silentSince],
    );
    if (!waiting) return null;
    const { id, attempt } = waiting;
    await tx.rows(PublishedFileRow).update({ id }, { state: 'reading', heartbeatAt: now, attempt });
    return waiting;
  }

  async questions(tx: Tx, fileId: Id): Promise<Question[]> {
    const rows = await tx.query<QuestionRow>(
      'select number, kind, subject, details, answer from published_file_question where file_id = $1 order by number',
      [fileId],
    );
    return rows.map(({ details, ...question }) => ({ ...question, ...details }));
  }

  /** Questions in place of those of an earlier reading. */
  async setQuestions(
    tx: Tx,
    fileId: Id,
    questions: readonly NewQuestion[],
    answered: { readonly by: Id | null; readonly at: Date },
  ): Promise<void> {
    await tx.query('delete from published_file_question where file_id = $1', [fileId]);
    for (const [index, { kind, subject, answer, ...details }] of questions.entries())
      await tx.query(
        `insert into published_file_question (file_id, number, kind, subject, details, answer, answered_by, answered_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          ...[fileId, index + 1, kind, subject, JSON.stringify(details), answer ?? null],
          ...(answer ? [answered.by, answered.at] : [null, null]),
        ],
      );
  }

  async answer(
    tx: Tx,
    fileId: Id,
    number: number,
    answer: string,
    { by, at }: { readonly by: Id | null; readonly at: Date },
  ): Promise<void> {
    await tx.query(
      `update published_file_question set answer = $3, answered_by = $4, answered_at = $5
        where file_id = $1 and number = $2`,
      [fileId, number, answer, by, at],
    );
  }
}

interface QuestionRow {
  readonly number: number;
  readonly kind: QuestionKind;
  readonly subject: string;
  readonly details: Pick<Question, 'sentence' | 'choices' | 'proposed'>;
  readonly answer: string | null;
}
