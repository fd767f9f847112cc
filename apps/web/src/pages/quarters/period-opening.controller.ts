import type { Actor, FinancialQuarter } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { ReturnFormsQuery } from '@lib/reporting';
import { OpenQuarter } from '@lib/returns';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { whatItWillAsk } from './opening.view.js';
import { QuarterInPath } from './quarter-in-path.js';

/** Opens a quarter before its day: the returns of every authority are made. */
@Controller('partnerships/:partnership/quarters/:quarter/opening')
export class PeriodOpeningController {
  constructor(
    private readonly openQuarter: OpenQuarter,
    private readonly returnForms: ReturnFormsQuery,
  ) {}

  @Get()
  @Access('returns.open-quarter')
  async askOpening(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('quarter', QuarterInPath) quarter: FinancialQuarter,
  ) {
    return new Page('pages/quarters/opening.njk', {
      pageTitle: `Open ${quarter.name}`,
      backLink: { href: pathsOf(slug).quarters(), text: 'Back to the quarters' },
      ...whatItWillAsk(await this.returnForms.run(actor, id), quarter),
      formsHref: pathsOf(slug).returnForms(),
      formAction: pathsOf(slug).periodOpening(quarter.slug),
    });
  }

  @Post()
  @Access('returns.open-quarter')
  async open(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('quarter', QuarterInPath) quarter: FinancialQuarter,
  ) {
    const made = await this.openQuarter.execute(actor, { partnershipId, quarter });
    const words = made.length === 1 ? '1 return' : `${made.length} returns`;
    return new SeeOther(
      pathsOf(slug).quarters(),
      made.length > 0 ? `${quarter.name} is open, with ${words}.` : `${quarter.name} was open already.`,
    );
  }
}
