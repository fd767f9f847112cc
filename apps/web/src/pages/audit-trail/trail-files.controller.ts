import { Readable } from 'node:stream';
import { ReadTrail, type RecordedEvent } from '@lib/audit-trail';
import type { Actor } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { TrailThingsQuery } from '@lib/reporting';
import { Controller, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { trailCsv, trailJson } from './trail-files.js';
import { addressOf, readSearch, searchOf } from './trail-search.js';

/**
 * What is found in the trail as a file of any length: it is read and sent piece by piece. Asked for with a form, because
 * it leaves an event.
 */
@Controller('partnerships/:partnership')
export class TrailFilesController {
  constructor(
    private readonly trail: ReadTrail,
    private readonly things: TrailThingsQuery,
  ) {}

  @Post('audit-trail.csv')
  @HttpCode(200)
  @Access('audit-trail.view')
  csv(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Query() query: Record<string, unknown>,
  ) {
    return this.file(actor, partnership, query, {
      ...{ write: trailCsv, type: 'text/csv; charset=utf-8', name: 'audit-trail.csv' },
    });
  }

  @Post('audit-trail.json')
  @HttpCode(200)
  @Access('audit-trail.view')
  json(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Query() query: Record<string, unknown>,
  ) {
    return this.file(actor, partnership, query, {
      ...{ write: trailJson, type: 'application/json; charset=utf-8', name: 'audit-trail.json' },
    });
  }

  /** A search that cannot be read is said on the page, where it can be put right. */
  private async file(
    actor: Actor,
    { id, slug }: Partnership,
    query: Record<string, unknown>,
    { write, type, name }: TrailFile,
  ) {
    const read = readSearch(query);
    if (read.errors.length > 0) return new SeeOther(pathsOf(slug).auditTrail(addressOf(read.typed)));
    const { search } = await searchOf(this.things, actor, id, read);
    // What is recorded from here on, this download first, is not in it.
    const [newest] = await this.trail.run(actor, id, {}, { limit: 1 });
    const events = this.trail.all(actor, id, search, (newest?.seq ?? 0) + 1);
    return new StreamableFile(Readable.from(write(events)), {
      type,
      disposition: `attachment; filename="${name}"`,
    });
  }
}

interface TrailFile {
  readonly write: (events: AsyncIterable<RecordedEvent>) => AsyncIterable<string>;
  readonly type: string;
  readonly name: string;
}
