import { type Actor, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { WorkpapersQuery } from '@lib/reporting';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { pathsOf } from '../../http/paths.js';
import { workpaperView } from './workpaper.view.js';

/** One workpaper with its sample. */
@Controller('partnerships/:partnership/workpapers/:workpaperId')
export class WorkpaperController {
  constructor(private readonly workpapers: WorkpapersQuery) {}

  @Get()
  @Access('workpapers.keep')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('workpaperId') workpaperId: string,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const [workpaper] = await this.workpapers.run(actor, id, workpaperId, day.asAt);
    if (!workpaper) throw notFound('workpaper');
    const view = workpaperView(workpaper, day, pathsOf(slug, day.asAt));
    return datedPage('pages/workpapers/workpaper.njk', view, day, {
      nowHref: pathsOf(slug).workpaper(workpaper.id),
    });
  }
}
