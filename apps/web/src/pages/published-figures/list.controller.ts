import { may } from '@lib/access';
import type { Actor } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { PublishedFilesQuery } from '@lib/reporting';
import { Controller, Get } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { Page } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { listView } from './list.view.js';

/** What others publish and the partnership can read: from which sources, of which release, in which files. */
@Controller('partnerships/:partnership/published-figures')
export class PublishedFiguresController {
  constructor(private readonly files: PublishedFilesQuery) {}

  @Get()
  @Access('performance.view')
  async list(@CurrentActor() actor: Actor, @CurrentPartnership() { id, slug }: Partnership) {
    const mayLoad = may(actor, 'published-figures.load', { partnershipId: id });
    const view = listView(await this.files.run(actor, id), mayLoad, pathsOf(slug));
    return new Page('pages/published-figures/list.njk', view);
  }
}
