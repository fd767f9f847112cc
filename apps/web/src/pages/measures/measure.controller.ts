import { may } from '@lib/access';
import { type Actor, Clock } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { MeasureQuery } from '@lib/reporting';
import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { Page } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { measureCsv } from './measure-csv.js';
import { measureView } from './measure.view.js';

@Controller('partnerships/:partnership/measures/:measure')
export class MeasureController {
  constructor(
    private readonly measures: MeasureQuery,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('performance.view')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('measure') measureSlug: string,
  ) {
    const measure = await this.measures.run(actor, id, measureSlug);
    const scope = { partnershipId: id };
    return new Page(
      'pages/measures/measure.njk',
      measureView(measure, pathsOf(slug), {
        rights: {
          mayEditPlan: may(actor, 'plans.edit', scope),
          mayDeclare: may(actor, 'performance.declare', scope),
        },
        today: this.clock.today(),
      }),
    );
  }

  @Get('figures.csv')
  @Access('performance.view')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  async download(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id }: Partnership,
    @Param('measure') measureSlug: string,
  ) {
    const measure = await this.measures.run(actor, id, measureSlug);
    return new StreamableFile(Buffer.from(measureCsv(measure), 'utf8'), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${measure.slug}.csv"`,
    });
  }
}
