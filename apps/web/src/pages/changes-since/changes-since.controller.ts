import type { Actor } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { ChangesSinceQuery } from '@lib/reporting';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import type { Page } from '../../http/page.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { pathsOf } from '../../http/paths.js';
import { changesCsv } from './changes-csv.js';
import { changesSinceView, wrongDayView } from './changes-since.view.js';
import { kindsOf } from './kinds.js';
import { readSince } from './read-since.js';

/** What has changed since the board met, or since any day. */
@Controller('partnerships/:partnership')
export class ChangesSinceController {
  constructor(private readonly changes: ChangesSinceQuery) {}

  @Get('changes')
  @Access('performance.view')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query(AS_AT, ReadPageDay) day: PageDay,
    @Query('since') typed?: unknown,
  ) {
    const read = readSince(typed, day);
    if ('error' in read) return wrongDay(slug, day, read);
    const changes = await this.changes.run(actor, id, { since: read.since, ...day });
    const view = changesSinceView(changes, {
      paths: pathsOf(slug, day.asAt),
      day,
      asked: read.since !== null,
    });
    const nowHref = pathsOf(slug).changesSince(read.since ?? undefined);
    return datedPage('pages/changes-since/changes-since.njk', view, day, { nowHref });
  }

  @Get('changes.csv')
  @Access('performance.view')
  async download(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query(AS_AT, ReadPageDay) day: PageDay,
    @Query('since') typed?: unknown,
  ) {
    const read = readSince(typed, day);
    if ('error' in read) return wrongDay(slug, day, read);
    const changes = await this.changes.run(actor, id, { since: read.since, ...day });
    const csv = changesCsv(kindsOf(changes, pathsOf(slug, day.asAt)));
    const days = `${changes.since}${day.asAt ? `-as-at-${day.asAt}` : ''}`;
    return new StreamableFile(Buffer.from(csv, 'utf8'), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="changes-since-${days}.csv"`,
    });
  }
}

function wrongDay(slug: string, day: PageDay, read: Parameters<typeof wrongDayView>[0]): Page {
  const view = wrongDayView(read, { paths: pathsOf(slug, day.asAt), day });
  const nowHref = pathsOf(slug).changesSince();
  return datedPage('pages/changes-since/changes-since.njk', view, day, { nowHref, status: 422 });
}
