import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, type Id, notFound } from '@lib/kernel';
import { type Tx, UnitOfWork } from '@lib/persistence';
import type { AnySource } from '@lib/published-data';
import { Injectable } from '@nestjs/common';
import { ownTableName } from './own-table-names.js';
import { type PublishedEffect, publishedEffects } from './published-effects.js';

/** A release, which can have come in several files, beside another one of its source. */
export interface PublishedReleaseSheet {
  readonly source: AnySource;
  /** What the table of one's own is called that it is of; null for any other source. */
  readonly tableName: string | null;
  readonly releasedOn: CalendarDate;
  readonly files: readonly ReleasedFile[];
  /** The release that it is compared with: an earlier one, the last before it where nobody chose. Null for the first. */
  readonly before: CalendarDate | null;
  /** Earlier releases of the source, newest first. */
  readonly earlier: readonly CalendarDate[];
  /** What it does to the measures of the partnership that are published in its source. */
  readonly effects: readonly PublishedEffect[];
}

export interface ReleasedFile {
  readonly id: Id;
  readonly name: string;
  readonly coversFrom: CalendarDate;
  /** Exclusive. */
  readonly coversUntil: CalendarDate;
}

type StandingFile = ReleasedFile & { readonly releasedOn: CalendarDate };

@Injectable()
export class PublishedReleaseQuery {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * What a release changed, against the one before it or an earlier one.
   *
   * @param asked `before` is the release to compare it with; null for the last before it
   * @throws DomainError `not-found` where no file of such a release stands
   */
  run(
    actor: Actor,
    partnershipId: Id,
    asked: {
      readonly source: AnySource;
      readonly releasedOn: CalendarDate;
      readonly before: CalendarDate | null;
    },
  ): Promise<PublishedReleaseSheet> {
    const { source, releasedOn } = asked;
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      const all = await standingFiles(tx, source);
      const filesOf = (day: CalendarDate) => all.filter((file) => file.releasedOn === day);
      const files = filesOf(releasedOn);
      if (files.length === 0) throw notFound('release');
      const earlier = [...new Set(all.map((file) => file.releasedOn))].filter((day) => day < releasedOn);
      if (asked.before !== null && !earlier.includes(asked.before)) throw notFound('release');
      const before = asked.before ?? earlier[0] ?? null;
      const release = (day: CalendarDate) => ({
        releasedOn: day,
        fileIds: filesOf(day).map(({ id }) => id),
      });
      const effects = await publishedEffects(tx, partnershipId, source, {
        after: release(releasedOn),
        before: before && release(before),
      });
      const [table] = await tx.query<{ tableName: string | null }>(
        `select ${ownTableName('$1')} as "tableName"`,
        [source],
      );
      return { source, tableName: table!.tableName, releasedOn, files, before, earlier, effects };
    });
  }
}

/** Newest release first. */
function standingFiles(tx: Tx, source: AnySource): Promise<StandingFile[]> {
  return tx.query(
    `select id, name, released_on::text as "releasedOn", covers_from::text as "coversFrom",
            covers_until::text as "coversUntil"
       from published_file
      where source = $1 and state = 'applied' and withdrawn_at is null
      order by released_on desc, covers_from, id`,
    [source],
  );
}
