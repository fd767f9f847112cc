import { type Actor, notFound, readCalendarDate } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { isSource } from '@lib/published-data';
import { PublishedReleaseQuery } from '@lib/reporting';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { Page } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { releaseView } from './release.view.js';

/** What a release changed: for each measure its figures, its pass mark, and how its year comes out. */
@Controller('partnerships/:partnership/published-figures/releases/:source/:release')
export class PublishedReleaseController {
  constructor(private readonly releases: PublishedReleaseQuery) {}

  @Get()
  @Access('performance.view')
  async see(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('source') source: string,
    @Param('release') release: string,
    @Query('before') before: unknown,
  ) {
    const releasedOn = readCalendarDate(release);
    const earlier = typeof before === 'string' && before !== '' ? readCalendarDate(before) : null;
    if (!isSource(source) || !releasedOn || (before && !earlier)) throw notFound('release');
    const sheet = await this.releases.run(actor, id, { source, releasedOn, before: earlier });
    return new Page('pages/published-figures/release.njk', releaseView(sheet, pathsOf(slug)));
  }
}
