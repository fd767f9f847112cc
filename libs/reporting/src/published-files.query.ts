import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, type Id, isId, notFound } from '@lib/kernel';
import { type Tx, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { ownTableName } from './own-table-names.js';
import { type PublishedChanges, publishedChanges } from './published-changes.js';
import { type PublishedEffect, publishedEffects } from './published-effects.js';
import { type PublishedQuarter, publishedQuarters, type PublishedSum } from './published-quarters.js';

/** A file of published figures that has arrived, on its way in or loaded. */
export interface ShownPublishedFile {
  readonly id: Id;
  readonly name: string;
  readonly state: 'waiting' | 'reading' | 'asking' | 'read' | 'applied' | 'refused' | 'abandoned';
  /** Whether every partnership reads it. */
  readonly isForEverybody: boolean;
  readonly size: string;
  readonly sha256: string | null;
  readonly source: string | null;
  /** What the table of one's own is called that it is of, as far as somebody has said so. */
  readonly tableName: string | null;
  readonly importer: string | null;
  /** What it was recognised as, in words. */
  readonly dialect: string | null;
  readonly releasedOn: CalendarDate | null;
  readonly extractedOn: CalendarDate | null;
  readonly coversFrom: CalendarDate | null;
  /** Exclusive. */
  readonly coversUntil: CalendarDate | null;
  readonly rowsRead: number;
  readonly cells: number;
  readonly failure: string | null;
  readonly notes: readonly string[];
  readonly receivedBy: string | null;
  readonly receivedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBecause: string | null;
}

export interface ShownQuestion {
  readonly number: number;
  readonly kind: string;
  readonly subject: string;
  readonly sentence: string;
  readonly choices: readonly { readonly value: string; readonly words: string }[];
  readonly proposed: string | null;
  readonly answer: string | null;
}

export interface PublishedFileSheet extends ShownPublishedFile {
  readonly questions: readonly ShownQuestion[];
  /** What it changes, or changed; null before it is read, and where it was not asked for. */
  readonly changes: PublishedChanges | null;
  /** What its release does to the measures of the partnership that asks; empty for who runs the service. */
  readonly effects: readonly PublishedEffect[];
}

@Injectable()
export class PublishedFilesQuery {
  constructor(private readonly work: UnitOfWork) {}

  /** The files that a partnership reads or has sent, newest first. */
  run(actor: Actor, partnershipId: Id): Promise<ShownPublishedFile[]> {
    return this.work.read(actor, partnershipId, (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      return tx.query<ShownPublishedFile>(`${FILES} order by f.received_at desc, f.id`);
    });
  }

  /**
   * One file with what is asked about it and, if wanted, what it changes, which takes as long as it has figures.
   *
   * @throws DomainError `not-found`
   */
  one(
    actor: Actor,
    partnershipId: Id,
    id: string,
    { withChanges = false }: { withChanges?: boolean } = {},
  ): Promise<PublishedFileSheet> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      if (withChanges) await tx.query(`set local statement_timeout = '${LONGEST_COMPARISON}'`);
      const sheet = await sheetOf(tx, id, withChanges);
      return { ...sheet, effects: await effectsOf(tx, partnershipId, sheet) };
    });
  }

  /** Every quarter of a sum as every release that a partnership reads gives it, oldest release first. */
  quarters(actor: Actor, partnershipId: Id, sum: PublishedSum): Promise<readonly PublishedQuarter[]> {
    return this.work.read(actor, partnershipId, (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      return publishedQuarters(tx, sum);
    });
  }

  /** A file that is loaded for everybody, for whoever runs the service. Throws `not-found`. */
  oneForEverybody(id: Id): Promise<PublishedFileSheet> {
    return this.work.runOutsidePartnerships(null, (tx) => sheetOf(tx, id, true));
  }
}

/** A file of two million figures is compared in less, on a machine that has other work. */
const LONGEST_COMPARISON = '2min';

const FILES = `
  select f.id, f.name, f.state, f.loaded_for is null as "isForEverybody", f.size::text as size, f.sha256, f.source,
         coalesce(${ownTableName('f.source')}, (select q.answer from published_file_question q
           where q.file_id = f.id and q.kind = 'name')) as "tableName",
         f.importer, f.dialect, f.released_on::text as "releasedOn", f.extracted_on::text as "extractedOn",
         f.covers_from::text as "coversFrom", f.covers_until::text as "coversUntil", f.rows_read as "rowsRead",
         f.cells, f.failure, f.notes, r.name as "receivedBy", f.received_at as "receivedAt", d.name as "decidedBy",
         f.decided_at as "decidedAt", f.withdrawn_at as "withdrawnAt", f.withdrawn_because as "withdrawnBecause"
    from published_file f
    left join person r on r.id = f.received_by
    left join person d on d.id = f.decided_by
   where f.state <> 'receiving'`;

async function sheetOf(tx: Tx, id: string, withChanges: boolean): Promise<PublishedFileSheet> {
  const [file] = isId(id) ? await tx.query<ShownPublishedFile>(`${FILES} and f.id = $1`, [id]) : [];
  if (!file) throw notFound('published file');
  const rows = await tx.query<
    Pick<ShownQuestion, 'number' | 'kind' | 'subject' | 'answer'> & {
      details: Pick<ShownQuestion, 'sentence' | 'choices' | 'proposed'>;
    }
  >(
    'select number, kind, subject, details, answer from published_file_question where file_id = $1 order by number',
    [id],
  );
  const questions = rows.map(({ details, ...question }) => ({ ...question, ...details }));
  const release = file.releasedOn ?? questions.find(({ kind }) => kind === 'release')?.answer ?? null;
  const isRead = file.state === 'read' || file.state === 'applied';
  const changes =
    isRead && withChanges
      ? await publishedChanges(tx, {
          ...{ id: file.id, source: file.source!, releasedOn: release as CalendarDate | null },
        })
      : null;
  return { ...file, questions, changes, effects: [] };
}

/** Of the release of a file, with this file in it, against the release before. */
async function effectsOf(
  tx: Tx,
  partnershipId: Id,
  { id, source, releasedOn, questions, changes }: PublishedFileSheet,
): Promise<readonly PublishedEffect[]> {
  const release = releasedOn ?? (questions.find(({ kind }) => kind === 'release')?.answer as CalendarDate);
  if (!changes || !source || !release) return [];
  const others = await tx.query<{ id: Id; releasedOn: CalendarDate }>(
    `select f.id, f.released_on::text as "releasedOn" from published_file f
      where f.source = $1 and f.released_on = any($2) and f.state = 'applied' and f.withdrawn_at is null and f.id <> $3`,
    [source, changes.before ? [release, changes.before] : [release], id],
  );
  const filesOf = (day: CalendarDate) => others.filter((one) => one.releasedOn === day).map((one) => one.id);
  return publishedEffects(tx, partnershipId, source, {
    after: { releasedOn: release, fileIds: [id, ...filesOf(release)] },
    before: changes.before ? { releasedOn: changes.before, fileIds: filesOf(changes.before) } : null,
  });
}
