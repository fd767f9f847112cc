import type { Actor, FinancialQuarter } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type QuarterOfReturns, QuartersQuery } from '@lib/reporting';
import { ClosePeriod } from '@lib/returns';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { ReasonForm } from '../../http/reason.form.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { openedQuarter } from './opened-quarter.js';
import { QuarterInPath } from './quarter-in-path.js';

/** Closes a quarter for everybody, or opens a closed one again, with a reason. */
@Controller('partnerships/:partnership/quarters/:quarter/closing')
export class PeriodClosingController {
  constructor(
    private readonly quarters: QuartersQuery,
    private readonly closePeriod: ClosePeriod,
  ) {}

  @Get()
  @Access('returns.open-quarter')
  async askClosing(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('quarter', QuarterInPath) quarter: FinancialQuarter,
  ) {
    return closingPage(await openedQuarter(this.quarters, actor, partnership.id, quarter), partnership);
  }

  @Post()
  @Access('returns.open-quarter')
  async close(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('quarter', QuarterInPath) quarter: FinancialQuarter,
    @Body() body: unknown,
  ) {
    const known = await openedQuarter(this.quarters, actor, partnership.id, quarter);
    const { form, errors } = readForm(ReasonForm, body);
    if (errors) return closingPage(known, partnership, { errors, reason: form.reason });
    const closed = known.closedAt === null;
    await this.closePeriod.execute(actor, {
      ...{ partnershipId: partnership.id, quarter: known.quarter, closed, reason: form.reason.trim() },
    });
    return new SeeOther(
      pathsOf(partnership.slug).quarters(),
      `${known.quarter.name} is ${closed ? 'closed' : 'open again'}.`,
    );
  }
}

function closingPage(
  { quarter, closedAt }: QuarterOfReturns,
  { slug }: Partnership,
  answer?: { errors: readonly PageError[]; reason: string },
): Page {
  return new Page(
    'layouts/reason-page.njk',
    {
      pageTitle: closedAt ? `Open ${quarter.name} again` : `Close ${quarter.name}`,
      backLink: { href: pathsOf(slug).quarters(), text: 'Back to the quarters' },
      formAction: pathsOf(slug).periodClosing(quarter.slug),
      explanation: closedAt
        ? 'Figures can be entered and corrected again within the dates of the quarter.'
        : 'No figures can be entered or corrected any more. What waits for a decision can still be decided, and you can reopen the quarter for one authority.',
      ...answer,
    },
    answer ? 422 : 200,
  );
}
