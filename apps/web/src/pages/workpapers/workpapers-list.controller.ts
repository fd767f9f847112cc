import { type Actor, londonDateOf } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { WorkpapersQuery } from '@lib/reporting';
import { formatDate } from '@lib/ui';
import { Controller, Get, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { pathsOf } from '../../http/paths.js';
import { progressWords, quartersWords } from './workpaper-words.js';

/** All workpapers, newest first. */
@Controller('partnerships/:partnership/workpapers')
export class WorkpapersListController {
  constructor(private readonly workpapers: WorkpapersQuery) {}

  @Get()
  @Access('workpapers.keep')
  async list(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const workpapers = await this.workpapers.run(actor, id, null, day.asAt);
    const paths = pathsOf(slug, day.asAt);
    return datedPage(
      'pages/workpapers/list.njk',
      {
        pageTitle: 'Workpapers',
        backLink: { href: paths.duties(), text: 'Back to the duties' },
        newHref: day.asAt === null ? paths.newWorkpaper() : null,
        workpapers: workpapers.map((one) => ({
          objective: one.objective,
          href: paths.workpaper(one.id),
          quarters: quartersWords(one),
          progress: progressWords(one),
          standing: one.conclusion
            ? `Concluded on ${formatDate(londonDateOf(one.conclusion.at))}`
            : `Open since ${formatDate(londonDateOf(one.at))}`,
        })),
      },
      day,
      { nowHref: pathsOf(slug).workpapers() },
    );
  }
}
