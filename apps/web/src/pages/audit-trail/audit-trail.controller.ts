import { ReadTrail } from '@lib/audit-trail';
import type { Actor } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { Controller, Get, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { Page } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';

const EVENTS_ON_A_PAGE = 50;

@Controller('partnerships/:partnership/audit-trail')
export class AuditTrailController {
  constructor(private readonly trail: ReadTrail) {}

  /** What people did, newest first, and whether the chain of it is whole. */
  @Get()
  @Access('audit-trail.view')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query('before') before?: string,
  ) {
    const { events, check } = await this.trail.run(actor, id, {
      limit: EVENTS_ON_A_PAGE,
      ...(/^\d{1,15}$/.test(before ?? '') && { before: Number(before) }),
    });
    const oldest = events.at(-1)?.seq ?? 0;
    return new Page('pages/audit-trail/audit-trail.njk', {
      pageTitle: 'Audit trail',
      check,
      events: events.map(({ seq, at, actor: by, sentence, event }) => ({
        seq,
        at: at.toISOString(),
        by,
        sentence,
        changes: 'changes' in event.data ? event.data.changes : [],
      })),
      olderHref: oldest > 1 ? pathsOf(slug).auditTrail(oldest) : null,
    });
  }
}
