import { checkpointsIn, CheckTrail, isWhole, ReadTrail } from '@lib/audit-trail';
import { Env } from '@lib/config';
import type { Actor } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { TrailThingsQuery } from '@lib/reporting';
import { Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { auditTrailView } from './audit-trail.view.js';
import { readSearch, searchOf } from './trail-search.js';

const EVENTS_ON_A_PAGE = 50;

@Controller('partnerships/:partnership/audit-trail')
export class AuditTrailController {
  constructor(
    private readonly trail: ReadTrail,
    private readonly things: TrailThingsQuery,
    private readonly checkTrail: CheckTrail,
    @Inject(Env) private readonly env: Env,
  ) {}

  /** What people did, newest first: all of it, or what is looked for. */
  @Get()
  @Access('audit-trail.view')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query() query: Record<string, unknown>,
  ) {
    const read = readSearch(query);
    const { search, thing } = await searchOf(this.things, actor, id, read);
    const { before } = query;
    const events =
      read.errors.length > 0
        ? []
        : await this.trail.run(actor, id, search, {
            limit: EVENTS_ON_A_PAGE + 1,
            ...(typeof before === 'string' && /^\d{1,15}$/.test(before) && { before: Number(before) }),
          });
    const view = auditTrailView(events, {
      ...{ typed: { ...read.typed, about: thing ?? '' }, errors: read.errors },
      things: await this.things.run(actor, id),
      names: await this.trail.names(actor, id),
      check: await this.trail.newestCheck(actor, id),
      paths: pathsOf(slug),
      eventsOnAPage: EVENTS_ON_A_PAGE,
      part: search.about?.partOf,
    });
    return new Page('pages/audit-trail/audit-trail.njk', view, read.errors.length > 0 ? 422 : 200);
  }

  /** Works the whole chain out again. It takes as long as the trail is long, so it is asked for. */
  @Post('check')
  @Access('audit-trail.view')
  async check(@CurrentActor() actor: Actor, @CurrentPartnership() partnership: Partnership) {
    const { NODE_ENV, CHECKPOINT_FOLDER, CHECKPOINT_KEY } = this.env;
    const mayBeMissing = NODE_ENV !== 'production';
    const checkpoints = checkpointsIn(CHECKPOINT_FOLDER, CHECKPOINT_KEY, { mayBeMissing });
    const check = await this.checkTrail.record(actor, partnership, checkpoints);
    return new SeeOther(
      pathsOf(partnership.slug).auditTrail(),
      isWhole(check)
        ? 'The trail was checked: it is whole.'
        : 'The trail was checked: it is not as it should be.',
    );
  }
}
